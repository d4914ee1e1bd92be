"""What one person is to be told in one case: plain data, with what makes it the same thing as one told before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from ..deadlines import Due

Role = Literal["attorney", "mentor", "backup-mentor", "program"]
Stage = Literal["ahead", "late", "silence", "escalated"]
Mark = tuple[str, str, str, str]
SILENCE = "silence"
ROLES: tuple[Role, ...] = ("attorney", "mentor", "backup-mentor", "program")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to tell one person. `day` is the day it is due; for a silence, the day of the last contact.

    `due` has the derivation; None for a silence. `told` says who was told of this silence before, and when.
    """

    to: Role
    about: str
    stage: Stage
    day: date | None = None
    due: Due | None = None
    told: tuple[tuple[Role, date], ...] = ()

    @property
    def mark(self) -> Mark:
        """What makes it the same as one that was told before: who, what, why, and the day it was due then."""
        return (self.to, self.about, self.stage, self.day.isoformat() if self.day else "")

    @property
    def of_a_court(self) -> bool:
        """Whether a court or the law sets its day, and not the program."""
        return self.due is not None and self.due.of_a_court

    @property
    def sort_key(self) -> tuple[bool, bool, bool, date, str]:
        """A court's first; of these what is late or past its safe day, then what has no date, then by the day."""
        pressing = self.stage != "ahead" or (self.due is not None and self.due.safe_day_is_past)
        return (not self.of_a_court, not pressing, self.day is not None, self.day or date.min, self.about)
