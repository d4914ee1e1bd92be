"""What a due date is: plain data with its derivation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from ..words import distance, plural

State = Literal["late", "soon", "later", "done", "needs-order"]
_RANK = {"needs-order": 0, "late": 10, "soon": 20, "later": 30, "done": 40}
Kind = Literal["hearing", "court", "clock", "milestone", "check-in", "message", "requirement"]


@dataclass(frozen=True, slots=True)
class Computed:
    """A rule's answer. `due` is the rule as written, `file_by` the safe day; both None where a court order is needed."""

    rule: str
    trigger: date
    raw: date | None
    due: date | None
    file_by: date | None
    status: str
    authority: str
    url: str
    explanation: str
    rolled: tuple[date, ...] = ()
    notes: tuple[str, ...] = ()  # what a careful lawyer adds: other readings, closures, how sure the value is


class Dated(NamedTuple):
    """A dated thing of the program, before it is judged against today."""

    kind: str
    title: str
    due: date
    done: bool
    role: str
    path: tuple[str | int, ...]
    why: str
    key: str


class Due(NamedTuple):
    """One thing to do: for which case, what, when, who, and why that day. A plain tuple, for there are many."""

    case: str
    kind: Kind
    title: str
    due: date | None
    file_by: date | None
    state: State
    days: int | None
    owner: str
    path: tuple[str | int, ...] = ()
    rule: str = ""
    authority: str = ""
    url: str = ""
    explanation: str = ""
    notes: tuple[str, ...] = ()
    key: str = ""  # which thing of its case this is; the same also after its date has moved

    safe_day_is_past: bool = False  # the safe day has gone by while the rule's own has not: file at once

    @property
    def shown(self) -> date | None:
        """The day to show: the safe one while there is time for it, else the rule's own."""
        past = self.days is not None and self.due is not None and self.days < 0
        return self.due if past or self.safe_day_is_past else self.file_by

    @property
    def of_a_court(self) -> bool:
        """Whether a court sets it, and not the program or an agency."""
        return self.kind in ("hearing", "court")

    @property
    def is_window(self) -> bool:
        """Whether it is no deadline but what can be done from its day on, and that day has come."""
        return self.kind == "clock" and self.days is not None and self.days < 0

    @property
    def how_far(self) -> str:
        """`in 5 days`, `3 days late`, `open for 3 days` for what has become possible, or that there is no date."""
        if self.days is None:
            return {"done": "done", "soon": "open task"}.get(self.state, "no date yet")
        if self.is_window:
            return f"open for {plural(-self.days, 'day')}"
        return distance(self.days)

    @property
    def sort_key(self) -> tuple[int, date, str, str, str]:
        """What needs a court order, then what is late, a court's dates before the program's, then by the safe day."""
        first = _RANK[self.state] + (1 if self.state == "late" and not self.of_a_court else 0)
        return (first, self.file_by or date.min, self.case, self.kind, self.title)
