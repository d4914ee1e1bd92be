"""What is due, for a terminal and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date

from ..deadlines import Due
from ..words import day, distance, plural

_HEADS = {
    "needs-order": "Needs a court order",
    "late": "Late",
    "soon": "Due soon",
    "later": "Later",
    "done": "Done",
}


def when(due: Due) -> str:
    """`in 5 days`, `3 days late`, or that a court order is needed."""
    if due.days is None:
        return "done" if due.state == "done" else "no date yet"
    return distance(due.days)


def as_text(dues: Sequence[Due], today: date, *, explain: bool = False) -> Iterator[str]:
    """Groups by state, late first; each line says when, which case, what, whose."""
    yield f"As of {day(today)}"
    for state, head in _HEADS.items():
        rows = [due for due in dues if due.state == state]
        if not rows:
            continue
        yield ""
        yield f"{head} ({len(rows)})"
        owners = max(len(row.owner) for row in rows)
        for row in rows:
            safe = day(row.shown) if row.shown else "-"
            yield f"  {safe:<15}  {when(row):<12}  {row.case}  {row.owner:<{owners}}  {row.title}".rstrip()
            if row.due and row.file_by and row.due != row.file_by:
                other = _other(row)
                yield f"  {'':<15}  {other}"
            if explain and row.explanation:
                yield f"  {'':<15}  {row.explanation}"
    if len(dues) == 0:
        yield "Nothing is late or due soon."


def _other(row: Due) -> str:
    """The other of the two days, and what it means now."""
    assert row.due is not None and row.file_by is not None
    if row.safe_day_is_past:
        return f"the safe day was {day(row.file_by)}: file at once"
    return f"the safe day was {day(row.file_by)}" if row.state == "late" else f"due by the rule {day(row.due)}"


def summary(dues: Sequence[Due]) -> str:
    """`6 late, 12 due soon, 2 need a court order`."""
    count = {state: sum(1 for due in dues if due.state == state) for state in _HEADS}
    parts = [f"{count['late']} late", f"{count['soon']} due soon"]
    unread = sum(1 for due in dues if due.authority == "data/rules and data/calendars")
    if unread:
        parts.insert(0, f"{plural(unread, 'filing date')} NOT KNOWN: the law could not be read")
        count["needs-order"] -= unread
    if count["needs-order"]:
        parts.append(
            f"{plural(count['needs-order'], 'case')} that {'needs' if count['needs-order'] == 1 else 'need'} a court order"
        )
    return ", ".join(parts)


def as_json(dues: Sequence[Due], today: date, broken: Sequence[str] = ()) -> str:
    """One object with the day, the records that could not be read, and a row for each date."""
    rows = [
        {
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
            "explanation": row.explanation,
        }
        for row in dues
    ]
    return json.dumps({"today": today.isoformat(), "broken": list(broken), "rows": rows}, indent=1, ensure_ascii=False)
