"""The derivation of a date in sentences: what was counted from what, and why a day was skipped."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ..calendars import Calendar, Outage
from ..rules import Rule, Value, is_argued
from ..schema import labels_at
from ..words import day as in_words, inside, listing, plural, short_day
from .counting import ONE_DAY, days_between

_HEARINGS = {"individual-hearing": "the individual hearing of ", "master-calendar-hearing": "the master calendar hearing of "}
_UNITS = {"day": "day", "business-day": "business day", "year": "year"}
_SAFE = {"filing": "File by", "act": "Do it by"}
_SHUT = {
    "ecas-outage": "e-filing was down",
    "court-closed": "the court was closed",
    "detained-only": "the court took detained cases only",
}


def derivation(rule: Rule, value: Value, trigger: date, anchor: date, raw: date, here: Calendar) -> str:
    """`30 days before the individual hearing of Mon 28 Dec 2026 is Sat 28 Nov 2026`, without the roll and the full stop."""
    if value["count"] == 0:
        return f"The date set is {in_words(raw)}"
    from_what = _HEARINGS.get(rule["trigger"], "")
    event = "" if from_what else f" ({inside(labels_at('rule', ('trigger',))[rule['trigger']])})"
    shift = value.get("shift_days", 0)
    count = plural(int(value["count"]), _UNITS[value["unit"]])
    text = f"{count} {rule['direction']} {from_what}{in_words(anchor)}{event} is {in_words(raw)}"
    if anchor != trigger:
        text = f"An event of {in_words(trigger)} counts as one of {in_words(anchor)}. {text}"
    if shift:
        text += f", {plural(abs(shift), 'day')} {'less' if shift < 0 else 'more'}"
    if value["unit"] == "business-day":
        first, last = sorted((anchor, raw))
        text += _not_counted([day for day in days_between(first, last) if day in here.closed and day.weekday() < 5], here)
    return text


def _not_counted(days: Sequence[date], here: Calendar) -> str:
    if not days:
        return ""
    return (
        f"; {listing([f'{short_day(day)}, {here.closed[day]},' for day in days])} {'is' if len(days) == 1 else 'are'} not counted"
    )


def roll(raw: date, due: date, here: Calendar, moved: Sequence[Outage] = ()) -> str:
    """`, a Saturday; the next business day is Mon 30 Nov`, with each holiday and outage on the way; empty without a roll."""
    if due == raw:
        return ""
    why = here.why_closed(raw)
    text = f", {why}" if why else ""
    out = {day for row in moved for day in days_between(row.first - ONE_DAY, row.last + ONE_DAY)}
    skipped = [day for day in days_between(raw, due) if day in here.closed and day.weekday() < 5 and day not in out]
    text += "".join(f"; {_holiday(day, here)}" for day in skipped)
    for row in moved:
        span = f"on {in_words(row.first)}" if row.first == row.last else f"from {short_day(row.first)} to {in_words(row.last)}"
        text += f"; {span} {_SHUT[row.what]} ({row.authority})"
    last = "filings are in time through" if any(row.timely_through for row in moved) else "the next business day is"
    return f"{text}; {last} {short_day(due)}"


def _holiday(day: date, here: Calendar) -> str:
    return f"{short_day(day)} is a holiday ({here.closed[day]})"


def safe(rule: Rule, last: date, file_by: date, due: date, here: Calendar) -> str:
    """` File by Fri 27 Nov.` where the safe day is not the due day, with a holiday between it and the last day of any reading."""
    if file_by == due:
        return ""
    between = [day for day in days_between(file_by, last) if day in here.closed and day.weekday() < 5]
    why = f" ({listing([_holiday(day, here) for day in between])})" if between else ""
    return f" {_SAFE[rule.get('nature', 'filing')]} {short_day(file_by)}{why}."


def rival(disputed: Sequence[Value], rivals: Sequence[date], raw: date) -> str:
    """Which other reading pulls the safe day earlier than the count itself would."""
    earlier = [(day, value) for day, value in zip(rivals, disputed, strict=True) if day < raw]
    if not earlier:
        return ""
    day, value = min(earlier, key=lambda pair: pair[0])
    what = "a count that was vacated and is still argued in court" if is_argued(value) else "a reading that is disputed"
    return f" The safe day keeps to {what} and ends on {short_day(day)}: {value['authority']}."
