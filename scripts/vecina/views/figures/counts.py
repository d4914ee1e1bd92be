"""How many cases came, were matched and ended in each month, and where those stand that have not ended."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from ...book import OPEN, Book
from ...facts import WAITING
from ..names import status
from .span import Span, months_to
from .way import status_on

OVER_TIME = (
    "Opened: a mentor was asked for. Matched: the case got a mentor. Closed: the program's work on it ended, with or without a "
    "decision. Left: it was declined or withdrawn. Each step of a case's history counts in its month, so that a case which comes "
    "back or needs a second mentor counts again. The last month ends with the day of this page."
)
MONTH_END = "Cases with a mentor (matched, onboarding or active) at the end of each month; this month, on the day of this page."
NOW = "Every case that was neither closed, withdrawn nor declined, by the last step of its history."
MEANING = {
    "requested": "A mentor was asked for. What the program requires is still to be checked.",
    "vetted": "What is required for a match is checked. There is no mentor yet.",
    "matched": "There is a mentor. The mentoring agreement is still to be signed.",
    "onboarding": "The agreement is signed. Trainings, cover or the mentoring plan are still to come.",
    "active": "Every requirement is met, attorney and mentor have met, and the mentoring plan is written.",
}


@dataclass(frozen=True, slots=True)
class MonthRow:
    """One month: its steps, and the cases with a mentor at its end."""

    span: Span
    opened: int
    matched: int
    closed: int
    left: int
    with_mentor: int


@dataclass(frozen=True, slots=True)
class StatusRow:
    """How many cases have a status now, and what that means."""

    name: str
    meaning: str
    count: int


@dataclass(frozen=True, slots=True)
class Counts:
    """Twelve months of cases, and where the open ones stand."""

    months: tuple[MonthRow, ...]
    now: tuple[StatusRow, ...]
    with_mentor: int
    waiting: int
    over_time: str = OVER_TIME
    month_end: str = MONTH_END
    definition: str = NOW


def counts(book: Book, day: date) -> Counts:
    """The cases over time, and as they stand on the day."""
    cases, written = [case.data for case in book.cases.values()], day.isoformat()
    steps = Counter((step["status"], step["date"][:7]) for case in cases for step in case["history"] if step["date"] <= written)
    rows = []
    for span in months_to(day):
        month = span.first.isoformat()[:7]
        opened, matched, closed, declined, withdrawn = (
            steps[name, month] for name in ("requested", "matched", "closed", "declined", "withdrawn")
        )
        open_then = sum(1 for case in cases if status_on(case, span.last) in OPEN)
        rows.append(MonthRow(span, opened, matched, closed, declined + withdrawn, open_then))
    now = Counter(status_on(case, day) for case in cases)
    by_status = tuple(StatusRow(status(code), MEANING[code], now[code]) for code in (*WAITING, *OPEN))
    return Counts(tuple(rows), by_status, sum(now[code] for code in OPEN), sum(now[code] for code in WAITING))
