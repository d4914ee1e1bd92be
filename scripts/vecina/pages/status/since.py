"""What was late at the last build of an earlier day: kept in a small file, so that a page can say what is new."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from ...book import Book
from ...deadlines import Due, agenda
from ...deadlines.choose import Mark, mark, newly_late
from ...store.files import overwrite
from ...words import as_written_day

KEPT = "build/late.json"


def late_before(root: Path, book: Book, dues: Sequence[Due], day: date) -> tuple[date, frozenset[Mark]]:
    """The day compared with, and what became late since: the last build of an earlier day.

    Where there was none, the same records are looked at as of yesterday: what the night has made late.
    """
    known = {built: late for built, late in _read(root).items() if built < day}
    if known:
        last = max(known)
        return last, frozenset(mark(due) for due in dues if due.state == "late" and mark(due) not in known[last])
    yesterday = day - timedelta(days=1)
    return yesterday, newly_late(agenda(book, yesterday), dues)


def remember(root: Path, dues: Sequence[Due], day: date) -> None:
    """Keeps what is late on this day and at the last build before it; building again on one day changes nothing."""
    known = _read(root)
    earlier = sorted(built for built in known if built < day)[:-1]
    kept = {built: late for built, late in known.items() if built not in earlier}
    kept[day] = {mark(due) for due in dues if due.state == "late"}
    rows = {built.isoformat(): sorted(map(_written, late)) for built, late in sorted(kept.items())}
    overwrite(root / KEPT, json.dumps(rows, indent=1) + "\n")


def _written(late: Mark) -> list[str]:
    return [*late[:3], late[3].isoformat() if late[3] else ""]


def _read(root: Path) -> dict[date, set[Mark]]:
    """What was kept; nothing where the file is missing or somebody has changed it."""
    try:
        rows: Any = json.loads((root / KEPT).read_bytes())
        days = {as_written_day(built): {_mark(row) for row in late} for built, late in rows.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}
    return {built: late for built, late in days.items() if built}


def _mark(row: list[str]) -> Mark:
    case, kind, title, due = row
    return (case, kind, title, as_written_day(due))
