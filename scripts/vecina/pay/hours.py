"""Whose hours they are: every mentor's rows of all cases, in quarters that add up exactly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any, NamedTuple

from ..book import Book
from ..facts import Data, first_day, whose_hours
from ..store import Record
from .settled import settled_month, statement_month


class Worked(NamedTuple):
    """One row of hours: its case, the day as it is written, the activity, and the month in whose statement it stands."""

    case: str
    day: str
    activity: str
    hours: Decimal
    month: str

    @property
    def late(self) -> bool:
        """Whether it came after the month of its day had been closed."""
        return self.month != self.day[:7]


def worked(case: str, row: Data) -> Worked:
    """A row of hours as it is written in a case."""
    return Worked(case, row["date"], row["activity"], quarters(row["hours"]), statement_month(row))


def quarters(hours: Any) -> Decimal:
    """Hours as a number that adds up exactly: they are written in quarters."""
    return Decimal(str(hours))


class Flat(NamedTuple):
    """A flat sum: the case it is for, and the day of the step that brings it."""

    case: str
    day: str

    @property
    def month(self) -> str:
        """The month in whose statement it stands."""
        return self.day[:7]


@dataclass(frozen=True)
class Ledger:
    """Every mentor's hours and flat sums, worked out once."""

    book: Book

    @cached_property
    def hours(self) -> Mapping[str, tuple[Worked, ...]]:
        """All hours of each mentor, by case and day. Those that are nobody's stand under an empty id."""
        found: defaultdict[str, list[Worked]] = defaultdict(list)
        for name, case in sorted(self.book.cases.items()):
            for row in case.data.get("hours", ()):
                if row["who"] == "mentor":
                    found[whose_hours(case.data, row)].append(worked(name, row))
        return {name: tuple(sorted(rows, key=lambda row: (row.case, row.day))) for name, rows in found.items()}

    @cached_property
    def flats(self) -> Mapping[str, tuple[Flat, ...]]:
        """The flat sum of each case, by mentor: on the first day that it took the status of the settings."""
        found: defaultdict[str, list[Flat]] = defaultdict(list)
        status = self.book.program.get("pay", {}).get("flat_sum_when", "closed")
        for name, case in sorted(self.book.cases.items()):
            day = first_day(case.data, status)
            if day and "mentor" in case.data:
                found[case.data["mentor"]].append(Flat(name, day))
        return {name: tuple(flats) for name, flats in found.items()}

    def months(self, mentor: Record) -> set[str]:
        """The months whose statement has something in it."""
        flats = self.flats.get(mentor.id, ()) if mentor.data["pay"]["basis"] == "flat" else ()
        return {row.month for row in self.hours.get(mentor.id, ())} | {flat.month for flat in flats}

    def open_months(self, mentor: Record) -> tuple[str, ...]:
        """Those of them that are not settled yet, oldest first."""
        return tuple(sorted(month for month in self.months(mentor) if not settled_month(mentor.data, month)))
