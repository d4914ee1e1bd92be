"""Every mentor in one row: load against capacity, who is away, what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..book import Book
from ..deadlines import Due
from ..matching.limits import free_places, not_with_us
from ..schema import labels_at
from ..store import Record
from .names import languages


@dataclass(frozen=True, slots=True)
class MentorRow:
    """One mentor as the table of mentors shows her; `free` are the places that a case can be given to now."""

    id: str
    name: str
    email: str
    status: str
    status_words: str
    role: str
    languages: str
    where: str
    detained: bool
    load: int
    places: int
    hours: float
    hours_places: int
    away: tuple[tuple[date, date], ...]
    away_now: bool
    signed: bool
    free: int
    cases: tuple[str, ...]
    late: int
    notes: str
    file: str
    away_line: int


def mentors(book: Book, dues: list[Due], as_of: date) -> tuple[MentorRow, ...]:
    """The table of mentors: active ones first, and of them those with the most free places."""
    late: dict[str, int] = {}
    for due in dues:
        if due.state == "late":
            mentor = book.cases[due.case].data.get("mentor", "")
            late[mentor] = late.get(mentor, 0) + 1
    rows = [_row(book, mentor, late.get(mentor.id, 0), as_of) for mentor in book.mentors.values()]
    order = {"active": 0, "paused": 1, "inactive": 2}
    return tuple(sorted(rows, key=lambda row: (order[row.status], row.load - row.places, row.id)))


def _row(book: Book, mentor: Record, late: int, as_of: date) -> MentorRow:
    data = mentor.data
    away = [(date.fromisoformat(row["from"]), date.fromisoformat(row["to"])) for row in data.get("away", ())]
    away_now = any(first <= as_of <= last for first, last in away)
    return MentorRow(
        id=mentor.id,
        name=data["name"],
        email=data["email"],
        status=data["status"],
        status_words=labels_at("mentor", ("status",))[data["status"]],
        role=labels_at("mentor", ("role_at_hearing",)).get(data.get("role_at_hearing", "absent"), ""),
        languages=languages(data["languages"]),
        where=_where(data),
        detained=data["detained_experience"],
        load=len(book.load_of.get(mentor.id, ())),
        places=book.capacity(mentor),
        hours=book.mentor_hours.get((mentor.id, as_of.isoformat()[:7]), 0.0),
        hours_places=book.hours_places(mentor),
        away=tuple(span for span in sorted(away) if span[1] >= as_of),
        away_now=away_now,
        signed="agreement_signed" in data,
        free=0 if away_now or any(not_with_us(mentor)) else max(0, free_places(book, mentor)),
        cases=tuple(sorted(case.id for case in book.load_of.get(mentor.id, ()))),
        late=late,
        notes=data.get("notes", ""),
        file=mentor.file,
        away_line=mentor.place(("away",)).line,
    )


def _where(data: dict[str, list[str]]) -> str:
    """Her limits, else the courts she knows."""
    if "courts" in data:
        return "only " + ", ".join(data["courts"])
    if "circuits" in data:
        return "only " + ", ".join(f"{circuit} Cir." for circuit in data["circuits"])
    return ", ".join(data.get("known_courts", ()))
