"""Mentors who were asked and did not come to the case, and who steps in for the mentor."""

from __future__ import annotations

from datetime import date
from typing import Any

from ..book import OPEN
from ..edit import Put
from ..facts import WAITING, Data
from .line import ALREADY, Line, NotPossible, added, happened, label


def declined(case: Data, mentor: str, day: date, today: date, by: str, reason: str) -> Line:
    """A mentor who was proposed declined, or the attorney declined her, so that the next proposal knows. `mentor` is an id."""
    if mentor == case.get("mentor"):
        raise NotPossible(
            "This is the case's mentor. `vecina match --pair` gives the case another one; to let it wait for one: status vetted."
        )
    if case["status"] not in WAITING:
        raise NotPossible("A decline belongs to a case that waits for a mentor.")
    row: dict[str, Any] = {"mentor": mentor, "by": by, "date": happened(day, today), "reason": reason}
    put = added(case, ("declines",), row)
    what = f"mentor {mentor} declined" if by == "mentor" else f"the attorney declined {mentor}"
    return Line((put,), f"{what} on {day}", f" ({label(reason, 'declines', 0, 'reason')})")


def backup(case: Data, mentor: str) -> Line:
    """Who steps in when the mentor is away or does not answer: `mentor` is an id that exists."""
    if case["status"] not in OPEN:
        raise NotPossible("Only a case that has a mentor has a backup mentor.")
    if mentor == case.get("mentor"):
        raise NotPossible("The backup must be somebody else than the mentor.")
    if mentor == case.get("backup_mentor"):
        raise NotPossible(ALREADY)
    return Line((Put(("backup_mentor",), mentor),), f"the backup mentor is {mentor}")
