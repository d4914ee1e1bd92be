"""The events of a case from which a rule counts: an arrival, a decision, a filing. Each is done when the case shows it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from ..facts import Data, i589_on_file, is_withholding_only
from .decisions import OURS, Event, decisions, step_taken
from .follows import AFTER_EVENT, AT_THE_BIA, EVENT_STEPS, FEAR_REVIEWS, REPLACES

__all__ = ["OURS", "Event", "events"]


def events(case: Data, today: date) -> Iterator[Event]:
    """Every event of the case with a deadline of its own."""
    now = today.isoformat()
    if "last_arrival" in case and not is_withholding_only(case) and case["posture"] not in FEAR_REVIEWS:
        filed = min(filter(None, (i589_on_file(case), case.get("asylum_clock", {}).get("started_on"))), default="9")
        yield Event("asy.one_year", date.fromisoformat(case["last_arrival"]), ("last_arrival",), filed <= now)
    yield from decisions(case, now)
    yield from _happenings(case, now)
    for index, row in enumerate(case.get("outcome", ())):
        if row["relief"] == "voluntary-departure" and row["result"] == "granted":
            ordered = any(order.get("due_for") == "departure" for order in case.get("orders", ()))
            left = row["decided_on"] <= row.get("departed_on", "") <= now
            done = left or row.get("appealed") in OURS or ordered
            yield Event("vd", date.fromisoformat(row["decided_on"]), ("outcome", index, "decided_on"), done)


def _happenings(case: Data, now: str) -> Iterator[Event]:
    """What follows from what happened besides hearings and orders."""
    rows = case.get("events", ())
    for index, row in enumerate(rows):
        if _replaced(case, rows, index, now):
            continue  # a date in an order takes the place of the court's default
        done = row.get("done", "9") <= now
        names = AFTER_EVENT[row["kind"]]
        if case["posture"] == "bia-appeal" and row["kind"] in AT_THE_BIA:
            # before the appeal is on record the court still has the case: then the court's rule stands beside the BIA's
            names = (AT_THE_BIA[row["kind"]], *(() if _appeal_on_record(case, now) else names))
        if row["kind"] == "reasonable-fear-referral":
            made = (order["date"] for order in case.get("orders", ()) if order["kind"] == "reasonable-fear-determination")
            done = done or any(row["date"] <= day <= now for day in made)
        for name in names:
            taken = name in EVENT_STEPS and step_taken(row, EVENT_STEPS[name], now)
            yield Event(name, date.fromisoformat(row["date"]), ("events", index, "date"), done or taken)


def _replaced(case: Data, rows: Any, index: int, now: str) -> bool:
    """Whether an order sets the date for this event: it stands for the latest such event before it and for no other."""
    row = rows[index]
    due_for = REPLACES.get(row["kind"])
    if due_for is None:
        return False
    alike = [other["date"] for other in rows if REPLACES.get(other["kind"]) == due_for]
    ordered = [order["date"] for order in case.get("orders", ()) if order.get("due_for") == due_for and order["date"] <= now]
    return any(max((day for day in alike if day <= on), default="") == row["date"] for on in ordered)


def _appeal_on_record(case: Data, now: str) -> bool:
    """Whether the record shows that an appeal on the merits was filed with the BIA."""
    rows = (row for row in case.get("outcome", ()) if row["relief"] != "bond")
    if any(row.get("appealed") in ("respondent", "dhs", "both") for row in rows):
        return True
    orders = [order for order in case.get("orders", ()) if order["date"] <= now]
    steps = (step for order in orders if order["kind"] == "ij-decision" for step in order.get("steps", ()))
    taken = any(step["step"] == "appeal" and not step.get("waived") and step["date"] <= now for step in steps)
    return taken or any(order["kind"] == "bia-briefing-schedule" for order in orders)
