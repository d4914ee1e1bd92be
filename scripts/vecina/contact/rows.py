"""The rows under `reminders:` of a case: what was told, and the edits that write down what was told now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from ..edit import Put
from ..facts import Data, mentor_since
from .dates import ANEW
from .item import Item, Mark

Row = dict[str, Any]


def rows_of(items: Iterable[Item], today: date) -> list[Row]:
    """A row for each thing that is told on that day, each once."""
    rows: dict[Mark, Row] = {}
    for item in items:
        row = {"date": today.isoformat(), "to": item.to, "about": item.about, "stage": item.stage}
        rows.setdefault(item.mark, row | ({"due": item.day.isoformat()} if item.day else {}))
    return list(rows.values())


def mark_of(row: Data) -> Mark:
    """What makes a row the same as another: see `Item.mark`."""
    return (row["to"], row["about"], row["stage"], row.get("due", ""))


def still_counts(case: Data, row: Data) -> bool:
    """Whether the row was for who has the role now: what a former mentor was told, the new one was not."""
    return bool(row["to"] not in ("mentor", "backup-mentor") or row["date"] >= mentor_since(case))


def is_told(case: Data, item: Item) -> bool:
    """Whether this was told before. A plan to be made anew is told once for each plan, for it is due every day."""
    rows = [row for row in case.get("reminders", ()) if still_counts(case, row)]
    if item.about == ANEW:
        agreed = case.get("plan", {}).get("agreed_on", "")
        return any(mark_of(row)[:3] == item.mark[:3] and row["date"] >= agreed for row in rows)
    return any(mark_of(row) == item.mark for row in rows)


def puts(case: Data, rows: Sequence[Row]) -> list[Put]:
    """The edits that add these rows to the case's record, in the order of their days; those that are there are left out."""
    known = {mark_of(row) for row in case.get("reminders", ()) if still_counts(case, row)}
    new = [row for row in rows if mark_of(row) not in known]
    if "reminders" not in case:
        return [Put(("reminders",), new)] if new else []
    days, found = [row["date"] for row in case["reminders"]], list[Put]()
    for row in new:
        number = max((index + 1 for index, day in enumerate(days) if day <= row["date"]), default=0)
        days.insert(number, row["date"])
        found.append(Put(("reminders", number), row, insert=True))
    return found
