"""The events of a case from which a rule counts: an arrival, a decision, a schedule. Each is done when the case shows it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ..facts import Data
from ..finding import Path
from .court import Court
from .law import Law

# Which rules are listed for which order, and which later orders show that it was answered.
_AFTER: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "ij-decision": (("bia.appeal",), ("bia-briefing-schedule", "bia-decision", "circuit-decision")),
    "bia-briefing-schedule": (("bia.brief",), ("bia-decision", "circuit-decision")),
    "bia-decision": (("pfr", "mtr.reconsider", "mtr.reopen"), ("circuit-decision",)),
    "in-absentia-order": (("mtr.inabsentia_180",), ("ij-decision", "bia-decision")),
    "credible-fear-determination": (("cf.ij_review",), ("ij-decision", "other-order")),
}
# Which rule is listed for which event that is no order, and what an order about it would set a date for.
_EVENTS = {
    "address-change": ("ic.eoir33", ""),
    "dhs-filing": ("ic.response", "response"),
    "motion-to-pretermit": ("asy.pretermit", "response"),
    "i589-returned": ("asy.refile", "i589"),
    "fee-notice": ("fee.aaf_uscis", "fee"),
    "removal-order": ("pfr", ""),
    "reasonable-fear-referral": ("rf.interview", ""),
}
NO_ASYLUM = ("withholding-only", "reasonable-fear-review", "credible-fear-review")


class Event(NamedTuple):
    """The day a rule counts from, where the record says so, and whether its deadline is met or beside the point."""

    rule: str
    day: date
    path: Path
    done: bool


def events(case: Data, today: date) -> Iterator[Event]:
    """Every event of the case with a deadline of its own."""
    now = today.isoformat()
    if "last_arrival" in case and case["posture"] not in NO_ASYLUM:
        filed = case.get("i589_filed", "9") <= now
        yield Event("asy.one_year", date.fromisoformat(case["last_arrival"]), ("last_arrival",), filed)
    yield from _orders(case, now)
    for index, row in enumerate(case.get("events", ())):
        rule, due_for = _EVENTS[row["kind"]]
        if due_for and _set_by_order(case, due_for, row["date"]):
            continue  # a date in an order wins over the rule
        if row["kind"] == "address-change" and case["posture"] == "bia-appeal":
            rule = "bia.eoir33"
        yield Event(rule, date.fromisoformat(row["date"]), ("events", index, "date"), row.get("done", "9") <= now)
    for index, row in enumerate(case.get("outcome", ())):
        if row["relief"] == "voluntary-departure" and row["result"] == "granted":
            yield Event("vd", date.fromisoformat(row["decided_on"]), ("outcome", index, "decided_on"), False)


def _orders(case: Data, now: str) -> Iterator[Event]:
    """What follows from each order and decision."""
    for index, order in enumerate(case.get("orders", ())):
        if order["kind"] not in _AFTER or "due" in order:
            continue  # a date in the order itself wins over the rule
        rules, later = _AFTER[order["kind"]]
        if order["kind"] == "bia-briefing-schedule" and _set_by_order(case, "brief", order["date"]):
            continue
        # service starts an appeal; the 180 days run from the order itself
        begun = order["date"] if order["kind"] == "in-absentia-order" else order.get("served_on", order["date"])
        followed = any(row["kind"] in later and row["date"] >= order["date"] for row in case["orders"] if row is not order)
        done = order.get("done", "9") <= now or followed or _beside_the_point(case, order["kind"])
        for rule in rules:
            yield Event(rule, date.fromisoformat(begun), ("orders", index, "date"), done)


def _set_by_order(case: Data, due_for: str, since: str) -> bool:
    """Whether an order of that day or later sets the date for this."""
    return any(row.get("due_for") == due_for and row["date"] >= since for row in case.get("orders", ()))


def _beside_the_point(case: Data, kind: str) -> bool:
    """Whether nobody on our side would appeal: everything was granted, or the BIA sent the case back."""
    results = [row["result"] for row in case.get("outcome", ())]
    won = kind == "ij-decision" and bool(results) and all(result in ("granted", "terminated") for result in results)
    return won or (kind == "bia-decision" and case["posture"] == "remand")


def by_rule(case: Data, law: Law, today: date) -> Iterator[Court]:
    """The deadline of each event by its rule. A rule that the program does not have is not asked."""
    for event in events(case, today):
        if event.rule not in law.known:
            continue
        rule = law.known[event.rule]
        got = law.answer(event.rule, event.day, detained=case["detained"], court=case["court"])
        title = rule["title"] if got.status != "unknown" else f"{rule['title']}: no date is known"
        key = "-".join([event.rule, *(str(step) for step in event.path[:2])])
        yield Court(got, title, event.path, key, event.done)
