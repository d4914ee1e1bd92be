"""What must happen today: late first, then the next days. Plain data for every renderer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..book import WAITING, Book
from ..deadlines import Due
from ..facts import next_hearing, step_day
from ..schema import labels_at
from .names import person, status


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to do, with everything a page shows of it."""

    due: Due
    owner: str
    file: str
    line: int


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
    counts: dict[str, int]


def today(book: Book, dues: list[Due], as_of: date) -> Today:
    """The view of a day from the one list of due dates."""
    rows = [_row(book, due) for due in dues if due.state not in ("done", "later") or (due.days or 0) <= 30]
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
        ("fortnight", "Next 14 days"),
        ("month", "Next 30 days"),
    )
    waiting = tuple(sorted(_waiting(book, as_of), key=lambda row: (row.hearing_on or date.max, -row.days, row.case)))
    counts = {key: len(found) for key, found in pick.items()} | {"waiting": len(waiting)}
    groups = tuple(Group(title, key, tuple(pick[key])) for key, title in titles)
    return Today(as_of, groups, waiting, counts)


def _within(due: Due, first: int, last: int) -> bool:
    """Whether it belongs to these days; an open task without a date belongs to the first of them."""
    if due.state not in ("soon", "later") or (due.days is None and due.state == "later"):
        return False
    days = 0 if due.days is None or due.safe_day_is_past else max(0, due.days)  # the safe day has gone by, or it is open: today
    return first <= days <= last


def _row(book: Book, due: Due) -> Row:
    case = book.cases[due.case]
    return Row(due, person(book, due.owner), case.file, case.place(due.path).line)


def _waiting(book: Book, as_of: date) -> list[Waiting]:
    found = []
    for case in book.cases.values():
        if case.data["status"] in WAITING:
            since = date.fromisoformat(step_day(case.data, "requested") or case.data["requested_on"])
            attorney = person(book, case.data["attorney"])
            hearing = next_hearing(case.data, as_of)
            what = labels_at("case", ("hearings", 0, "type"))[hearing["type"]] if hearing else ""
            on = date.fromisoformat(hearing["date"]) if hearing else None
            path = ("hearings", case.data["hearings"].index(hearing), "date") if hearing else ("hearings",)
            found.append(
                Waiting(
                    case.id, status(case.data["status"]), since, (as_of - since).days, attorney, case.data["court"], what, on,
                    case.file, case.place(path).line, case.place(("history", 0, "date")).line,
                )
            )  # fmt: skip
    return found
