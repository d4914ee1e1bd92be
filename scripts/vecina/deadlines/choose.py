"""Which rows of the list are asked for, and which of them became late since another day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ..book import Book
from .due import Due

Mark = tuple[str, str, str, date | None]


@dataclass(frozen=True, slots=True)
class Choice:
    """What a reader wants to see; None stands for everything."""

    case: str | None = None
    mentor: str | None = None
    attorney: str | None = None
    organization: str | None = None
    window: int | None = None

    def cases(self, book: Book) -> frozenset[str] | None:
        """The cases chosen by id and by people; None for all of them."""
        wanted = {"mentor": self.mentor, "attorney": self.attorney, "organization": self.organization}
        if self.case is None and not any(wanted.values()):
            return None
        return frozenset(
            case.id
            for case in book.cases.values()
            if self.case in (None, case.id) and all(name in (None, case.data.get(field)) for field, name in wanted.items())
        )


def chosen(dues: Iterable[Due], book: Book, choice: Choice) -> list[Due]:
    """The rows of the chosen cases. With a window what is done is left out, and what comes after that many days too."""
    cases = choice.cases(book)
    return [
        row for row in dues if (cases is None or row.case in cases) and (choice.window is None or _within(row, choice.window))
    ]


def _within(row: Due, days: int) -> bool:
    if row.state in ("late", "needs-order"):
        return True
    if row.state == "done":
        return False
    open_task = row.state == "soon" and row.days is None
    return open_task or row.safe_day_is_past or (row.days is not None and row.days <= days)


def mark(row: Due) -> Mark:
    """What makes a lateness the same one: a thing that was late, was moved and is late again has become late anew."""
    return (row.case, row.kind, row.title, row.due)


def newly_late(before: Iterable[Due], now: Iterable[Due]) -> frozenset[Mark]:
    """The marks of what is late now and was not then."""
    known = {mark(row) for row in before if row.state == "late"}
    return frozenset(mark(row) for row in now if row.state == "late" and mark(row) not in known)
