"""Orders and decisions with what they decided, and events that start a deadline."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from ..edit import Put
from ..facts import Data
from ..schema import labels_at
from ..words import inside
from .line import Line, NotPossible, added, happened, label

_AT_ONCE = ("orally", "in-person")  # served on its own day, by what it is


def order(
    case: Data, kind: str, day: date, today: date, *, served: str | None = None, served_on: date | None = None,
    due: date | None = None, due_for: str | None = None, outcome: Sequence[dict[str, Any]] = (),
) -> Line:  # fmt: skip
    """An order or decision, how it was served, the date it sets, and what it decided."""
    on = happened(day, today)
    row: dict[str, Any] = {"kind": kind, "date": on}
    more = ""
    if served_on and not served:
        raise NotPossible("Say how it was served too: --served orally, in-person, mail or electronic.")
    if served:
        if served_on is None and served not in _AT_ONCE:
            raise NotPossible("A deadline runs from the day of service: give it with --served-on.")
        row |= {"served": served, "served_on": happened(served_on or day, today)}
        more = f", served on {row['served_on']} ({label(served, 'orders', 0, 'served')})"
    if (due is None) != (due_for is None):
        raise NotPossible("A date that the order sets has two parts: --due with the day, and --for with what it is for.")
    if due and due_for:
        row |= {"due_for": due_for, "due": due.isoformat()}
        more += f", it sets {due} ({label(due_for, 'orders', 0, 'due_for')})"
    if any((other["kind"], other["date"]) == (kind, on) for other in case.get("orders", ())):
        raise NotPossible("An order of that kind and day is in the record. Add to it in the file.")
    puts = [added(case, ("orders",), row), *outcome_puts(case, outcome)]
    more += "".join(f"; {said(one)}" for one in outcome)
    return Line(tuple(puts), f"{label(kind, 'orders', 0, 'kind')} of {on}", more)


def event(case: Data, kind: str, day: date, today: date) -> Line:
    """Something happened that starts a deadline."""
    on = happened(day, today)
    put = added(case, ("events",), {"kind": kind, "date": on})
    if any((row["kind"], row["date"]) == (kind, on) for row in case.get("events", ())):
        raise NotPossible("An event of that kind and day is in the record.")
    return Line((put,), f"{label(kind, 'events', 0, 'kind')}: {on}")


def outcome_rows(
    reliefs: Sequence[str], results: Sequence[str], decided_on: date | None, appealed: str | None, today: date
) -> list[dict[str, Any]]:
    """What was decided for each form of relief, in the order in which they were said."""
    if len(reliefs) != len(results):
        raise NotPossible("Each --relief needs its --result, in the same order.")
    if appealed and not reliefs:
        raise NotPossible("--appealed belongs to an outcome: give --relief and --result too.")
    if not reliefs or decided_on is None:
        return []
    day = happened(decided_on, today)
    rows = [{"relief": relief, "result": result, "decided_on": day} for relief, result in zip(reliefs, results, strict=True)]
    return [row | ({"appealed": appealed} if appealed else {}) for row in rows]


def outcome_puts(case: Data, rows: Sequence[dict[str, Any]]) -> list[Put]:
    """The rows at the end of the outcome, which may not be there yet."""
    there = case.get("outcome")
    if there and any((old["relief"], old["decided_on"]) == (row["relief"], row["decided_on"]) for old in there for row in rows):
        raise NotPossible("The record has an outcome for this relief of that day. Correct it in the file.")
    if there is None:
        return [Put(("outcome",), list(rows))] if rows else []
    return [Put(("outcome", len(there) + number), row) for number, row in enumerate(rows)]


def said(row: dict[str, Any]) -> str:
    """One outcome in words."""
    words = [inside(labels_at("case", ("outcome", 0, name))[row[name]]) for name in ("relief", "result")]
    return f"{words[0]}: {words[1]}"
