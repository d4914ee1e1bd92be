"""A proposed mentoring plan for a terminal and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

from ..deadlines.plan import Plan, Step
from ..schema import labels
from ..words import day, distance, listing


def as_text(plan: Plan) -> Iterator[str]:
    """The days it hangs on, each step with what is new about it, and what cannot be dated yet."""
    names, owners = labels("milestone_kind"), labels("owner")
    yield f"Mentoring plan for {plan.case}, proposed on {day(plan.on)}"
    if plan.hearing:
        yield f"  Individual hearing  {day(plan.hearing)}, {distance((plan.hearing - plan.on).days)}"
        yield f"  Safe filing day     {day(plan.filing) if plan.filing else 'not known: see `vecina due --case` for why'}"
    else:
        yield "  No individual hearing is set yet, so nothing is counted back from one."
    if plan.made_for and plan.hearing and plan.made_for != plan.hearing:
        yield f"  The hearing has moved: the plan was made for {day(plan.made_for)}."
    if plan.made_for_filing and plan.filing and plan.made_for_filing != plan.filing:
        yield f"  The filing date has moved: the plan was made for {day(plan.made_for_filing)}."
    yield ""
    wide = max((len(owners[step.owner]) for step in plan.steps), default=0)
    for step in plan.steps:
        yield f"  {day(step.due):<15}  {owners[step.owner]:<{wide}}  {names[step.kind]:<40}  {_change(step)}".rstrip()
        if step.change in ("new", "moved"):
            yield f"  {'':<15}  {'':<{wide}}  {step.why}"
    if plan.undated:
        yield ""
        yield "No date yet"
        for why in dict.fromkeys(why for _, why in plan.undated):
            yield f"  {listing([names[kind] for kind, other in plan.undated if other == why])}: {why}"
    short = sum(1 for step in plan.steps if step.compressed and step.change != "done")
    if short:
        yield ""
        come = "step comes" if short == 1 else "steps come"
        yield f"Time is short: {short} {come} on another day than usual, marked compressed."


def _change(step: Step) -> str:
    word = {"new": "new", "moved": f"was {day(step.was or date.min)}", "kept": "", "done": "done"}[step.change]
    return ", ".join(part for part in (word, "compressed" if step.compressed and step.change != "done" else "") if part)


def as_json(plan: Plan) -> str:
    """One object with the days, the steps and what has no date yet."""

    def text(when: date | None) -> str | None:
        return when.isoformat() if when else None

    steps = [
        {
            "kind": step.kind, "title": labels("milestone_kind")[step.kind], "due": text(step.due), "owner": step.owner,
            "change": step.change, "was": text(step.was), "compressed": step.compressed, "why": step.why,
        }
        for step in plan.steps
    ]  # fmt: skip
    undated = [{"kind": kind, "why": why} for kind, why in plan.undated]
    made = {"case": plan.case, "on": text(plan.on), "hearing": text(plan.hearing), "filing": text(plan.filing)}
    return json.dumps(made | {"steps": steps, "undated": undated}, indent=1, ensure_ascii=False)
