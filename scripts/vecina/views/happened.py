"""Everything that happened or will happen in a case, day by day: the rows of its timeline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ..deadlines import Due
from ..facts import Data
from ..schema import labels, labels_at
from .contacts import contacts
from .names import status

Lane = Literal["court", "plan", "contact", "program"]
LANES: dict[Lane, str] = {"court": "Court", "plan": "Mentoring plan", "contact": "Contact", "program": "Program"}


@dataclass(frozen=True, slots=True)
class Happened:
    """One thing on one day. `state` is past, done, late, soon or later; `major` marks hearings and decisions."""

    day: date
    lane: Lane
    what: str
    state: str
    major: bool = False


def happened(case: Data, dues: list[Due], as_of: date) -> tuple[Happened, ...]:
    """The days of a case in order: what the record says, and the dates that are still to be met."""
    rows = [*_courts(case, as_of), *_contacts(case), *_program(case, as_of), *_due(dues)]
    return tuple(sorted(rows, key=lambda row: (row.day, list(LANES).index(row.lane), row.what)))


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _state(day: str, as_of: date) -> str:
    return "past" if _day(day) < as_of else "soon" if _day(day) == as_of else "later"


def _courts(case: Data, as_of: date) -> Iterator[Happened]:
    types, became = labels_at("case", ("hearings", 0, "type")), labels_at("case", ("hearings", 0, "status"))
    for row in case.get("hearings", ()):
        said = "" if row["status"] == "scheduled" else f", {became[row['status']].lower()}"
        yield Happened(_day(row["date"]), "court", f"{types[row['type']]}{said}", _state(row["date"], as_of), major=True)
    kinds = labels_at("case", ("orders", 0, "kind"))
    for row in case.get("orders", ()):
        yield Happened(_day(row["date"]), "court", kinds[row["kind"]], "past", major=True)
    happenings = labels_at("case", ("events", 0, "kind"))
    for row in case.get("events", ()):
        yield Happened(_day(row["date"]), "court", happenings[row["kind"]], "past")
    if "i589_filed" in case:
        yield Happened(_day(case["i589_filed"]), "court", "I-589 filed", "past")
    for row in case.get("outcome", ()):
        relief, result = labels_at("case", ("outcome", 0, "relief")), labels_at("case", ("outcome", 0, "result"))
        yield Happened(
            _day(row["decided_on"]), "court", f"{relief[row['relief']]}: {result[row['result']].lower()}", "past", major=True
        )


def _contacts(case: Data) -> Iterator[Happened]:
    for contact in contacts(case):
        if contact.said:
            yield Happened(contact.day, "contact", contact.said, "past")


def _program(case: Data, as_of: date) -> Iterator[Happened]:
    for row in case["history"]:
        yield Happened(_day(row["date"]), "program", status(row["status"]), "past")
    names = labels("milestone_kind")
    for row in case.get("plan", {}).get("milestones", ()):
        if row.get("done", "9") <= as_of.isoformat():
            yield Happened(_day(row["done"]), "plan", f"{names[row['kind']]}, done", "done")


def _due(dues: list[Due]) -> Iterator[Happened]:
    """What is still to be met: milestones in their lane, the court's dates in theirs. Hearings stand in the record."""
    for due in dues:
        if due.state != "done" and due.shown and due.kind in ("milestone", "court"):
            title = f"{due.title}, due" if due.state != "late" else f"{due.title}, was due"
            yield Happened(due.shown, "court" if due.kind == "court" else "plan", title, due.state)
