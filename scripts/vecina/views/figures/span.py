"""The stretches of days that the program's numbers are counted in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from ...pay import next_month
from ...words import day as in_words

MONTHS = 12
RECENT = 90  # days of the short window
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Span:
    """The days from the first to the last, both counted."""

    first: date
    last: date

    @cached_property
    def written(self) -> tuple[str, str]:
        """The first and the last day as records write them."""
        return self.first.isoformat(), self.last.isoformat()

    def holds(self, day: str) -> bool:
        """Whether a day, as it is written in a record, lies in it."""
        first, last = self.written
        return first <= day <= last

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def words(self) -> str:
        """`Mon 1 Dec 2025 to Tue 24 Nov 2026`."""
        return f"{in_words(self.first)} to {in_words(self.last)}"

    @property
    def month(self) -> str:
        """`Nov 2026`, the month of the first day."""
        return in_words(self.first).split(" ", 2)[2]


def months_to(day: date) -> tuple[Span, ...]:
    """The last 12 calendar months, oldest first: the eleven before that of the day, and its own up to the day."""
    found = [Span(day.replace(day=1), day)]
    while len(found) < MONTHS:
        last = found[0].first - _DAY
        found.insert(0, Span(last.replace(day=1), last))
    return tuple(found)


def months_of(span: Span) -> tuple[Span, ...]:
    """The calendar months of a stretch, the first and the last as far as they lie in it."""
    found, first = [], span.first
    while first <= span.last:
        following = next_month(first)
        found.append(Span(first, min(following - _DAY, span.last)))
        first = following
    return tuple(found)


def year_to(day: date) -> Span:
    """The last 12 months as one stretch."""
    return Span(months_to(day)[0].first, day)


def over_before(day: date) -> tuple[Span, Span]:
    """The 90 days and the last 12 months before the day: what was due then could be met to its end."""
    return Span(day - timedelta(days=RECENT), day - _DAY), Span(year_to(day).first, day - _DAY)
