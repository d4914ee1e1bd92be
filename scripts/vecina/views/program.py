"""The program in numbers: what its director asks each month, each with the sentences that say what is counted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ..book import Book
from ..deadlines import Due
from . import figures
from .figures import Budget, Counts, Ends, Hours, Kept, Outcomes, Served, Waits


@dataclass(frozen=True, slots=True)
class Program:
    """Every block of the page, as of a day."""

    as_of: date
    counts: Counts
    waits: Waits
    kept: Kept
    outcomes: Outcomes
    ends: Ends
    served: Served
    hours: Hours
    budget: Budget


def program(book: Book, dues: Iterable[Due], day: date) -> Program:
    """The program's numbers on a day, from the book and the one list of due dates."""
    return Program(
        as_of=day,
        counts=figures.counts(book, day),
        waits=figures.waits(book, day),
        kept=figures.kept(book, dues, day),
        outcomes=figures.outcomes(book, day),
        ends=figures.ends(book, day),
        served=figures.served(book, day),
        hours=figures.hours(book, day),
        budget=figures.budget(book, day),
    )
