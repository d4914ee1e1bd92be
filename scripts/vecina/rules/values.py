"""Which of a rule's dated values counts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

Rule = Mapping[str, Any]
Value = Mapping[str, Any]

SETS_DUE = ("in-force", "superseded")  # superseded values were law in their time


def value_on(rule: Rule, day: date) -> Value | None:
    """The value that sets the due date on a day: the latest one begun, of those that ever were law."""
    begun = [value for value in rule["values"] if value["status"] in SETS_DUE and value["from"] <= day.isoformat()]
    return max(begun, key=lambda value: str(value["from"]), default=None)


def disputed_on(rule: Rule, day: date) -> list[Value]:
    """Values that somebody may defend on that day; they can pull the safe day earlier and never set the due date."""
    return [value for value in rule["values"] if value["status"] == "disputed" and value["from"] <= day.isoformat()]
