"""What was decided, per form of relief, in the cases the program has mentored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ...book import OPEN, Book
from ...facts import Data, is_withholding_only
from ...schema import labels_at
from ...words import plural
from .span import year_to
from .way import first_match, status_on

ALWAYS = ("granted", "denied", "in-absentia")  # results that have a column also where there is none
OVER = ("terminated", "dismissed", "in-absentia")  # results after which the court decides on nothing else
PROTECTION = ("asylum", "withholding", "cat")  # what the I-589 asks for
COUNTED = (
    "One case can have several forms of relief, so the rows do not add up to cases. Only decisions on or after the day of the "
    "first match count; those from before the program came are left out"
)
GRANTED = (
    "Granted: this form of relief was granted, as the record says. Proceedings that were terminated or dismissed are not "
    "granted, even where that is what the client wanted. Not final: an appeal was taken or reserved."
)
PENDING = (
    "Pending: cases with a mentor and without a decision on it. The I-589 is the form for asylum, withholding and protection "
    "under the Convention Against Torture, so a case is pending for all three, in withholding-only proceedings for the last two, "
    "and for none once asylum is granted or the proceedings have ended. Other forms of relief are known when they are decided."
)
MERIT = (
    "An outcome is not the program's merit or fault: judges, courts, countries and facts differ, and these are few cases. So no "
    "rate is shown. The numbers stand here in full because this page is private; those from 1 to 4 are not for other readers."
)


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """One form of relief: its decisions by result, those of the last 12 months, those not final, and what is pending."""

    relief: str
    counts: tuple[int, ...]
    recent: int
    not_final: int
    pending: int | None


@dataclass(frozen=True, slots=True)
class Outcomes:
    """The decisions. `decided` and `protected` count cases, `before` those with a decision from before the match."""

    results: tuple[str, ...]
    rows: tuple[OutcomeRow, ...]
    decided: int
    protected: int
    before: int
    definition: tuple[str, ...]


def outcomes(book: Book, day: date) -> Outcomes:
    """Outcomes per form of relief, all time and in the last 12 months."""
    cases = [case.data for case in book.cases.values()]
    found = [(case, row) for case in cases for row in since_match(case, day)]
    reliefs, results = (labels_at("case", ("outcome", 0, field)) for field in ("relief", "result"))
    pending = Counter(relief for case in cases for relief in _pending(case, day))
    seen = {row["result"] for _, row in found}
    columns = [code for code in results if code in seen or code in ALWAYS]
    shown = [code for code in reliefs if pending[code] or any(row["relief"] == code for _, row in found)]
    before = sum(1 for case in cases if _before(case, day))
    year, rows = year_to(day), []
    for code in shown:
        own = [row for _, row in found if row["relief"] == code]
        by_result = Counter(row["result"] for row in own)
        rows.append(
            OutcomeRow(
                relief=reliefs[code],
                counts=tuple(by_result[result] for result in columns),
                recent=sum(1 for row in own if year.holds(row["decided_on"])),
                not_final=sum(1 for row in own if row.get("appealed", "none") != "none"),
                pending=pending[code] if code in PROTECTION else None,
            )
        )
    return Outcomes(
        results=tuple(results[code] for code in columns),
        rows=tuple(rows),
        decided=len({case["id"] for case, _ in found}),
        protected=len({case["id"] for case, row in found if row["result"] == "granted" and row["relief"] in PROTECTION}),
        before=before,
        definition=(f"{COUNTED} ({plural(before, 'case')}).", GRANTED, PENDING, MERIT),
    )


def since_match(case: Data, day: date) -> Iterator[dict[str, Any]]:
    """The decisions from the first match to a day."""
    met = first_match(case, day)
    for row in case.get("outcome", ()) if met else ():
        if met and met[1] <= row["decided_on"] <= day.isoformat():
            yield row


def is_over(decided: Mapping[str, str]) -> bool:
    """Whether the court decides on nothing else of the I-589, by the results per form of relief."""
    return decided.get("asylum") == "granted" or bool(set(OVER) & set(decided.values()))


def _before(case: Data, day: date) -> bool:
    met = first_match(case, day)
    return met is not None and any(row["decided_on"] < met[1] for row in case.get("outcome", ()))


def _pending(case: Data, day: date) -> Iterator[str]:
    """The forms of protection that a case with a mentor still waits for."""
    if status_on(case, day) not in OPEN:
        return
    decided = {row["relief"]: row["result"] for row in since_match(case, day)}
    if not is_over(decided):
        yield from (code for code in PROTECTION if code not in decided and not (code == "asylum" and is_withholding_only(case)))
