"""What a report is: plain data that every format prints in the same way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from ...book import Book
from ...words import day
from ..figures.span import Span


class Mark(Enum):
    """What stands in the place of a number that is not shown."""

    HIDDEN = "*"  # under five, or such a number would follow from it
    NONE = "–"  # there is no such number


@dataclass(frozen=True, slots=True)
class Percent:
    """A share in whole percent."""

    value: int


# a whole number counts; one with a point is of hours, days or marks, a Decimal is money
Cell = int | float | Decimal | Percent | date | str | Mark


@dataclass(frozen=True, slots=True)
class Section:
    """One table with the sentences that say what its numbers mean. The first cell of a row names it."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A report: what it is of, which days and which records it rests on, and its tables.

    `stamp` says for whom it is, `incomplete` what it lacks, `revision` is the commit of the records; each may be empty.
    """

    kind: str
    title: str
    about: str
    program: str
    period: Span | None
    as_of: date
    revision: str
    stamp: str
    incomplete: str
    legend: tuple[str, ...]
    sections: tuple[Section, ...]

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """What stands under the title: name and value."""
        rows = [("Program", self.program), ("About", self.about)]
        rows += [("Period", self.period.words)] if self.period else []
        rows += [("As of", day(self.as_of)), ("Records", f"commit {self.revision}" if self.revision else NOT_COMMITTED)]
        return tuple(row for row in rows if row[1])


NOT_COMMITTED = "not committed; what is printed here cannot be made again from a revision"


@dataclass(frozen=True, slots=True)
class Frame:
    """What a report counts: the records, the days, the day it is made on, and whether small numbers are shown."""

    book: Book
    span: Span
    day: date
    full: bool = False
