"""Why cases left the program, and how many came back for another mentor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ...book import ENDED, OPEN, Book
from ...facts import Data
from ...schema import labels_at
from ..names import status
from .span import year_to

BACK = "Back for a new mentor"
DEFINITION = (
    "Each step of a case's history that ended it, with the reason recorded there: declined before a match, withdrawn at any "
    "time, closed when the program's work was done. Back for a new mentor: a case that had a mentor waits again."
)


@dataclass(frozen=True, slots=True)
class EndRow:
    """One way out and its reason, in the last 12 months and in all."""

    what: str
    why: str
    recent: int
    ever: int


@dataclass(frozen=True, slots=True)
class Ends:
    """The ways out, in the order of the process and then of the list of reasons."""

    rows: tuple[EndRow, ...]
    definition: str = DEFINITION


class Way(NamedTuple):
    """One step out of the program or back to waiting: its day, the status or BACK, the reason, and why it was given back."""

    day: str
    what: str
    why: str
    returned: str


def ways_out(case: Data) -> Iterator[Way]:
    """Every step of a case that ended it, or took its mentor from it."""
    before = ""
    for step in case["history"]:
        back = step["status"] == "vetted" and before in OPEN
        before = step["status"]
        if back or step["status"] in ENDED:
            because = step.get("returned_because", "")
            yield Way(step["date"], BACK if back else step["status"], "" if back else step.get("reason", ""), because)


def reason_words() -> Mapping[str, str]:
    """The words for the reasons of an end."""
    return labels_at("case", ("history", 0, "reason"))


def ends(book: Book, day: date) -> Ends:
    """How cases ended, and how many came back."""
    year, reasons = year_to(day), reason_words()
    recent, ever = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for case in book.cases.values():
        for way in ways_out(case.data):
            if way.day <= day.isoformat():
                ever[way.what, way.why] += 1
                recent[way.what, way.why] += year.holds(way.day)
    ways = [(what, why) for what in ("declined", "withdrawn", BACK, "closed") for why in (*reasons, "")]
    return Ends(
        tuple(
            EndRow(what if what == BACK else status(what), reasons.get(why, ""), recent[what, why], ever[what, why])
            for what, why in ways
            if ever[what, why]
        )
    )
