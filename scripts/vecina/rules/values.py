"""Which of a rule's dated values counts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

Rule = Mapping[str, Any]
Value = Mapping[str, Any]

VERIFY_EVERY = 90  # days, unless the rule says otherwise
SETS_DUE = ("in-force", "superseded")  # superseded values were law in their time
# A statute goes before a regulation, a regulation before what EOIR writes for itself; memorandum and manual by their day.
_RANK = {"order": 4, "statute": 3, "regulation": 2, "precedent": 2, "memorandum": 1, "manual": 1, "practice": 0}


def _begun(value: Value, trigger: date, law_as_of: date) -> bool:
    """Whether the value had begun on the day that decides: that of the event, or that of the question."""
    day = trigger if value["keyed_to"] == "trigger" else law_as_of
    return bool(value["from"] <= day.isoformat())


def value_on(rule: Rule, trigger: date, law_as_of: date) -> Value | None:
    """The value that sets the due date: of those begun that ever were law the highest text, and of its values the latest."""
    begun = [value for value in rule["values"] if value["status"] in SETS_DUE and _begun(value, trigger, law_as_of)]
    return max(begun, key=lambda value: (_RANK[value.get("basis", "practice")], str(value["from"])), default=None)


def disputed_on(rule: Rule, trigger: date, law_as_of: date) -> list[Value]:
    """Values that somebody may defend; they can pull the safe day earlier and never set the due date."""
    return [
        value
        for value in rule["values"]
        if "count" in value and (value["status"] == "disputed" or is_argued(value)) and _begun(value, trigger, law_as_of)
    ]


def is_argued(value: Value) -> bool:
    """Whether the value was vacated while the litigation over it is open."""
    return value["status"] == "vacated" and bool(value.get("still_argued"))


def proposed(rule: Rule, law_as_of: date) -> list[Value]:
    """Values that somebody has proposed by that day: a note, nothing more."""
    day = law_as_of.isoformat()
    return [value for value in rule["values"] if value["status"] == "proposed" and "count" in value and value["from"] <= day]


def cited(rule: Rule) -> Value:
    """The value to cite where no date is given: the latest that is or was law, never one that is only disputed or proposed."""
    law = [value for value in rule["values"] if value["status"] in SETS_DUE]
    cited_value: Value = (law or rule["values"])[-1]
    return cited_value


def overdue(rule: Rule, today: date) -> int:
    """By how many days the rule's oldest value that still matters is past its review; negative while there is time."""
    alive = [value for value in rule["values"] if value["status"] != "superseded"]
    oldest = min(date.fromisoformat(value["verified"]["day"]) for value in alive or rule["values"])
    return (today - oldest - timedelta(days=rule.get("verify_every_days", VERIFY_EVERY))).days
