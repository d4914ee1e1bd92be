"""What follows from each order and decision of a case, and what the record shows of its being answered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ..facts import Data, is_withholding_only
from ..finding import Path
from .follows import AFTER_ORDER, FEAR_REVIEWS, FINAL_BY_WAIVER, Follow

OURS = ("respondent", "both")


class Event(NamedTuple):
    """The day a rule counts from, where the record says so, and whether its deadline is met or beside the point.

    `earlier` is a day from which somebody may count as well; the safe day keeps to it. `forum` is where it is filed.
    """

    rule: str
    day: date
    path: Path
    done: bool
    earlier: date | None = None
    forum: str | None = None


def decisions(case: Data, now: str) -> Iterator[Event]:
    """What follows from each order and decision, as of a day."""
    for index, order in enumerate(case.get("orders", ())):
        kind, rows = order["kind"], of_that_day(case, order)
        twin = any(row["kind"] == "in-absentia-order" and row["date"] == order["date"] for row in case["orders"])
        if kind == "ij-decision" and twin:
            continue  # the same decision, recorded as what it is
        if kind == "ij-decision" and any(row["result"] == "in-absentia" for row in rows):
            kind = "in-absentia-order"  # no appeal lies from it
        follows = AFTER_ORDER.get(kind, ())
        if kind == "ij-decision":
            follows = () if case["posture"] in FEAR_REVIEWS else follows
            follows += FINAL_BY_WAIVER if _waived(order, rows, now) and not _won(rows) else ()
        if kind == "bia-decision" and about_bond(case, order):
            continue  # it answers the appeal on bond and starts nothing
        if kind == "bia-briefing-schedule" and ("due" in order or _set_later(case, order, now)):
            continue  # the BIA's own date takes the place of the count
        for follow in follows:
            yield from _follow(case, index, order, follow, rows, now)


def _follow(case: Data, index: int, order: Data, follow: Follow, rows: list[Data], now: str) -> Iterator[Event]:
    if follow.rule == "pfr" and is_withholding_only(case):
        return  # there it runs from the order of removal or reinstatement (Riley v. Bondi)
    on, served = date.fromisoformat(order["date"]), date.fromisoformat(order.get("served_on", order["date"]))
    begun = served if follow.from_service else on
    done = order.get("done", "9") <= now or step_taken(order, follow.step, now) or _answered(case, order, follow, rows, now)
    yield Event(follow.rule, begun, ("orders", index, "date"), done, on if on < begun else None, follow.forum)


def step_taken(row: Data, step: str, now: str) -> bool:
    """Whether the step is recorded for an order or event, on a day that can be true: not before it, and not to come."""
    return any(taken["step"] == step and row["date"] <= taken["date"] <= now for taken in row.get("steps", ()))


def _answered(case: Data, order: Data, follow: Follow, rows: list[Data], now: str) -> bool:
    """Whether a later order shows that it was answered, or nothing is left to be filed."""
    by = follow.answered_by
    if follow.rule == "bia.appeal" and {row.get("appealed") for row in rows} & {"dhs"}:
        by = tuple(kind for kind in by if kind != "bia-briefing-schedule")  # the schedule is for the appeal of DHS
    bond = follow.rule == "bond.appeal"
    later = (row for row in case["orders"] if row["kind"] in by and order["date"] < row["date"] <= now)
    if any(row["kind"] != "bia-decision" or about_bond(case, row) == bond for row in later):
        return True
    if order["kind"] == "bia-decision":
        return _won(rows) or _sent_back(case, order)
    if follow.step == "review":
        heard = any(row["type"] in FEAR_REVIEWS and row["status"] in ("scheduled", "held") for row in case.get("hearings", ()))
        return heard or case["posture"] not in FEAR_REVIEWS
    if bond:
        own = [row for row in case.get("outcome", ()) if row["relief"] == "bond" and row["decided_on"] in _days(order)]
        return bool(own) and all(row["result"] == "granted" or row.get("appealed") in (*OURS, "none") for row in own)
    if follow.rule != "bia.appeal":
        return False
    return _won(rows) or any(row.get("appealed") in OURS for row in rows) or _waived(order, rows, now)


def _waived(order: Data, rows: list[Data], now: str) -> bool:
    """Whether the record says that nobody on our side appeals: of everything that was not granted, or as a step."""
    lost = [row for row in rows if row["result"] != "granted"]
    said = bool(lost) and all(row.get("appealed") == "none" for row in lost)
    steps = (step for step in order.get("steps", ()) if step["step"] == "appeal" and step["date"] <= now)
    return said or any(step.get("waived") for step in steps)


def _sent_back(case: Data, order: Data) -> bool:
    """Whether this decision is the one that remanded the case: its posture says so, and no other decision came before."""
    earlier = any(row["kind"] == "bia-decision" and row["date"] < order["date"] for row in case["orders"])
    return case["posture"] == "remand" and not earlier


def about_bond(case: Data, order: Data) -> bool:
    """Whether everything that was decided that day is bond."""
    rows = [row for row in case.get("outcome", ()) if row["decided_on"] in _days(order)]
    return bool(rows) and all(row["relief"] == "bond" for row in rows)


def _set_later(case: Data, order: Data, now: str) -> bool:
    """Whether another order has set the day of the brief since."""
    return any(row.get("due_for") == "brief" and order["date"] <= row["date"] <= now for row in case.get("orders", ()))


def _days(order: Data) -> tuple[str, str | None]:
    return order["date"], order.get("served_on")


def of_that_day(case: Data, order: Data) -> list[Data]:
    """What this order decided on the merits, by form of relief: the outcomes of its own day."""
    return [row for row in case.get("outcome", ()) if row["decided_on"] in _days(order) and row["relief"] != "bond"]


def _won(rows: list[Data]) -> bool:
    """Whether asylum or the motion was granted or the proceedings were ended: nobody on our side would go on."""
    good = (("asylum", "granted"), ("motion", "granted"))
    return any(row["result"] == "terminated" or (row["relief"], row["result"]) in good for row in rows)
