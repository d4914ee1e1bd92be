"""A date that people rely on does not move unseen: hearings, what a court ordered, what was agreed."""

from __future__ import annotations

from collections.abc import Iterator

from ..checks.base import Spot, check
from .base import WHY, Sides, corrected, left_over

_KEEP = "keep the old row with its status, adjourned or vacated, and add the new date below; `vecina diff` shows what it was"


@check("V811")
def hearing_stays_on_record(sides: Sides) -> Iterator[Spot]:
    """A hearing's date was written over or taken away.

    Who relied on the old date must be able to see what became of it, and a slip of the finger in a hearing's date can cost
    a life. A hearing that has moved keeps its row, with the status `adjourned` or `vacated`; the new date gets a row of
    its own.

    Mend: put the old row back, give it its new status, and add the new one:

        - type: individual
          date: 2026-12-28
          status: adjourned         # was: scheduled
        - type: individual
          date: 2027-02-09
          status: scheduled

    Where the date was never right, correct it and say why under `corrections:` with `of: hearing`.
    """
    for before, after in sides.cases():
        old, new = before.data.get("hearings", []), after.data.get("hearings", [])
        if corrected(before, after, "hearing"):
            continue
        marks = [[(row["type"], row["date"]) for row in rows] for rows in (old, new)]
        for _, (kind, _when) in left_over(*marks):
            index = next((n for n, row in enumerate(new) if row["type"] == kind and row not in old), None)
            path = ("hearings",) if index is None else ("hearings", index, "date")
            yield Spot(after, path, "the hearing that stood here stays on record", _KEEP)


@check("V812")
def ordered_date_stays(sides: Sides) -> Iterator[Spot]:
    """A date that a court set was changed or taken away.

    An order's own day, the day it was served and the dates it sets start deadlines. An order that changes an earlier one
    is a new order.

    Mend: put the old date back, and enter the new order. Where the date was never right, correct it and say why under
    `corrections:` with `of: order`.
    """
    fields = ("date", "served_on", "due")
    for before, after in sides.cases():
        old, new = before.data.get("orders", []), after.data.get("orders", [])
        if corrected(before, after, "order"):
            continue
        marks = [[(row["kind"], *(row.get(name) for name in fields)) for row in rows] for rows in (old, new)]
        for place, mark in left_over(marks[0], marks[1]):
            same = next((n for n, row in enumerate(new) if row["kind"] == mark[0] and row not in old), None)
            if same is not None and all(new[same].get(name) == old[place][name] for name in fields if name in old[place]):
                continue  # a date was added to it, and none taken away
            yield Spot(after, ("orders",) if same is None else ("orders", same), "an order that was entered keeps its dates", WHY)


@check("V813")
def agreed_date_stays(sides: Sides) -> Iterator[Spot]:
    """A milestone's due date was moved or taken away.

    The dates of the plan are agreed between attorney and mentor. They move when the plan is made anew, which its
    `agreed_on` or `for_hearing` shows, and not one by one and unseen.

    Mend: put the date back, or agree the plan anew with `vecina plan CASE --apply`. Where both agreed on one new date,
    write it and say so under `corrections:` with `of: milestone` and `reason: agreed-anew`.
    """
    for before, after in sides.cases():
        old, new = before.data.get("plan"), after.data.get("plan")
        if not old or corrected(before, after, "milestone"):
            continue
        if new and any(new.get(name) != old.get(name) for name in ("agreed_on", "for_hearing")):
            continue
        rows, others = (plan.get("milestones", []) if plan else [] for plan in (old, new))
        kept = [(row["kind"], row.get("due")) for row in others]
        for row in rows:
            if "due" in row and "done" not in row and (row["kind"], row["due"]) not in kept:
                index = next((n for n, other in enumerate(others) if other["kind"] == row["kind"]), len(others))
                yield Spot(after, ("plan", "milestones", index), "the day agreed for this milestone stays", WHY)
