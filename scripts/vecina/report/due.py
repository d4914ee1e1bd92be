"""What is due, for a person at a terminal. The other formats stand beside this one and show the same rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ..deadlines import Due
from ..deadlines.choose import Mark, mark
from ..words import day, plural

HEADS = {
    "needs-order": "Needs a court order",
    "late": "Late",
    "soon": "Due soon",
    "later": "Later",
    "done": "Done",
}


def as_text(dues: Sequence[Due], today: date, new: frozenset[Mark] | None = None, *, explain: bool = False) -> Iterator[str]:
    """Groups by state, late first; each line says when, which case, what, whose."""
    yield f"As of {day(today)}"
    if new is not None:
        yield f"{plural(len(new), 'date')} became late since then, marked new." if new else "Nothing became late since then."
    for state, head in HEADS.items():
        rows = [due for due in dues if due.state == state]
        if not rows:
            continue
        yield ""
        yield f"{head} ({len(rows)})"
        owners, whens = max(len(row.owner) for row in rows), max(12, *(len(row.how_far) for row in rows))
        for row in rows:
            safe = day(row.shown) if row.shown else "-"
            title = f"{row.title}{'  (new)' if new and mark(row) in new else ''}"
            yield f"  {safe:<15}  {row.how_far:<{whens}}  {row.case}  {row.owner:<{owners}}  {title}".rstrip()
            said = [other(row)] if row.due and row.due != row.file_by else []
            if explain:
                said += [row.explanation, *row.notes] if row.explanation else []
                said += [" ".join(part for part in (row.authority, row.url) if part)]
            yield from (f"  {'':<15}  {line}" for line in said)
    if len(dues) == 0:
        yield "Nothing is late or due soon."


def other(row: Due) -> str:
    """The other of the two days, and what it means now."""
    if row.due is None or row.file_by is None:
        return ""
    if row.safe_day_is_past:
        return f"the safe day was {day(row.file_by)}: file at once"
    return f"the safe day was {day(row.file_by)}" if row.state == "late" else f"due by the rule {day(row.due)}"


def summary(dues: Sequence[Due]) -> str:
    """`6 late, 12 due soon, 2 need a court order`."""
    count = {state: sum(1 for due in dues if due.state == state) for state in HEADS}
    parts = [f"{count['late']} late", f"{count['soon']} due soon"]
    unread = [due for due in dues if due.authority == "data/rules and data/calendars" and due.state != "done"]
    if unread:
        parts.insert(0, f"{plural(len(unread), 'date')} NOT KNOWN: the law could not be read")
    waiting = len({due.case for due in dues if due.state == "needs-order" and due not in unread})
    if waiting:
        parts.append(f"{plural(waiting, 'case')} that {'needs' if waiting == 1 else 'need'} a court order")
    return ", ".join(parts)
