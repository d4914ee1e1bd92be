"""Who does what in a case, in plain sentences: attorney of record, mentor, the individual hearing, malpractice cover."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from ..book import Book
from ..facts import Data
from ..schema import labels, labels_at
from ..words import day, inside
from .cover import NO_COVER, cover_of, ends_before_hearing

_AT_HEARING = {
    "absent": "is not at the individual hearing",
    "on-call": "is not at the individual hearing, but on call during it",
    "observes": "observes the individual hearing and does not speak there",
}

_SAID = {
    "case": "as agreed for this case",
    "mentor": "unless attorney and mentor agree otherwise",
    "nobody": "as is usual, unless attorney and mentor agree otherwise",
}


@dataclass(frozen=True, slots=True)
class Roles:
    """A sentence or two for each; read together they are a paragraph."""

    record: str
    mentor: str
    hearing: str
    cover: str

    @property
    def sentences(self) -> tuple[str, ...]:
        """Those that have something to say, the attorney of record first."""
        return tuple(filter(None, (self.record, self.mentor, self.hearing, self.cover)))


def roles_of(book: Book, case: Data, today: date, named: Callable[[str], str] = str) -> Roles:
    """The roles in a case. `named` gives the name to show for an id; without it the ids stand."""
    mentor = named(case["mentor"]) if "mentor" in case else ""
    return Roles(
        f"Attorney of record is {named(case['attorney'])}, who alone represents the client, files and appears in court.",
        _mentor(case, mentor),
        _hearing(book, case) if mentor else "",
        _cover(book, case, today),
    )


def at_hearing(book: Book, case: Data) -> tuple[str, str]:
    """The mentor's part at the individual hearing, and who says so: the `case`, the `mentor`'s own record, or `nobody`."""
    agreed = case.get("agreed_role", {}).get("at_hearing")
    if agreed:
        return str(agreed), "case"
    mentor = book.mentors.get(case.get("mentor", ""))
    own = mentor.data.get("role_at_hearing") if mentor else None
    return (str(own), "mentor") if own else ("absent", "nobody")


def tasks(case: Data) -> tuple[str, ...]:
    """What attorney and mentor agreed that the mentor helps with, in words; nothing where they have not yet."""
    words = labels_at("case", ("agreed_role", "helps_with", 0))
    return tuple(inside(words[task]) for task in case.get("agreed_role", {}).get("helps_with", ()))


def _mentor(case: Data, mentor: str) -> str:
    if not mentor:
        return "No mentor is matched yet. A mentor advises the attorney and is never attorney of record."
    agreed = tasks(case)
    helps = (
        f"As agreed, the mentor helps with: {'; '.join(agreed)}."
        if agreed
        else "What the mentor helps with has not been agreed on yet."
    )
    return f"{mentor} is the mentor: an adviser to the attorney, and not attorney of record. {helps}"


def _hearing(book: Book, case: Data) -> str:
    part, source = at_hearing(book, case)
    return f"The mentor {_AT_HEARING.get(part, inside(labels('role_at_hearing')[part]))}, {_SAID[source]}."


def _cover(book: Book, case: Data, today: date) -> str:
    cover = cover_of(book, case)
    if not cover.source:
        return f"Malpractice cover: nobody has confirmed any for this case yet. {NO_COVER}"
    if cover.has_ended(today) and cover.until:
        ended = replace(cover, until=None).words
        return f"Malpractice cover: {ended}, but by the record that ended on {day(cover.until)}. {NO_COVER}"
    if cover.confirmed is None:
        return f"Malpractice cover: by the record {cover.words}. Nobody has confirmed it for this case yet. {NO_COVER}"
    soon = (
        " It ends before the individual hearing and must be renewed by then." if ends_before_hearing(case, cover, today) else ""
    )
    return f"Malpractice cover: {cover.words}, as confirmed on {day(cover.confirmed)}.{soon} {NO_COVER}"
