"""Why cases left the program, and how many came back for another mentor."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from ...book import ENDED, OPEN, Book
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


def ends(book: Book, day: date) -> Ends:
    """How cases ended, and how many came back."""
    year, reasons = year_to(day), labels_at("case", ("history", 0, "reason"))
    recent, ever = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for case in book.cases.values():
        before = ""
        for step in case.data["history"]:
            way = (BACK, "") if step["status"] == "vetted" and before in OPEN else (step["status"], step.get("reason", ""))
            before = step["status"]
            if step["date"] <= day.isoformat() and way[0] in (*ENDED, BACK):
                ever[way] += 1
                recent[way] += year.holds(step["date"])
    ways = [(what, why) for what in ("declined", "withdrawn", BACK, "closed") for why in (*reasons, "")]
    return Ends(
        tuple(
            EndRow(what if what == BACK else status(what), reasons.get(why, ""), recent[what, why], ever[what, why])
            for what, why in ways
            if ever[what, why]
        )
    )
