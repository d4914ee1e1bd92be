"""Who may guide a case: never the attorney herself, never in conflict, never beyond her places."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..book import OPEN, Book
from ..facts import step_day
from ..matching import limits
from ..store import Record
from ..words import plural
from .base import Spot, check


def _pairs(book: Book) -> Iterator[tuple[Record, str, Record]]:
    """Each open case with its mentor and backup mentor, by the field that names them."""
    for case in book.cases.values():
        if case.data["status"] in OPEN:
            for field in ("mentor", "backup_mentor"):
                mentor = book.mentors.get(case.data.get(field, ""))
                if mentor:
                    yield case, field, mentor


@check("V301")
def attorney_is_not_mentor(book: Book) -> Iterator[Spot]:
    """The attorney of record is her own mentor.

    The mentor never owns the case. A mentor who takes a case herself needs another mentor for it. We know the same
    person by the same e-mail address.

    Mend: choose another mentor.
    """
    for case in book.cases.values():
        for field in ("mentor", "backup_mentor"):
            mentor = book.mentors.get(case.data.get(field, ""))
            if mentor and limits.herself(limits.Pair(book, case, mentor, date.min)):
                yield Spot(case, (field,), "the attorney of record cannot be mentor in her own case")


@check("V302")
def mentor_has_place(book: Book) -> Iterator[Spot]:
    """A mentor has more open cases than places.

    Matched, onboarding and active cases take a place; as backup a mentor takes none. Her places are in her record,
    or else the program's default.

    Mend: move a case to another mentor, or raise her places if she agrees: `capacity: cases:`.
    """
    for mentor in book.mentors.values():
        if not book.program and "cases" not in mentor.data.get("capacity", {}):
            continue  # the default could not be read; that is the finding
        cases = book.load_of.get(mentor.id, [])
        over = len(cases) - book.capacity(mentor)
        if over > 0:
            newest = max(cases, key=lambda case: (step_day(case.data, "matched") or "", case.id))
            message = f"this mentor has {plural(len(cases), 'open case')} and {plural(len(cases) - over, 'place')}"
            yield Spot(mentor, ("capacity", "cases"), message, f"the newest case is {newest.id}")


@check("V303")
def mentor_is_there(book: Book) -> Iterator[Spot]:
    """The mentor was away on the day of the match.

    A mentor who is away cannot meet a new attorney. Her absences are in her record.

    Mend: match the case to another mentor, or correct the dates of the absence.
    """
    for case, field, mentor in _pairs(book):
        matched = step_day(case.data, "matched") or ""
        away = mentor.data.get("away", ()) if field == "mentor" and matched else ()
        if any(span["from"] <= matched <= span["to"] for span in away):
            yield Spot(case, ("mentor",), "this mentor was away on the day of the match")


@check("V304")
def no_conflict(book: Book) -> Iterator[Spot]:
    """A conflict of interest.

    The mentor has named the attorney, the firm or the placing organization as one she must not work with.

    Mend: choose another mentor.
    """
    for case, field, mentor in _pairs(book):
        reason = limits.conflict(limits.Pair(book, case, mentor, date.min))
        if reason:
            yield Spot(case, (field,), f"this mentor {reason.reason}", "choose another mentor")


@check("V305")
def mentor_is_with_us(book: Book) -> Iterator[Spot]:
    """An open case with a mentor who has left.

    Inactive mentors guide no case. Paused ones keep theirs and get no new ones.

    Mend: give the case another mentor, or correct the mentor's status.
    """
    for case, field, mentor in _pairs(book):
        if mentor.data["status"] == "inactive":
            yield Spot(case, (field,), "this mentor is inactive", "choose another mentor")


@check("V306")
def mentor_has_signed(book: Book) -> Iterator[Spot]:
    """A case with a mentor who had not signed.

    Without her signed agreement a mentor gets no case: confidentiality and pay rest on it.

    Mend: record the day she signed, `agreement_signed`, or choose another mentor.
    """
    for case, field, mentor in _pairs(book):
        signed, matched = mentor.data.get("agreement_signed"), step_day(case.data, "matched") or ""
        if not signed or (field == "mentor" and matched and signed > matched):
            yield Spot(case, (field,), "this mentor had not signed the agreement when the case was matched")


@check("V307")
def mentor_takes_such_cases(book: Book) -> Iterator[Spot]:
    """A case outside the mentor's limits.

    A mentor may limit herself to courts, circuits or postures, and only mentors with detained experience guide
    detained cases: their deadlines leave no time to learn.

    Mend: choose another mentor, or change her record if she agrees to this case.
    """
    for case, field, mentor in _pairs(book):
        pair = limits.Pair(book, case, mentor, date.min)
        known = case.data["court"] in book.courts  # without its court a case has no circuit; that is its own finding
        asked = (limits.court, *((limits.circuit,) if known else ()), limits.posture, limits.detained)
        for reason in (limit(pair) for limit in asked):
            if reason:
                yield Spot(case, (field,), f"this mentor {reason.reason}", "choose another mentor")


@check("V308")
def backup_is_another(book: Book) -> Iterator[Spot]:
    """The backup mentor is the mentor.

    The backup steps in when the mentor is away or does not answer, so it must be somebody else.

    Mend: choose another backup mentor, or leave the field out.
    """
    for case in book.cases.values():
        if "backup_mentor" in case.data and case.data.get("mentor") == case.data["backup_mentor"]:
            yield Spot(case, ("backup_mentor",), "mentor and backup mentor must be two people")
