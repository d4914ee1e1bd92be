"""A case leaves its mentor: for another one, or to wait for one."""

from __future__ import annotations

from datetime import date
from typing import Any

from ..book import OPEN
from ..edit import Put
from ..facts import Data
from .line import ALREADY, Line, NotPossible, happened, label


def left(case: Data) -> tuple[Put, ...]:
    """What the present mentor leaves behind: the hours stay the mentor's own, and the role that was agreed on goes."""
    hours = (
        Put(("hours", index, "mentor"), case["mentor"])
        for index, row in enumerate(case.get("hours", ()))
        if row["who"] == "mentor" and "mentor" not in row
    )
    return *hours, *_without(case, "agreed_role")


def without_mentor(case: Data) -> tuple[Put, ...]:
    """A case that waits has no mentor: the mentor, the backup and the agreed role go, the hours stay the mentor's own."""
    if "mentor" not in case:
        return ()
    return *left(case), *_without(case, "mentor"), *_without(case, "backup_mentor")


def _without(case: Data, field: str) -> tuple[Put, ...]:
    return (Put((field,), drop=True),) if field in case else ()


def handed_over(case: Data, mentor: str, day: date, today: date, reason: str) -> Line:
    """An open case got another mentor, with the reason: `mentor` is an id that exists."""
    on = happened(day, today)
    if case["status"] not in OPEN:
        raise NotPossible("Only a case that has a mentor is handed over.")
    if mentor == case["mentor"]:
        raise NotPossible(ALREADY)
    row: dict[str, Any] = {"date": on, "of": "mentor", "reason": reason}
    why = Put(("corrections", len(case["corrections"])), row) if "corrections" in case else Put(("corrections",), [row])
    backup = _without(case, "backup_mentor") if mentor == case.get("backup_mentor") else ()
    puts = (*left(case), *backup, Put(("mentor",), mentor), why)
    what = f"mentor {mentor} in place of {case['mentor']} since {on}"
    return Line(puts, what, f" ({label(reason, 'corrections', 0, 'reason')})")
