"""One thing to do as every list shows it, with the place in the record that it comes from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..book import Book
from ..deadlines import Due
from .names import person


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to do, with everything a page shows of it."""

    due: Due
    owner: str
    file: str
    line: int


def row_of(book: Book, due: Due) -> Row:
    """A due date with the name of who does it and the line of the record."""
    case = book.cases[due.case]
    return Row(due, person(book, due.owner), case.file, case.place(due.path).line)


def rows_of(book: Book, dues: Iterable[Due]) -> tuple[Row, ...]:
    """The due dates that are not done, in the order of the one list."""
    return tuple(row_of(book, due) for due in dues if due.state != "done")


def is_for_today(due: Due) -> bool:
    """Whether it must happen today: late, its safe day gone by, due today, or a hearing tomorrow."""
    if due.state == "late" or due.safe_day_is_past:
        return True
    if due.is_window:
        return False  # it has been possible for days
    return due.state == "soon" and due.days is not None and due.days <= (1 if due.kind == "hearing" else 0)
