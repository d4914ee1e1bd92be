"""What must happen today: late first, then the next days. Plain data for every renderer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..book import Book
from ..deadlines import Due
from ..deadlines.choose import Mark, mark
from ..facts import WAITING, waiting_since
from .hearing import hearing_of
from .names import status
from .rows import Row, is_for_today, row_of
from .silence import Message, Silent, open_messages, silent_cases


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under one heading."""

    title: str
    anchor: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A case that waits for a mentor."""

    case: str
    status: str
    since: date
    days: int
    attorney: str
    court: str
    hearing: str
    hearing_on: date | None
    file: str
    line: int
    since_line: int


@dataclass(frozen=True, slots=True)
class Today:
    """The morning's view."""

    as_of: date
    groups: tuple[Group, ...]
    waiting: tuple[Waiting, ...]
    silent: tuple[Silent, ...]
    messages: tuple[Message, ...]
    must: tuple[Row, ...]
    since: date
    new: frozenset[Mark]
    counts: dict[str, int]

    def is_new(self, due: Due) -> bool:
        """Whether it became late since the day that the view compares with."""
        return mark(due) in self.new


def today(book: Book, dues: list[Due], as_of: date, since: date, new: frozenset[Mark]) -> Today:
    """The view of a day from the one list of due dates; `new` is what became late since the day `since`."""
    rows = [row_of(book, due) for due in dues if due.state in ("late", "needs-order", "soon") or 0 <= (due.days or -1) <= 30]
    pick = {
        "late": [row for row in rows if row.due.state == "late"],
        "needs-order": [row for row in rows if row.due.state == "needs-order"],
        "week": [row for row in rows if _within(row.due, 0, 7)],
        "fortnight": [row for row in rows if _within(row.due, 8, 14)],
        "month": [row for row in rows if _within(row.due, 15, 30)],
    }
    titles = (
        ("late", "Late"),
        ("needs-order", "Needs a court order"),
        ("week", "Next 7 days"),
        ("fortnight", "In 8 to 14 days"),
        ("month", "In 15 to 30 days"),
    )
    waiting = tuple(sorted(_waiting(book, as_of), key=lambda row: (row.hearing_on or date.max, -row.days, row.case)))
    silent, messages = silent_cases(book, as_of), open_messages(book, dues)
    must = tuple(sorted((row for row in rows if is_for_today(row.due)), key=lambda row: _gravity(row, new)))
    counts = {key: len(found) for key, found in pick.items()}
    counts |= {"waiting": len(waiting), "silent": len(silent), "messages": len(messages), "new": len(new), "must": len(must)}
    groups = tuple(Group(title, key, tuple(pick[key])) for key, title in titles)
    return Today(as_of, groups, waiting, silent, messages, must, since, new, counts)


def _gravity(row: Row, new: frozenset[Mark]) -> tuple[bool, int]:
    """What a court sets first; then what is for today, what has just become late, and what has been late for long.

    Within these the order of the one list stays.
    """
    due = row.due
    return not due.of_a_court, 2 if due.state == "late" and mark(due) not in new else int(due.state == "late")


def _within(due: Due, first: int, last: int) -> bool:
    """Whether it belongs to these days; an open task without a date belongs to the first of them."""
    if due.state not in ("soon", "later") or (due.days is None and due.state == "later"):
        return False
    days = 0 if due.days is None or due.safe_day_is_past else max(0, due.days)  # the safe day has gone by, or it is open: today
    return first <= days <= last


def _waiting(book: Book, as_of: date) -> list[Waiting]:
    found = []
    for case in book.cases.values():
        if case.data["status"] in WAITING:
            since = date.fromisoformat(waiting_since(case.data, as_of) or case.data["requested_on"])
            data, hearing = case.data, hearing_of(case, as_of)
            step = max((n for n, row in enumerate(data["history"]) if row["date"] == since.isoformat()), default=0)
            found.append(
                Waiting(
                    case.id, status(data["status"]), since, (as_of - since).days, data["attorney"], data["court"], hearing.what,
                    hearing.on, case.file, hearing.line, case.place(("history", step, "date")).line,
                )
            )  # fmt: skip
    return found
