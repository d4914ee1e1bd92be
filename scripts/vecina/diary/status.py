"""The case's way through the program: its next status, and its end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from ..book import ENDED
from ..edit import Put
from ..facts import GIVEN_BACK, WAITING, Data
from ..schema import labels_at
from ..words import listing
from .court import outcome_puts, said
from .handover import without_mentor
from .line import Line, NotPossible, happened, label


def status(case: Data, to: str, day: date, today: date, reason: str | None, because: str | None = None) -> Line:
    """The case took a status that day: the status, and the step in its history. `because`: why the attorney gave it back."""
    on = happened(day, today)
    if to == case["status"]:
        raise NotPossible("The case has this status already.")
    if to in ENDED and reason is None:
        raise NotPossible("Say why it ended with --reason.")
    if to not in ENDED and reason:
        raise NotPossible("--reason belongs to declined, withdrawn and closed.")
    if reason in GIVEN_BACK and because is None:
        why = listing(list(labels_at("case", ("history", 0, "returned_because"))), "or")
        raise NotPossible(f"Say why the attorney gave the case back with --returned-because: {why}.")
    if because and reason not in GIVEN_BACK:
        raise NotPossible("--returned-because belongs to the reasons returned and attorney-left.")
    step = (
        {"status": to, "date": on} | ({"reason": reason} if reason else {}) | ({"returned_because": because} if because else {})
    )
    back = without_mentor(case) if to in WAITING else ()
    puts = (Put(("status",), to), Put(("history", len(case["history"])), step), *back)
    why = f" ({label(reason, 'history', 0, 'reason')}" if reason else ""
    why += f": {label(because, 'history', 0, 'returned_because')}" if because else ""
    more = f"{why})" if why else ""
    if back:
        more += f"; {case['mentor']} is its mentor no longer, and the hours worked until now stay with {case['mentor']}"
    return Line(puts, f"{to} since {on}", more)


def closed(
    case: Data, day: date, today: date, reason: str, outcome: Sequence[dict[str, Any]], because: str | None = None
) -> Line:
    """The case was closed, with what was decided."""
    line = status(case, "closed", day, today, reason, because)
    more = line.more + "".join(f"; {said(row)}" for row in outcome)
    return Line((*line.puts, *outcome_puts(case, outcome)), f"closed on {day}", more)


def decided(case: Data, given: date | None) -> date:
    """The day of the decision: as it was given, else that of the one decision in the record. Raises NotPossible."""
    if given:
        return given
    kinds = ("ij-decision", "in-absentia-order", "bia-decision", "circuit-decision")
    days = sorted({row["date"] for row in case.get("orders", ()) if row["kind"] in kinds})
    if len(days) != 1:
        known = f" The record has decisions of {', '.join(days)}." if days else ""
        raise NotPossible(f"Say on which day it was decided with --decided-on.{known}")
    return date.fromisoformat(days[0])
