"""How urgent it is that a case gets a mentor: it decides who is placed where not everybody can be."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ..book import Book
from ..deadlines import Law, attorney_of, of_case
from ..facts import Data, waiting_since
from ..store import Record
from ..words import distance, inside

# Up to so many days to the next hearing or court deadline a case has so many points of urgency.
_NEAR = ((30, 8), (60, 6), (120, 4), (365, 2))
_DETAINED, _WAITED, _LONG = 5, 1, 60


class Urgency(NamedTuple):
    """Points of urgency, with what makes the case urgent in words."""

    points: int
    reasons: tuple[str, ...]


def urgency(case: Record, book: Book, law: Law, today: date) -> Urgency:
    """The urgency of a case: days to its next hearing or court deadline, detention, and how long it has waited."""
    points, reasons = 0, list[str]()
    coming = next_date(case, book, law, today)
    if coming:
        days = (coming[0] - today).days
        near = next((more for most, more in _NEAR if days <= most), 0)
        if near:
            points += near
            reasons.append(f"{inside(coming[1])} ({distance(days)})")
    if case.data["detained"]:
        points += _DETAINED
        reasons.append("detained")
    if waited(case.data, today) > _LONG:
        points += _WAITED
        reasons.append("a long wait")
    return Urgency(points, tuple(reasons))


def next_date(case: Record, book: Book, law: Law, today: date) -> tuple[date, str] | None:
    """The next hearing or court deadline that is still to be met, with what it is; the safe day while there is time for it."""
    rows = of_case(case, attorney_of(book, case), book.program, law, today)
    courts = (row for row in rows if row.of_a_court and row.state in ("soon", "later"))
    return min(((row.shown, row.title) for row in courts if row.shown), default=None)


def waited(case: Data, today: date) -> int:
    """Days since a mentor was asked for, or since the case came back."""
    return (today - date.fromisoformat(waiting_since(case, today) or case["requested_on"])).days
