"""What follows from a change: which due dates of a case came, went or moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..deadlines import Due
from ..words import day

MOST = 8  # lines; the rest is in `vecina due`


def as_text(before: Sequence[Due], after: Sequence[Due], case: str) -> Iterator[str]:
    """A line for each date that is not as it was, what is pressing first."""
    lines = list(_changes(before, after))
    if not lines:
        yield "No due date changes."
        return
    yield "What follows:"
    yield from (f"  {line}" for line in lines[:MOST])
    if len(lines) > MOST:
        yield f"  and {len(lines) - MOST} more: `vecina due --case {case} --all`"


def _changes(before: Sequence[Due], after: Sequence[Due]) -> Iterator[str]:
    """New and moved dates in the order of the list, then those that are done or gone."""
    old, new = ([due for due in dues if due.state != "done"] for dues in (before, after))
    left = list(old)
    changed = []
    for due in new:
        same = next((other for other in left if _as_shown(other) == _as_shown(due)), None)
        if same is None:
            changed.append(due)
        else:
            left.remove(same)
    for due in changed:
        was = next((other for other in left if other.title == due.title), None)
        if was is not None:
            left.remove(was)
        yield f"{due.title}: {_when(due)}{'' if was is None else f' ({_was(was)})'}"
    done = {due.title for due in after if due.state == "done"}
    yield from (f"{due.title}: {'done' if due.title in done else 'not due any more'} ({_was(due)})" for due in left)


def _as_shown(due: Due) -> tuple[object, ...]:
    return due.title, due.due, due.file_by, due.owner, due.state == "needs-order"


def _was(due: Due) -> str:
    return f"was {day(due.shown)}" if due.shown is not None else "had no date"


def _when(due: Due) -> str:
    if due.shown is not None:
        return day(due.shown)
    return "needs a court order" if due.state == "needs-order" else "open task"
