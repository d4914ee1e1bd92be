"""What is due, for programs and spreadsheets: JSON and CSV with the same fields."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from ..deadlines import Due
from ..deadlines.choose import Mark, mark
from .escape import as_csv as csv_of

FIELDS = ("case", "kind", "title", "due", "file_by", "days", "state", "owner", "rule", "authority", "explanation")


def as_row(row: Due, new: frozenset[Mark] | None = None) -> dict[str, Any]:
    """One date by the names of its fields; `new` only where it was asked what became late."""
    made = {
        "case": row.case,
        "kind": row.kind,
        "title": row.title,
        "due": row.due.isoformat() if row.due else None,
        "file_by": row.file_by.isoformat() if row.file_by else None,
        "days": row.days,
        "state": row.state,
        "owner": row.owner,
        "rule": row.rule,
        "authority": row.authority,
        "explanation": " ".join([row.explanation, *row.notes]),
    }
    return made if new is None else made | {"new": mark(row) in new}


def as_json(dues: Sequence[Due], today: date, broken: Sequence[str] = (), new: frozenset[Mark] | None = None) -> str:
    """One object with the day, the records that could not be read, and a row for each date."""
    rows = [as_row(row, new) for row in dues]
    return json.dumps({"today": today.isoformat(), "broken": list(broken), "rows": rows}, indent=1, ensure_ascii=False)


def as_csv(dues: Sequence[Due], new: frozenset[Mark] | None = None) -> str:
    """A line for each date under the names of the fields, safe to open in a spreadsheet."""
    names = FIELDS if new is None else (*FIELDS, "new")
    return csv_of([names, *([as_row(row, new)[name] for name in names] for row in dues)])
