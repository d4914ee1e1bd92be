"""How urgent it is that a case gets a mentor: it decides who is placed where not everybody can be."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ..facts import Data, next_hearing, step_day
from ..words import plural

# Up to so many days to the next hearing a case has so many points of urgency.
_NEAR = ((30, 8), (60, 6), (120, 4), (365, 2))
_DETAINED, _WAITED, _LONG = 5, 1, 60


class Urgency(NamedTuple):
    """Points of urgency, with what makes the case urgent in words."""

    points: int
    reasons: tuple[str, ...]


def urgency(case: Data, today: date) -> Urgency:
    """The urgency of a case that waits: days to its next hearing, detention, and how long it has waited."""
    points, reasons = 0, list[str]()
    hearing = next_hearing(case, today)
    if hearing:
        days = (date.fromisoformat(hearing["date"]) - today).days
        near = next((more for most, more in _NEAR if days <= most), 0)
        if near:
            points += near
            reasons.append(f"hearing in {plural(days, 'day')}")
    if case["detained"]:
        points += _DETAINED
        reasons.append("detained")
    if waited(case, today) > _LONG:
        points += _WAITED
        reasons.append("a long wait")
    return Urgency(points, tuple(reasons))


def waited(case: Data, today: date) -> int:
    """Days since a mentor was asked for."""
    return (today - date.fromisoformat(step_day(case, "requested") or case["requested_on"])).days
