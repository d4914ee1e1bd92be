"""One thing that is asked of an attorney or a case, and how it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

State = Literal["missing", "put-off", "not-yet-due", "waived", "met"]
STATES: dict[State, str] = {
    "missing": "Missing", "put-off": "Put off", "not-yet-due": "Not yet due", "waived": "Waived", "met": "Met",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Point:
    """One thing: its state, the day it was met or waived, when it is due, and why it stands like this.

    `needed_before` is in words. `tell_attorney` is what to write, empty where there is nothing to write. `recorded` is where
    it stands or belongs. With `before_match` no case is accepted while it is missing.
    """

    name: str
    title: str
    state: State
    needed_before: str
    reason: str
    day: date | None = None
    due: date | None = None
    tell_attorney: str = ""
    recorded: str = ""
    before_match: bool = False

    @property
    def settled(self) -> bool:
        """Whether nobody need do anything for it any more."""
        return self.state in ("met", "waived")

    @property
    def blocks(self) -> bool:
        """Whether it keeps the case from being accepted."""
        return self.before_match and self.state == "missing"
