"""What must be so before a match whatever the settings say: an admitted attorney, a known court, a client who can be reached."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..book import Book
from ..facts import Data, as_day
from ..matching import limits
from ..store import Record
from ..words import day, listing
from .point import Point
from .reach import agrees, reachable, state_fault, ways

BEFORE = "before the match"


def admitted(attorney: Data) -> Data | None:
    """The active bar admission that was looked up last; None where none is active."""
    rows = (row for row in attorney["bar"] if row["status"] == "active")
    return max(rows, key=lambda row: str(row.get("checked_on", "")), default=None)


def basics(book: Book, case: Record) -> Iterator[Point]:
    """Each of them, with the attorney's own points first."""
    attorney = book.attorneys.get(case.data["attorney"])
    if attorney is None:
        why = f"The record of {case.data['attorney']} cannot be read, so nothing is known of the attorney."
        yield Point("attorney", "Attorney's record", "missing", BEFORE, why, recorded="data/attorneys", before_match=True)
    else:
        yield _bar(attorney)
        yield _eoir(attorney, case.data)
        yield _conflicts(book, case)
    yield _court(book, case)
    yield _reach(case)


def _bar(attorney: Record) -> Point:
    title, where, active = "Active bar admission", f"{attorney.file}, bar", admitted(attorney.data)
    if active is None:
        return Point(
            "bar", title, "missing", BEFORE, f"The record of {attorney.id} names no active bar admission.",
            tell_attorney="Please tell us where you are an active member of the bar: any US state or territory will do.",
            recorded=where, before_match=True,
        )  # fmt: skip
    looked = as_day(active.get("checked_on"))
    why = (
        f"Active in {active['state']}, looked up on {day(looked)}."
        if looked
        else f"Active in {active['state']}; not looked up yet."
    )
    return Point("bar", title, "met", BEFORE, why, looked, recorded=where, before_match=True)


def _eoir(attorney: Record, case: Data) -> Point:
    title, before, where = "EOIR ID", "before the EOIR-28 is filed", f"{attorney.file}, eoir_id"
    if attorney.data["eoir_id"]:
        return Point("eoir_id", title, "met", before, f"{attorney.id} is registered with EOIR.", recorded=where)
    filed = "eoir_28" in case.get("requirements", {})
    why = f"{attorney.id} is not registered with EOIR yet" + (", though the EOIR-28 is recorded as filed." if filed else ".")
    tell = "Please register with EOIR if you have not yet: without the EOIR ID you cannot file the EOIR-28. Start early."
    return Point("eoir_id", title, "missing" if filed else "not-yet-due", before, why, tell_attorney=tell, recorded=where)


def _conflicts(book: Book, case: Record) -> Point:
    """Whether a mentor is left whose record names no conflict with the attorney, the firm or the organization."""
    mentors = [mentor for mentor in book.mentors.values() if not any(limits.not_with_us(mentor))]
    pairs = [limits.Pair(book, case, mentor, date.min) for mentor in mentors]
    against = [pair.mentor.id for pair in pairs if limits.conflict(pair) or limits.herself(pair)]
    left = len(mentors) > len(against) or not mentors
    why = f"Not with {listing(sorted(against), 'or')}: the records name a conflict of interest." if against else _NO_CONFLICT
    if not left:
        why = "Every mentor's record names a conflict of interest with this case."
    return Point(
        "conflicts", "A mentor without conflict", "met" if left else "missing", BEFORE, why,
        recorded="data/mentors, conflicts", before_match=True,
    )  # fmt: skip


_NO_CONFLICT = "No mentor's record names a conflict with attorney, firm or organization."


def _court(book: Book, case: Record) -> Point:
    court, where = book.courts.get(case.data["court"]), f"{case.file}, court"
    if court:
        why = f"{court['city']} ({case.data['court']}), {court['circuit']} Circuit."
        return Point("court", "Court known", "met", BEFORE, why, recorded=where, before_match=True)
    return Point(
        "court", "Court known", "missing", BEFORE, "No court of this code is in data/courts.yml.",
        tell_attorney="Please tell us which immigration court has the case, as the hearing notice names it.",
        recorded=where, before_match=True,
    )  # fmt: skip


def _reach(case: Record) -> Point:
    client = case.data["client"]
    fault, tell = state_fault(client), "Please tell us in which state your client is, without an address."
    if not agrees(case.data):
        fault = "the client's place and the field `detained` do not agree"
        tell = "Please tell us whether your client is detained."
    elif not reachable(client):
        fault = "a client in a facility is reached by visits or by the facility's phone, and the record names neither"
        tell = "Please tell us how you reach your client in the facility: by visits, by calls there, or both."
    how = f"By {ways(client)}."
    return Point(
        "reach", "Client can be reached", "missing" if fault else "met", BEFORE, f"To be cleared up: {fault}." if fault else how,
        tell_attorney=tell if fault else "", recorded=f"{case.file}, client", before_match=True,
    )  # fmt: skip
