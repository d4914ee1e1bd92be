"""Mail texts of the vetting: to the attorney of a case, and to the contact of an organization. By case numbers alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..book import Book
from ..facts import Data
from ..onboarding import Point, Standing
from ..schema import labels_at
from ..store import Record
from ..words import day, inside, listing, plural


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail ready to be sent: to whom, its subject, and its paragraphs and lines."""

    to: str
    subject: str
    lines: tuple[str, ...]

    @property
    def body(self) -> str:
        """The text as it is pasted."""
        return "\n".join(self.lines) + "\n"


_OPENING = {
    "requested": "Thank you for asking for a mentor for your case {}.",
    "vetted": "Your case {} has been accepted and waits for a mentor. We will write to you when we propose one.",
    "matched": "Your case {} has a mentor. This is how its onboarding stands.",
    "onboarding": "This is how the onboarding of your case {} stands.",
    "active": "This is how the requirements of your case {} stand.",
    "declined": "We are sorry: we cannot offer a mentor for your case {} now.",
}


def to_attorney(
    book: Book, case: Record, standing: Standing, status: str | None = None, reason: str | None = None
) -> Mail | None:  # fmt: skip
    """What to write to the attorney of a case of this status, its own if none is given; `declined` has its reason.

    None where the attorney's record cannot be read.
    """
    attorney = book.attorneys.get(case.data["attorney"])
    if attorney is None:
        return None
    status = status or case.data["status"]
    lines = ["Dear colleague,", "", _OPENING[status].format(case.id)]
    if reason:
        lines += ["", f"The reason: {inside(labels_at('case', ('history', 0, 'reason'))[reason])}."]
        blocking = [point.tell_attorney for point in standing.blocking if point.tell_attorney]
        lines += _items("What was missing", blocking)
        lines += ["", "You are welcome to ask again when this has changed. Every date the court has set stays as it is."]
    else:
        lines += _asked(standing, status)
        lines += ["", "You are the attorney of record. The mentor advises you and is not attorney of record."]
    subject = f"Case {case.id}: {_subject(standing, status)}"
    return Mail(attorney.data["email"], subject, (*lines, *_ending(book.program, f"the case number {case.id}")))


def _asked(standing: Standing, status: str) -> Iterator[str]:
    """What is missing now, what comes and by when, or that nothing does."""
    missing = [point.tell_attorney for point in standing.to_write if point.state == "missing"]
    coming = [_coming(point) for point in standing.to_write if point.state != "missing"]
    yield from _items("We still need", missing)
    later = "What comes once you have a mentor" if status in ("requested", "vetted") else "What comes next"
    yield from _items(later, coming)
    if not missing and not coming:
        yield from ("", "Nothing is missing. Thank you.")


def _coming(point: Point) -> str:
    """What to do, with its day where one is known and the sentence does not name it."""
    by = f" By {day(point.due)}." if point.due and point.state == "not-yet-due" else ""
    return f"{point.tell_attorney}{by}"


def _items(head: str, items: Sequence[str]) -> Iterator[str]:
    if items:
        yield from ("", f"{head}:", "", *(f"- {item}" for item in items))


def _subject(standing: Standing, status: str) -> str:
    missing = sum(1 for point in standing.to_write if point.state == "missing")
    if status == "declined":
        return "no mentor now"
    if missing:
        return "one thing is missing" if missing == 1 else f"{missing} things are missing"
    return "what comes next" if standing.to_write else "nothing is missing"


def _ending(program: Data, name: str) -> Iterator[str]:
    """Whom to answer, how to write of the client, and who writes."""
    contacts = program.get("contacts", {})
    to = f" to {contacts['general']}" if contacts else ""
    yield from ("", f"Please answer{to} by {name} alone, and never write to us who the client is.")
    yield from ("", "Thank you,", program.get("short_name", "the program"))


def to_organization(book: Book, organization: Record, rows: Sequence[tuple[str, str, Standing]]) -> Mail:
    """What to write to an organization's contact: each of its cases with what was decided, and what it lacks.

    A row is a case, what has become of it (`accepted`, `declined`, `can be accepted` or `not yet`), and its standing.
    """
    lines = ["Dear colleague,", "", f"This is how the {plural(len(rows), 'case')} stand that you asked a mentor for."]
    if len(rows) == 1:
        lines[-1] = "This is how the case stands that you asked a mentor for."
    lines += [""]
    for case, what, standing in rows:
        lacks = listing([inside(point.title) for point in standing.blocking]) if what != "declined" else ""
        lines.append(f"- {case}: {what}{f'; missing: {lacks}' if lacks else ''}")
    if any(standing.blocking and what != "declined" for _, what, standing in rows):
        lines += ["", "We have asked the attorneys for what is missing. It helps when you ask them too."]
    subject = "Your request for a mentor" if len(rows) == 1 else f"Your {plural(len(rows), 'request')} for a mentor"
    ending = _ending(book.program, "the case numbers")
    return Mail(organization.data["contacts"][0]["email"], subject, (*lines, *ending))
