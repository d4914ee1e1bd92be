"""What is said at the end of a case and after: marks for the mentoring, and a legal hold on its record."""

from __future__ import annotations

from datetime import date
from typing import Any

from ..edit import Put
from ..facts import Data, first_day, on_hold
from .line import ALREADY, Line, NotPossible, added, happened, label


def feedback(case: Data, day: date, today: date, by: str, helpful: int, again: bool | None) -> Line:
    """What one of the people of the case says of the mentoring: how much it helped, and whether there would be a next time."""
    on = happened(day, today)
    matched = first_day(case, "matched")
    if matched is None or on < matched:
        raise NotPossible("Feedback is about the mentoring: it comes after the match.")
    if by == "organization" and "organization" not in case:
        raise NotPossible("No organization placed this case.")
    if any((row["by"], row["date"]) == (by, on) for row in case.get("feedback", ())):
        raise NotPossible(ALREADY)
    row: dict[str, Any] = {"date": on, "by": by, "helpful": helpful} | ({} if again is None else {"again": again})
    would = "" if again is None else f", {'again' if again else 'not again'}"
    return Line((added(case, ("feedback",), row),), f"feedback of the {by} on {on}", f": {helpful} of 5{would}")


def held(case: Data, day: date, today: date, by: str, reason: str) -> Line:
    """An admin orders that nothing of the record may be deleted; `by` is her id."""
    if "legal_hold" in case:
        raise NotPossible(ALREADY if on_hold(case) else "The record has had a hold. Delete its `ended` in the file to renew it.")
    on = happened(day, today)
    put = Put(("legal_hold",), {"since": on, "by": by, "reason": reason})
    return Line((put,), f"legal hold since {on}", f", ordered by {by} ({label(reason, 'legal_hold', 'reason')})")


def released(case: Data, day: date, today: date) -> Line:
    """The hold on the record was lifted."""
    if not on_hold(case):
        raise NotPossible("No hold lasts on this record.")
    on = happened(day, today)
    if on < case["legal_hold"]["since"]:
        raise NotPossible("A hold cannot end before its first day.")
    return Line((Put(("legal_hold", "ended"), on),), f"legal hold ended on {on}")
