"""The events of a case from which a rule counts: an arrival, a decision, a schedule. Each is done when the case shows it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ..calendars import Calendar
from ..facts import Data
from ..finding import Path
from ..rules import Rule
from .ask import ask
from .court import Court

# Which rule is listed for which order, and which later orders show that it was answered.
_AFTER = {
    "ij-decision": ("bia.appeal", ("bia-briefing-schedule", "bia-decision", "circuit-decision")),
    "bia-briefing-schedule": ("bia.brief", ("bia-decision", "circuit-decision")),
    "bia-decision": ("pfr", ("circuit-decision",)),
    "in-absentia-order": ("mtr.inabsentia_180", ("ij-decision", "bia-decision")),
}
_NO_ASYLUM = ("withholding-only", "reasonable-fear-review", "credible-fear-review")


class Event(NamedTuple):
    """The day a rule counts from, where the record says so, and whether its deadline is met or beside the point."""

    rule: str
    day: date
    path: Path
    done: bool


def events(case: Data, today: date) -> Iterator[Event]:
    """Every event of the case with a deadline of its own."""
    now = today.isoformat()
    if "last_arrival" in case and case["posture"] not in _NO_ASYLUM:
        filed = case.get("i589_filed", "9") <= now
        yield Event("asy.one_year", date.fromisoformat(case["last_arrival"]), ("last_arrival",), filed)
    for index, order in enumerate(case.get("orders", ())):
        if order["kind"] not in _AFTER or "due" in order:
            continue  # a date in the order itself wins over the rule
        rule, later = _AFTER[order["kind"]]
        # service starts an appeal; the 180 days run from the order itself
        begun = order["date"] if order["kind"] == "in-absentia-order" else order.get("served_on", order["date"])
        followed = any(row["kind"] in later and row["date"] >= order["date"] for row in case["orders"] if row is not order)
        done = order.get("done", "9") <= now or followed or _beside_the_point(case, order["kind"])
        yield Event(rule, date.fromisoformat(begun), ("orders", index, "date"), done)


def _beside_the_point(case: Data, kind: str) -> bool:
    """Whether nobody on our side would appeal: everything was granted, or the BIA sent the case back."""
    results = [row["result"] for row in case.get("outcome", ())]
    won = kind == "ij-decision" and bool(results) and all(result in ("granted", "terminated") for result in results)
    return won or (kind == "bia-decision" and case["posture"] == "remand")


def by_rule(
    case: Data, known: dict[str, Rule], usable: dict[str, Rule], calendar: Calendar, today: date, law_as_of: date
) -> Iterator[Court]:
    """The deadline of each event by its rule. A rule that the program does not have is not asked."""
    for event in events(case, today):
        if event.rule not in known:
            continue
        rule = known[event.rule]
        got = ask(rule, event.day, calendar, law_as_of, reliable=event.rule in usable, detained=case["detained"])
        title = rule["title"] if got.status != "unknown" else f"{rule['title']}: no date is known"
        yield Court(got, title, event.path, event.done)
