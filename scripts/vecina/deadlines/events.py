"""The events of a case from which a rule counts: an arrival, a decision, a schedule. Each is done when the case shows it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from ..facts import Data, is_withholding_only
from ..finding import Path
from .follows import AFTER_EVENT, AFTER_ORDER, AT_THE_BIA, FEAR_REVIEWS, FINAL_BY_WAIVER, REPLACES, Follow

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


def events(case: Data, today: date) -> Iterator[Event]:
    """Every event of the case with a deadline of its own."""
    now = today.isoformat()
    if "last_arrival" in case and not is_withholding_only(case) and case["posture"] not in FEAR_REVIEWS:
        filed = min(filter(None, (case.get("i589_filed"), case.get("asylum_clock", {}).get("started_on"))), default="9")
        yield Event("asy.one_year", date.fromisoformat(case["last_arrival"]), ("last_arrival",), filed <= now)
    yield from _orders(case, now)
    yield from _happenings(case, now)
    for index, row in enumerate(case.get("outcome", ())):
        if row["relief"] == "voluntary-departure" and row["result"] == "granted":
            ordered = any(order.get("due_for") == "departure" for order in case.get("orders", ()))
            done = row.get("departed_on", "9") <= now or row.get("appealed") in OURS or ordered
            yield Event("vd", date.fromisoformat(row["decided_on"]), ("outcome", index, "decided_on"), done)


def _happenings(case: Data, now: str) -> Iterator[Event]:
    """What follows from what happened besides hearings and orders."""
    rows = case.get("events", ())
    for index, row in enumerate(rows):
        if _replaced(case, rows, index, now):
            continue  # a date in an order takes the place of the court's default
        day, path, done = date.fromisoformat(row["date"]), ("events", index, "date"), row.get("done", "9") <= now
        names = AFTER_EVENT[row["kind"]]
        if case["posture"] == "bia-appeal" and row["kind"] in AT_THE_BIA:
            # before the appeal is on record the court still has the case: then the court's rule stands beside the BIA's
            names = (AT_THE_BIA[row["kind"]], *(() if _appeal_on_record(case) else names))
        if row["kind"] == "reasonable-fear-referral":
            orders = case.get("orders", ())
            done = done or any(
                order["kind"] == "reasonable-fear-determination" and order["date"] >= row["date"] for order in orders
            )
        for name in names:
            yield Event(name, day, path, done)


def _replaced(case: Data, rows: Any, index: int, now: str) -> bool:
    """Whether an order sets the date for this event: it stands for the latest such event before it and for no other."""
    row = rows[index]
    due_for = REPLACES.get(row["kind"])
    if due_for is None:
        return False
    alike = [other["date"] for other in rows if REPLACES.get(other["kind"]) == due_for]
    ordered = [order["date"] for order in case.get("orders", ()) if order.get("due_for") == due_for and order["date"] <= now]
    return any(max((day for day in alike if day <= on), default="") == row["date"] for on in ordered)


def _appeal_on_record(case: Data) -> bool:
    """Whether the record shows that an appeal was filed with the BIA."""
    filed = any(row.get("appealed") in ("respondent", "dhs", "both") for row in case.get("outcome", ()))
    orders = case.get("orders", ())
    taken = any(step["step"] == "appeal" and not step.get("waived") for order in orders for step in order.get("steps", ()))
    return filed or taken or any(order["kind"] == "bia-briefing-schedule" for order in orders)


def _orders(case: Data, now: str) -> Iterator[Event]:
    """What follows from each order and decision."""
    for index, order in enumerate(case.get("orders", ())):
        kind, rows = order["kind"], _of_that_day(case, order)
        if kind == "ij-decision" and any(row["result"] == "in-absentia" for row in rows):
            kind = "in-absentia-order"  # no appeal lies from it
        twin = any(row["kind"] == "in-absentia-order" and row["date"] == order["date"] for row in case["orders"])
        if order["kind"] == "ij-decision" and twin:
            continue  # the same decision, recorded as what it is
        follows = AFTER_ORDER.get(kind, ())
        if kind == "ij-decision":
            follows = () if case["posture"] in FEAR_REVIEWS else follows
            follows += FINAL_BY_WAIVER if rows and all(row.get("appealed") == "none" for row in rows) and not _won(rows) else ()
        if kind == "bia-briefing-schedule" and ("due" in order or _set_later(case, order, now)):
            continue  # the BIA's own date takes the place of the count
        for follow in follows:
            yield from _follow(case, index, order, follow, rows, now)


def _follow(case: Data, index: int, order: Data, follow: Follow, rows: list[Data], now: str) -> Iterator[Event]:
    if follow.rule == "pfr" and is_withholding_only(case):
        return  # there it runs from the order of removal or reinstatement (Riley v. Bondi)
    on, served = date.fromisoformat(order["date"]), date.fromisoformat(order.get("served_on", order["date"]))
    begun = served if follow.from_service else on
    taken = any(step["step"] == follow.step and step["date"] <= now for step in order.get("steps", ()))
    followed = any(row["kind"] in follow.answered_by and order["date"] < row["date"] <= now for row in case["orders"])
    done = order.get("done", "9") <= now or taken or followed or _beside_the_point(case, order, follow, rows)
    yield Event(follow.rule, begun, ("orders", index, "date"), done, on if on < begun else None, follow.forum)


def _set_later(case: Data, order: Data, now: str) -> bool:
    """Whether another order has set the day of the brief since."""
    return any(row.get("due_for") == "brief" and order["date"] <= row["date"] <= now for row in case.get("orders", ()))


def _of_that_day(case: Data, order: Data) -> list[Data]:
    """What this order decided, by form of relief: the outcomes of its own day."""
    days = (order["date"], order.get("served_on"))
    return [row for row in case.get("outcome", ()) if row["decided_on"] in days and row["relief"] != "bond"]


def _won(rows: list[Data]) -> bool:
    """Whether asylum was granted or the proceedings were ended: nobody on our side would go on."""
    return any(row["result"] == "terminated" or (row["relief"], row["result"]) == ("asylum", "granted") for row in rows)


def _beside_the_point(case: Data, order: Data, follow: Follow, rows: list[Data]) -> bool:
    """Whether nothing is to be filed: won that day, appealed or waived, sent back by the BIA, a review with its hearing."""
    if order["kind"] == "bia-decision":
        return bool(case["posture"] == "remand")
    if follow.step == "review":
        heard = any(row["type"] in FEAR_REVIEWS and row["status"] != "vacated" for row in case.get("hearings", ()))
        return heard or case["posture"] not in FEAR_REVIEWS
    if follow.rule != "bia.appeal":
        return False
    said = {row.get("appealed") for row in rows} - {None}
    return _won(rows) or (bool(said) and said <= {"respondent", "both", "none"})
