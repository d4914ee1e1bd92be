"""Counts days as EOIR does: the day of the event is day 0 and calendar days count, unless the rule says otherwise."""

from __future__ import annotations

from datetime import date, timedelta

from ..calendars import Calendar, Outage
from ..facts import anniversary
from ..rules import Value

ONE_DAY = timedelta(days=1)


def counted(value: Value, direction: str, trigger: date, calendar: Calendar) -> date:
    """The day the count ends on, before any roll."""
    sign, count = (-1 if direction == "before" else 1), int(value["count"])
    if value["unit"] == "business-day":
        return calendar.add_business(trigger, sign * count)
    shift = timedelta(days=value.get("shift_days", 0))
    if value["unit"] == "year":
        return anniversary(trigger, sign * count) + shift
    return trigger + timedelta(days=sign * count) + shift


def past_outages(
    due: date, calendar: Calendar, here: Calendar, forum: str, court: str | None, *, detained: bool
) -> tuple[date, list[Outage]]:
    """The next business day on which a filing is in time, and the outages that moved it there (8 CFR 1003.31 for e-filing)."""
    moved: list[Outage] = []
    while True:
        hit = [row for row in calendar.outages if row.touches(due, forum, court, detained=detained)]
        if not hit:
            return due, moved
        moved += hit
        due = here.next_business(max(row.timely_through or row.last + ONE_DAY for row in hit))


def days_between(first: date, last: date) -> list[date]:
    """Each day after the first and before the last."""
    return [first + ONE_DAY * step for step in range(1, (last - first).days)]
