"""How much of what was promised was kept in time: steps of the plan, answers, check-ins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ...book import Book
from ...deadlines import Due
from ...schema import labels
from ...words import inside, plural
from .promises import Promise, answers, check_ins, found_in_time, milestones
from .span import Span, over_before

KEPT = (
    "Kept in time: done on or before the day it was due, of everything whose day lies in these days, done or not. What is due "
    "today can still be kept, so the last day counted is yesterday. Late now: as on the page Today."
)
STEPS = (
    "Steps of the plan: the dates agreed on in the mentoring plans, as they stand in the records now, without cases that were "
    "declined or withdrawn and without steps due after a case was closed."
)
ANSWERS = "Answers: a message that needs an answer has one within {reply}."
CHECK_INS = (
    "Check-ins: while a case has a mentor, each contact comes within as many days after the one before as the program's settings "
    "give for the time that is then left to the individual hearing, or on the next business day. Check-ins, meetings with the "
    "mentor and answers are contacts; the match is the first."
)
FOUND = "Replies found in time: what those who checked in recorded of the attorney's e-mail since the check-in before."


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    kept: int
    of: int

    @property
    def percent(self) -> int | None:
        """The nearest whole percent; None of nothing, 100 only where all were kept and 0 only where none was."""
        if not self.of:
            return None
        if self.kept in (0, self.of):
            return 100 * self.kept // self.of
        return min(99, max(1, (200 * self.kept + self.of) // (2 * self.of)))


@dataclass(frozen=True, slots=True)
class KeptRow:
    """One kind of promise of one kind of person: two windows, and how many are late on the day (None: cannot be late)."""

    what: str
    who: str
    recent: Share
    year: Share
    late: int | None

    @property
    def name(self) -> str:
        """`Steps of the plan, attorney`."""
        return f"{self.what}, {inside(self.who)}"


@dataclass(frozen=True, slots=True)
class Kept:
    """The shares, and the days they are counted in."""

    rows: tuple[KeptRow, ...]
    recent: Span
    year: Span
    definition: tuple[str, ...]


def kept(book: Book, dues: Iterable[Due], day: date) -> Kept:
    """The shares of what was due in the last 90 days and the last 12 months; what is late now is from the one list."""
    late = Counter(_whose(book, due) for due in dues if due.state == "late" and due.kind in ("milestone", "message", "check-in"))
    kinds = (
        ("Steps of the plan", "milestone", milestones(book, day)),
        ("Answers", "message", answers(book, day)),
        ("Check-ins", "check-in", check_ins(book, day)),
        ("Replies found in time", "", found_in_time(book)),
    )
    windows = over_before(day)
    rows = [row for what, kind, promises in kinds for row in _rows(what, kind, promises, windows, late)]
    return Kept(tuple(rows), *windows, (KEPT, STEPS, ANSWERS.format(reply=reply_words(book)), CHECK_INS, FOUND))


def reply_words(book: Book) -> str:
    """`2 business days`, by the settings."""
    days = book.program.get("reply_business_days")
    return plural(days, "business day") if days else "the program's reply time"


def _whose(book: Book, due: Due) -> tuple[str, str]:
    """Kind and owner of a due date, by the record that it stands in."""
    case, path = book.cases[due.case].data, due.path
    if due.kind == "milestone":
        return due.kind, case["plan"]["milestones"][path[2]]["owner"] if len(path) > 2 else "both"
    return due.kind, case["messages"][path[1]]["to"] if due.kind == "message" else "program"


def _rows(
    what: str, kind: str, promises: Iterable[Promise], windows: Sequence[Span], late: Counter[tuple[str, str]]
) -> Iterator[KeptRow]:
    """A row for each kind of person who promised something in these days or is late, then one for all if there are several."""
    kept, of = tally(promises, windows)
    rows = []
    for code, who in labels("owner").items():
        recent, year = (Share(kept[code, place], of[code, place]) for place in (0, 1))
        if year.of or recent.of or late[kind, code]:
            rows.append(KeptRow(what, who, recent, year, late[kind, code] if kind else None))
    yield from rows
    if len(rows) > 1:
        recent, year = (_together(row.recent for row in rows), _together(row.year for row in rows))
        yield KeptRow(what, "All", recent, year, sum(row.late or 0 for row in rows))


def tally(promises: Iterable[Promise], windows: Sequence[Span]) -> tuple[Counter[tuple[str, int]], Counter[tuple[str, int]]]:
    """How many were kept and how many there were, by owner and by the place of the window."""
    bounds, kept, of = [span.written for span in windows], Counter[tuple[str, int]](), Counter[tuple[str, int]]()
    for one in promises:
        for place, (first, last) in enumerate(bounds):
            if first <= one.due <= last:
                of[one.who, place] += 1
                kept[one.who, place] += one.done <= one.due
    return kept, of


def _together(shares: Iterable[Share]) -> Share:
    rows = list(shares)
    return Share(sum(row.kept for row in rows), sum(row.of for row in rows))
