"""One case and every mentor, for the admin who is asked: why me, or why not me?"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from ..matching import Chance, Value
from ..words import plural
from .match_data import value_data


def as_text(case: str, rows: Sequence[Chance]) -> Iterator[str]:
    """Every mentor in order with her points, or with the limits that exclude her and what would have to change."""
    able = [row for row in rows if not row.limits]
    yield f"Mentors for {case}: {plural(len(able), 'mentor')} could take it, {len(rows) - len(able)} cannot"
    for row in able:
        yield ""
        yield f"  {row.mentor}   {plural(row.score, 'point')}   {_standing(row)}"
        yield from (f"      {point.points:>3}  {point.reason}" for point in row.reasons)
    excluded = [row for row in rows if row.limits]
    if excluded:
        yield ""
        yield "Excluded by a limit"
    for row in excluded:
        yield f"  {row.mentor}"
        yield from (f"      {limit.reason}; what would change it: {limit.change}" for limit in row.limits)


def _standing(row: Chance) -> str:
    if row.chosen:
        return "proposed"
    loss = row.loss or Value()
    if loss.placed:
        return f"would leave {plural(loss.placed, 'case')} more without a mentor"
    if loss.urgency:
        return "would leave a more urgent case without a mentor"
    if loss.score:
        return f"{plural(loss.score, 'point')} less over all cases"
    return "as good; the choice between equals falls by a fixed lot"


def as_json(case: str, rows: Sequence[Chance]) -> str:
    """One object with every mentor in order."""
    mentors = [
        {
            "mentor": row.mentor, "chosen": row.chosen, "score": row.score if not row.limits else None,
            "reasons": [{"points": point.points, "reason": point.reason} for point in row.reasons],
            "limits": [{"limit": limit.reason, "change": limit.change} for limit in row.limits],
            "loss": value_data(row.loss) if row.loss is not None else None,
        }
        for row in rows
    ]  # fmt: skip
    return json.dumps({"case": case, "mentors": mentors}, indent=1, ensure_ascii=False)
