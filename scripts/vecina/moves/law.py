"""What was the law stays what it was."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..checks.base import Spot, check
from .base import Sides, corrections

_HINT = "add a new value with its own first day, or say under `corrections:` what was wrong"
_READING = ("verified", "note", "url")  # about how it was read, not about what it says


@check("V831")
def past_values_stay(sides: Sides) -> Iterator[Spot]:
    """A rule's value was changed instead of followed by a new one.

    Dates that were computed yesterday rest on it. When the law changes, the new value is added with its first day, and
    the old one stays, so that a date of the past can still be explained. Its status may change to superseded or vacated.

    Mend: put the old value back and add the new one with its own `from`. Where the old one was never right, correct it and
    say what was wrong:

        corrections:
          - date: 2026-11-24
            reason: The memorandum took effect a day later.
    """
    for name, after in sides.after.rules.items():
        before = sides.before.rules.get(name)
        if before is None or before.data == after.data or corrections(before, after):
            continue
        new = {_mark(row): _said(row) for row in after.data["values"]}
        for row in before.data["values"]:
            if new.get(_mark(row)) != _said(row):
                index = next((n for n, other in enumerate(after.data["values"]) if _mark(other) == _mark(row)), None)
                path = ("values",) if index is None else ("values", index)
                yield Spot(after, path, "a value of the past stays as it was", _HINT)


def _mark(row: dict[str, Any]) -> tuple[Any, ...]:
    """Which value of a rule it is."""
    return row["from"], row.get("authority")


def _said(row: dict[str, Any]) -> dict[str, Any]:
    """What a value says; that it has been superseded, and how it was read, may be added later."""
    return {name: value for name, value in row.items() if name not in (*_READING, "status", "still_argued")}
