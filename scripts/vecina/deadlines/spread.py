"""Fits the steps of a plan into the time there is: the usual offsets, pressed together in proportion when time is short."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from ..calendars import Calendar

_WEEK = 7


def counted_back(row: dict[str, Any], anchor: date, calendar: Calendar) -> date:
    """The usual day of a step that the settings count back from a day."""
    if row.get("unit") == "business-day":
        return calendar.add_business(anchor, -row["days"])
    return anchor - timedelta(days=row["days"])


def backward(ideal: Mapping[int, date], start: date, filing: date | None, hearing: date) -> dict[int, date]:
    """The steps counted back from the filing day or the hearing, none before `start`.

    What comes before the filing day fits between now and that day, what comes after it between that day and the hearing.
    Where no filing day is known the last fifth of the usual time takes its place, so that the last steps keep their days.
    The first step gets a quarter of the time left, a week at most, so that nothing is due on the day of the plan itself.
    """
    if not ideal:
        return {}
    end = filing or hearing - timedelta(days=(hearing - min(ideal.values())).days // 5)
    before = {name: day for name, day in ideal.items() if day <= end}
    after = {name: day for name, day in ideal.items() if day > end}
    return _fit(before, start, end) | _fit(after, max(start, end), hearing)


def _fit(ideal: Mapping[int, date], start: date, end: date) -> dict[int, date]:
    """The steps as they are when the first is still to come, else in the same order and proportion from soon after `start`."""
    if not ideal or min(ideal.values()) >= start:
        return dict(ideal)
    room, need = (end - start).days, (end - min(ideal.values())).days
    if room <= 0:
        return dict.fromkeys(ideal, start)
    room -= min(_WEEK, room // 4)
    pressed = {name: end - timedelta(days=(end - day).days * room // need) for name, day in ideal.items()}
    found, before = dict[int, date](), start
    for name, day in sorted(ideal.items(), key=lambda row: row[1]):
        # whose usual day is still to come keeps it, unless a step before it is later
        before = max(before, pressed[name] if day < start else min(pressed[name], day))
        found[name] = before
    return found


def forward(offsets: Mapping[int, int], match: date, end: date | None) -> dict[int, date]:
    """The steps counted from the match; where the filing day or the hearing is near, within the first half of the time."""
    longest = max(offsets.values(), default=0)
    half = max(1, (end - match).days // 2) if end else longest
    if half >= longest:
        return {name: match + timedelta(days=days) for name, days in offsets.items()}
    return {name: match + timedelta(days=max(1, days * half // longest)) for name, days in offsets.items()}
