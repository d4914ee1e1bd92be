"""What comes next after a match, whoever does it, in the order of its days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ..onboarding import Point
from ..schema import labels
from .dates import Step


@dataclass(frozen=True, slots=True)
class Coming:
    """One thing to do, by when, and by whom in words."""

    due: date
    who: str
    what: str


def coming(asked: Iterable[Point], first: Iterable[Step], check_in: date | None) -> tuple[Coming, ...]:
    """What is asked of the attorney, the first steps and the check-in, each that is still to be done."""
    who = labels("owner")
    found = [Coming(point.due, who["attorney"], point.title) for point in asked if point.due and not point.settled]
    found += [Coming(step.due, who[step.owner], step.title) for step in first if not step.done]
    found += [Coming(check_in, who["program"], "Check-in")] if check_in else []
    return tuple(sorted(found, key=lambda row: row.due))
