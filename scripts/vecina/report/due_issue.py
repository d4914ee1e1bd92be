"""What is late as the text of an issue, which GitHub mails to everybody who watches: case numbers, kinds and days, no more.

It names no day of its own and counts no days, so that it stays the same until something becomes late or is done.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..deadlines import Due
from ..words import plural
from .due import HEADS

MARK = "<!-- vecina:due -->"
NOTHING = "Nothing is late."
MOST = 1_000  # lines; GitHub takes 65,536 characters


def as_issue(dues: Sequence[Due], broken: Sequence[str] = ()) -> Iterator[str]:
    """A list for what needs a court order and one for what is late, a court's dates first."""
    yield MARK
    if broken:
        yield f"**Not complete:** {plural(len(broken), 'record')} could not be read. `vecina check` says which."
    left = MOST
    for state in ("needs-order", "late"):
        lines = list(dict.fromkeys(_line(row) for row in dues if row.state == state))
        if lines:
            yield ""
            yield f"**{HEADS[state]}**"
            yield ""
            yield from lines[:left]
            if len(lines) > left:
                yield f"And {len(lines) - left} more: `vecina due`."
            left = max(0, left - len(lines))
    if left == MOST and not broken:
        yield NOTHING
    yield ""
    yield "Case numbers and days only. `vecina due --explain` says what is due and why."


def _line(row: Due) -> str:
    day = f" {row.shown.isoformat()}" if row.shown else ""
    return f"- `{row.case}` {row.kind}{day}"
