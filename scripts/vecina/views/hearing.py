"""The next hearing of a case in words, with the line of the record that has its day."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ..facts import next_hearing
from ..schema import labels_at
from ..store import Record


class Hearing(NamedTuple):
    """What is heard and when; nothing, no day and the line 0 where no hearing is to come."""

    what: str = ""
    on: date | None = None
    line: int = 0


def hearing_of(case: Record, as_of: date) -> Hearing:
    """The next hearing of a case on or after a day."""
    found = next_hearing(case.data, as_of)
    if found is None:
        return Hearing()
    line = case.place(("hearings", case.data["hearings"].index(found), "date")).line
    return Hearing(labels_at("case", ("hearings", 0, "type"))[found["type"]], date.fromisoformat(found["date"]), line)
