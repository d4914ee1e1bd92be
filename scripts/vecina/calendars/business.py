"""Business days: not Saturday, not Sunday, not a federal holiday."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from .holidays import FIRST_YEAR, LAST_YEAR, holidays

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Calendar:
    """The holidays by day. Closures by executive order are not among them: nothing may lean on those."""

    closed: Mapping[date, str]

    def why_closed(self, day: date) -> str | None:
        """`Saturday`, `Sunday` or the holiday's name; None on a business day."""
        if day in self.closed:
            return self.closed[day]
        return {5: "a Saturday", 6: "a Sunday"}.get(day.weekday())

    def is_business(self, day: date) -> bool:
        """Whether courts and offices work that day."""
        return day.weekday() < 5 and day not in self.closed

    def next_business(self, day: date) -> date:
        """The day itself if it is a business day, else the next one."""
        while not self.is_business(day):
            day += _DAY
        return day

    def last_business(self, day: date) -> date:
        """The day itself if it is a business day, else the one before."""
        while not self.is_business(day):
            day -= _DAY
        return day

    def add_business(self, day: date, count: int) -> date:
        """The count-th business day after the day, which itself is day 0; before it for a negative count."""
        for _ in range(abs(count)):
            day = self.next_business(day + _DAY) if count > 0 else self.last_business(day - _DAY)
        return day


def calendar_of(calendars: Iterable[Mapping[str, Any]]) -> Calendar:
    """The business calendar that the holiday records among these give."""
    closed: dict[date, str] = {}
    for record in calendars:
        if record["kind"] == "holidays":
            # One year more on each side: New Year's Day is observed on 31 December when it falls on a Saturday.
            for day, name in holidays(record["holidays"], range(FIRST_YEAR - 1, LAST_YEAR + 2)):
                closed.setdefault(day, name)
    return Calendar(closed)
