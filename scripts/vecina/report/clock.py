"""The asylum clock of a case for a terminal and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from ..deadlines import Clock, Computed, Interval
from ..schema import labels_at
from ..words import day, plural


def as_text(name: str, clock: Clock, decision: Computed | None, today: date) -> Iterator[str]:
    """Where the clock stands, each stretch of it, the two days with their derivation, and what is only proposed."""
    yield f"Asylum clock of {name} as of {day(today)}"
    yield f"  {_state(clock)}"
    yield ""
    for row in clock.intervals:
        how = "counts" if row.running else "stopped"
        yield f"  {_span(row):<36}  {how:<7}  {plural(row.days, 'day'):>9}  {_reason(row)}".rstrip()
    for got in clock.reached.values():
        yield ""
        when = day(got.due) if got.due else "no date while it stands still" if not clock.for_good else "no date"
        yield f"  {_title(got)}: {when}"
        yield f"    {got.explanation}"
        yield f"    {got.authority}"
        yield from (f"    {note}" for note in got.notes)
    if clock.i765_filed:
        yield f"  The I-765 was filed on {day(clock.i765_filed)}."
    if decision is not None and decision.raw:
        yield ""
        yield f"  Decision expected: {day(decision.raw)}, a goal of the court and no deadline"
        yield f"    {decision.authority}"


def _state(clock: Clock) -> str:
    if clock.running:
        return f"Running: day {clock.days}."
    last = clock.intervals[-1]
    how = "Ended" if clock.for_good else "Stopped"
    return f"{how} since {day(last.first)}, at day {clock.days}: {_reason(last)}."


def _title(got: Computed) -> str:
    return {"ead.apply": "Day 150, the I-765 may be filed", "ead.eligible": "Day 180, employment authorization may be given"}[
        got.rule
    ]


def _span(row: Interval) -> str:
    return f"{day(row.first)} to {day(row.last) if row.last else 'today'}"


def _reason(row: Interval) -> str:
    if row.running:
        return ""
    code = f" (code {row.code})" if row.code else ""
    return f"{labels_at('case', ('asylum_clock', 'stops', 0, 'reason'))[row.reason]}{code}"


def as_json(name: str, clock: Clock, today: date) -> str:
    """One object with the stretches and the two days."""

    def text(when: date | None) -> str | None:
        return when.isoformat() if when else None

    intervals: list[dict[str, Any]] = [
        {"from": text(row.first), "to": text(row.last), "running": row.running, "days": row.days, "reason": row.reason or None}
        for row in clock.intervals
    ]
    reached = [
        {"rule": got.rule, "raw": text(got.raw), "due": text(got.due), "authority": got.authority, "explanation": got.explanation}
        for got in clock.reached.values()
    ]
    made = {"case": name, "today": text(today), "started": text(clock.started), "days": clock.days, "running": clock.running}
    return json.dumps(made | {"ended": clock.for_good, "intervals": intervals, "dates": reached}, indent=1, ensure_ascii=False)
