"""A proposed plan as edits of the case's record."""

from __future__ import annotations

from typing import Any

from ..edit import Put
from ..facts import Data
from .plan import Plan, Step


def plan_puts(case: Data, plan: Plan) -> list[Put]:
    """The edits that make the record's plan the proposed one; none when it already is. Done steps are never touched."""
    new = [step for step in plan.steps if step.change == "new"]
    if "plan" not in case:
        made: dict[str, Any] = {"agreed_on": plan.on.isoformat()}
        made |= {"for_hearing": plan.hearing.isoformat()} if plan.hearing else {}
        made |= {"for_filing": plan.filing.isoformat()} if plan.filing else {}
        return [Put(("plan",), made | {"milestones": [_row(step) for step in new]})] if new else []
    puts: list[Put] = []
    for step in plan.steps:
        if step.index is None or step.change == "done":
            continue
        row, path = case["plan"]["milestones"][step.index], ("plan", "milestones", step.index)
        if step.change == "moved":
            puts.append(Put((*path, "due"), step.due.isoformat()))
        if step.compressed != row.get("compressed", False):
            puts.append(Put((*path, "compressed"), True) if step.compressed else Put((*path, "compressed"), drop=True))
    rows = [step.due.isoformat() for step in sorted((step for step in plan.steps if step.index is not None), key=_index)]
    for step in new:
        number = next((index for index, due in enumerate(rows) if due > step.due.isoformat()), len(rows))
        rows.insert(number, step.due.isoformat())
        puts.append(Put(("plan", "milestones", number), _row(step), insert=True))
    if plan.hearing and plan.made_for != plan.hearing and (plan.made_for or plan.again):
        puts.append(Put(("plan", "for_hearing"), plan.hearing.isoformat()))
    if plan.filing and plan.made_for_filing != plan.filing and (plan.made_for_filing or plan.again):
        puts.append(Put(("plan", "for_filing"), plan.filing.isoformat()))
    return puts


def _index(step: Step) -> int:
    return step.index or 0


def _row(step: Step) -> dict[str, Any]:
    row: dict[str, Any] = {"kind": step.kind, "due": step.due.isoformat(), "owner": step.owner}
    return row | ({"compressed": True} if step.compressed else {})
