"""Cases from which nobody has heard for long, and messages that wait for an answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..book import OPEN, Book
from ..deadlines import Due
from ..facts import last_contact
from ..store import Record
from .names import person


@dataclass(frozen=True, slots=True)
class Silent:
    """An open case without contact: since when, and whether the mentor or already the program should act."""

    case: str
    since: date
    days: int
    program_acts: bool
    mentor: str
    attorney: str
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Message:
    """A message without an answer: who asked whom and when, and by when the answer is due."""

    due: Due
    asked: date
    asked_by: str
    asks: str
    file: str
    line: int


def silent_cases(book: Book, as_of: date) -> tuple[Silent, ...]:
    """The open cases whose last contact is as long ago as the program's first limit, the longest silence first."""
    limits = book.program.get("no_contact")
    if not limits:
        return ()
    found = (_silent(case, as_of, limits) for case in book.cases.values() if case.data["status"] in OPEN)
    return tuple(sorted(filter(None, found), key=lambda row: (-row.days, row.case)))


def _silent(case: Record, as_of: date, limits: dict[str, int]) -> Silent | None:
    since = date.fromisoformat(last_contact(case.data, as_of))
    days = (as_of - since).days
    if days < limits["tell_mentor_after_days"]:
        return None
    path = ("check_ins", len(case.data["check_ins"]) - 1, "date") if case.data.get("check_ins") else ("history",)
    return Silent(
        case.id, since, days, days >= limits["tell_program_after_days"], case.data.get("mentor", ""), case.data["attorney"],
        case.file, case.place(path).line,
    )  # fmt: skip


def open_messages(book: Book, dues: list[Due]) -> tuple[Message, ...]:
    """The messages of open cases that are not answered, the one that is due first on top."""
    return tuple(_message(book, due) for due in dues if due.kind == "message" and due.state != "done")


def _message(book: Book, due: Due) -> Message:
    case = book.cases[due.case]
    row = case.data["messages"][due.path[1]]
    asked_by = case.data.get(row["by"], row["by"])
    return Message(due, date.fromisoformat(row["asked"]), person(book, asked_by), due.owner, case.file, case.place(due.path).line)
