"""Hearings: a new one, one that has moved, and what became of one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from ..edit import Put
from ..facts import Data
from ..words import listing
from .line import ALREADY, Line, NotPossible, added, at, label, the_one


@dataclass(frozen=True, slots=True)
class Given:
    """What was said of a hearing besides its day."""

    type: str | None = None
    time: str | None = None
    mode: str | None = None
    status: str | None = None
    moved_from: date | None = None
    moves: bool = False
    filing_date: date | None = None
    ruling: bool = False

    @property
    def fields(self) -> dict[str, Any]:
        """The fields that were said, as they are written."""
        said = {
            "time": self.time,
            "mode": self.mode,
            "status": self.status,
            "judge_set_filing_date": self.filing_date and self.filing_date.isoformat(),
            "ruling_requested": self.ruling or None,
        }
        return {name: value for name, value in said.items() if value is not None}


def hearing(case: Data, day: date, today: date, given: Given) -> Line:
    """A hearing of that day: added, or changed when the record has one."""
    if given.status == "held" and day > today:
        raise NotPossible("That day is still to come, so the hearing cannot have been held. Look at the year and month.")
    if given.moved_from and given.moves:
        raise NotPossible("Give --moves or --moved-from, not both.")
    rows = list(enumerate(case.get("hearings", ())))
    here = [one for one in rows if one[1]["date"] == day.isoformat() and given.type in (None, one[1]["type"])]
    if given.moved_from or given.moves:
        return _moved(case, day, today, given)
    return _changed(case, day, given, here) if here else _new(case, day, today, given)


def _moved(case: Data, day: date, today: date, given: Given) -> Line:
    """The scheduled hearing is adjourned, and one of its kind stands on the new day."""
    if given.status not in (None, "scheduled"):
        raise NotPossible("A hearing that moved is scheduled again: leave the word after the day out.")
    scheduled = [(index, row) for index, row in enumerate(case.get("hearings", ())) if row["status"] == "scheduled"]
    fit = [one for one in scheduled if given.type in (None, one[1]["type"])]
    if given.moved_from:
        fit = [one for one in fit if one[1]["date"] == given.moved_from.isoformat()]
    apart, many = ("type", "Say with --type which hearing of that day moves")
    if given.moves:
        apart, many = ("date", "Say which hearing moves with --moved-from and its day")
    days = listing(sorted({row["date"] for _, row in scheduled})) or "none"
    none = f"No scheduled hearing is of that day and type. Scheduled: {days}."
    path = the_one([(("hearings", index), str(row[apart])) for index, row in fit], none, many)
    was = at(case, path)
    if was["date"] == day.isoformat():
        raise NotPossible("It is on that day already.")
    row = _row(day, today, given, {"type": was["type"], "mode": was["mode"]})
    put = added(case, ("hearings",), row)  # of the list as it is: the status that changes moves no row
    kind = label(was["type"], "hearings", 0, "type")
    return Line((Put((*path, "status"), "adjourned"), put), f"{kind} moved from {was['date']} to {day}", _more(row))


def _new(case: Data, day: date, today: date, given: Given) -> Line:
    if given.type is None or given.mode is None:
        days = listing(sorted({row["date"] for row in case.get("hearings", ())}))
        known = f" It has hearings of {days}." if days else ""
        raise NotPossible(f"The record has no such hearing on that day.{known} A new one needs --type and --mode.")
    row = _row(day, today, given, {"type": given.type})
    put = added(case, ("hearings",), row)
    kind = label(given.type, "hearings", 0, "type")
    became = "" if row["status"] == "scheduled" else f", {row['status']}"
    return Line((put,), f"{kind} of {day} added{became}", _more(row))


def _row(day: date, today: date, given: Given, start: dict[str, Any]) -> dict[str, Any]:
    row: dict[str, Any] = {**start, "date": day.isoformat(), "status": "scheduled", **given.fields}
    if day < today and row["status"] == "scheduled":
        raise NotPossible("That day has gone by. Say after it what became of the hearing: held, adjourned or vacated.")
    return row


def _changed(case: Data, day: date, given: Given, here: list[tuple[int, Data]]) -> Line:
    """What became of the hearing, or what else is known of it now."""
    rows = [one for one in here if one[1]["status"] == "scheduled"] or here
    path = the_one(
        [(("hearings", index), str(row["type"])) for index, row in rows], "", "There is more than one; say which with --type"
    )
    row = at(case, path)
    fields = {name: value for name, value in given.fields.items() if row.get(name) != value}
    if not given.fields:
        raise NotPossible(
            "A hearing of that day is in the record. Say what became of it, held, adjourned or vacated, or what is new of it."
        )
    if not fields:
        raise NotPossible(ALREADY)
    kind = label(row["type"], "hearings", 0, "type")
    became = f": {fields['status']}" if "status" in fields else " changed"
    puts = tuple(Put((*path, name), value) for name, value in fields.items())
    return Line(puts, f"{kind} of {day}{became}", _more(fields))


def _more(fields: dict[str, Any]) -> str:
    """What else is said, for the person who typed it."""
    parts = [f"at {fields['time']}"] if "time" in fields else []
    parts += [label(fields["mode"], "hearings", 0, "mode")] if "mode" in fields else []
    parts += [f"filings by {fields['judge_set_filing_date']}, set by the judge"] if "judge_set_filing_date" in fields else []
    parts += ["a ruling is wanted there"] if "ruling_requested" in fields else []
    return "".join(f", {part}" for part in parts)
