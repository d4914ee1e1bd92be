"""A time zone as an iCalendar component. Outlook reads its rules only as yearly recurrences, so that is how they are said."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

_MINUTES = range(24 * 60)
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class _Turn(NamedTuple):
    """One way the clocks are turned: by how much, and what the time is called after it."""

    before: timedelta
    after: timedelta
    label: str
    summer: bool


def zone(name: str, first: date, last: date) -> Timezone:
    """The zone, right for everything from the first day to the last. It is made once for the years: nobody may change it."""
    return _of_years(name, first.year - 1, last.year)


@cache
def _of_years(name: str, since: int, until: int) -> Timezone:
    clock = ZoneInfo(name)
    turns: defaultdict[_Turn, list[datetime]] = defaultdict(list)
    for number in range(date(since, 1, 1).toordinal(), date(until, 12, 31).toordinal() + 1):
        midnight = datetime.combine(date.fromordinal(number), datetime.min.time(), UTC)
        _add_turn(turns, clock, midnight)
    found = Timezone()
    found.add("tzid", name)
    yearly = {turn: _yearly(days, until - since + 1) for turn, days in turns.items()}
    regular = bool(turns) and all(yearly.values())
    if not regular:
        begin = datetime(since, 1, 1, tzinfo=clock)
        found.add_component(_part(_named(begin, _offset(begin, clock)), begin.replace(tzinfo=None), ""))
    for turn, days in turns.items():
        for on in days[:1] if regular else days:
            found.add_component(_part(turn, on, yearly[turn] if regular else ""))
    return found


def _offset(at: datetime, clock: ZoneInfo) -> timedelta:
    return at.astimezone(clock).utcoffset() or timedelta()


def _named(after: datetime, before: timedelta) -> _Turn:
    return _Turn(before, after.utcoffset() or timedelta(), after.tzname() or "", bool(after.dst()))


def _add_turn(turns: defaultdict[_Turn, list[datetime]], clock: ZoneInfo, midnight: datetime) -> None:
    """Notes when the clocks are turned within the 24 hours, in the time they showed before, as RFC 5545 asks."""
    before = _offset(midnight, clock)
    if before == _offset(midnight + timedelta(days=1), clock):
        return
    minute = bisect_left(_MINUTES, True, key=lambda count: _offset(midnight + timedelta(minutes=count), clock) != before)
    at = midnight + timedelta(minutes=minute)
    turns[_named(at.astimezone(clock), before)].append((at + before).replace(tzinfo=None))


def _yearly(days: list[datetime], years: int) -> str:
    """`2SU` when it is the second Sunday of one month, at one time, in each of the years; else nothing."""
    alike = {(day.month, (day.day - 1) // 7 + 1, day.weekday(), day.time()) for day in days}
    if len(alike) > 1 or len(days) != years:
        return ""
    _, number, weekday, _ = alike.pop()
    return f"{number}{_WEEKDAYS[weekday]}"


def _part(turn: _Turn, on: datetime, day: str) -> TimezoneStandard | TimezoneDaylight:
    part = TimezoneDaylight() if turn.summer else TimezoneStandard()
    part.DTSTART, part.TZOFFSETFROM, part.TZOFFSETTO = on, turn.before, turn.after
    part.add("tzname", turn.label)
    if day:
        part.add("rrule", {"freq": "yearly", "bymonth": on.month, "byday": day})
    return part
