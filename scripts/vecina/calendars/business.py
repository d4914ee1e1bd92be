"""Business days: not Saturday, not Sunday, not a federal holiday."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from .closings import Closure, Outage

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Calendar:
    """The days off at one place, and what else is known of closings.

    `closed` has the holidays by day. Closures by executive order are not among them: nothing may lean on those.
    `base` are the days off without the holidays of narrower scope, which no safe day leans on either.
    """

    closed: Mapping[date, str]
    base: Calendar | None = None
    places: Mapping[str, Calendar] = field(default_factory=dict)
    closures: Mapping[date, Closure] = field(default_factory=dict)
    outages: tuple[Outage, ...] = ()
    confirmed_through: date | None = None

    def at(self, forum: str, court: str | None = None) -> Calendar:
        """The days off before that forum, and at that court if one is named."""
        own = self.places.get(f"court:{court}") if forum == "immigration-court" else None
        return own or self.places.get(f"forum:{forum}", self)

    @property
    def courts(self) -> frozenset[str]:
        """The codes of the courts that differ from the rest: by days off of their place, or by an outage of their own."""
        named = {code for row in self.outages for code in row.courts}
        return frozenset(named | {name.removeprefix("court:") for name in self.places if name.startswith("court:")})

    @property
    def firm(self) -> Calendar:
        """The days off that a safe day may count on."""
        return self.base or self

    def why_closed(self, day: date) -> str | None:
        """`a Saturday`, `a Sunday` or the holiday's name; None on a business day."""
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
