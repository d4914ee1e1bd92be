"""What stops the asylum clock and what starts it again."""

from __future__ import annotations

from datetime import date
from typing import Any

from ..edit import Put
from ..facts import Data
from .line import Line, NotPossible, added, at, happened, label


def stopped(case: Data, day: date, today: date, reason: str, code: str | None) -> Line:
    """The clock was stopped on that day, for a reason of the list and with EOIR's code where it is known."""
    if _open_stop(case) is not None:
        raise NotPossible("The clock stands still already. Say first when it started again: clock started and its day.")
    row: dict[str, Any] = {"from": happened(day, today), "reason": reason} | ({"code": code} if code else {})
    group = "asylum_clock"
    put = added(case, (group, "stops"), row, "from") if group in case else Put((group,), {"stops": [row]})
    return Line((put,), f"the asylum clock stopped on {day}", f" ({label(reason, group, 'stops', 0, 'reason')})")


def started(case: Data, day: date, today: date) -> Line:
    """The clock that stands still started again on that day."""
    index = _open_stop(case)
    if index is None:
        raise NotPossible("The record has no stop that is still open. Write first what stopped the clock: clock stopped.")
    path = ("asylum_clock", "stops", index)
    if day.isoformat() < at(case, path)["from"]:
        raise NotPossible("The clock cannot have started again before it stopped.")
    return Line((Put((*path, "to"), happened(day, today)),), f"the asylum clock started again on {day}")


def _open_stop(case: Data) -> int | None:
    """The place of the stop that has no end yet."""
    rows = list(enumerate(case.get("asylum_clock", {}).get("stops", ())))
    return next((index for index, row in reversed(rows) if "to" not in row), None)
