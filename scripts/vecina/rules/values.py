"""Which of a rule's dated values counts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

Rule = Mapping[str, Any]
Value = Mapping[str, Any]

SETS_DUE = ("in-force", "superseded")  # superseded values were law in their time


def _begun(value: Value, trigger: date, law_as_of: date) -> bool:
    """Whether the value had begun on the day that decides: that of the event, or that of the question."""
    day = trigger if value["keyed_to"] == "trigger" else law_as_of
    return bool(value["from"] <= day.isoformat())


def value_on(rule: Rule, trigger: date, law_as_of: date) -> Value | None:
    """The value that sets the due date: the latest one begun, of those that ever were law."""
    begun = [value for value in rule["values"] if value["status"] in SETS_DUE and _begun(value, trigger, law_as_of)]
    return max(begun, key=lambda value: str(value["from"]), default=None)


def disputed_on(rule: Rule, trigger: date, law_as_of: date) -> list[Value]:
    """Values that somebody may defend; they can pull the safe day earlier and never set the due date."""
    return [value for value in rule["values"] if value["status"] == "disputed" and _begun(value, trigger, law_as_of)]


def cited(rule: Rule) -> Value:
    """The value to cite where no date is given: the latest that is or was law, never one that is only disputed or proposed."""
    law = [value for value in rule["values"] if value["status"] in SETS_DUE]
    cited_value: Value = (law or rule["values"])[-1]
    return cited_value
