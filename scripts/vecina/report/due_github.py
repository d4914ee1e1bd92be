"""What is due, as Markdown and as GitHub shows it: annotations and a job summary, within their limits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from ..book import Book
from ..deadlines import Due
from ..deadlines.choose import Mark, mark
from ..words import day, plural
from .due import HEADS, other
from .escape import as_annotation, as_markdown, as_property

ANNOTATIONS = 10  # GitHub shows no more of one level in a step
SUMMARY_BYTES = 900_000  # it refuses a summary of more than 1 MiB
_PLAIN = re.compile(r"[A-Za-z0-9 ,;()'.-]*")


def cell(text: str) -> str:
    """Text for a table's cell: as it is where nothing in it could act, else every sign as an entity."""
    return text if _PLAIN.fullmatch(text) and "www." not in text else as_markdown(text)


def as_markdown_page(
    dues: Sequence[Due], today: date, broken: Sequence[str] = (), new: frozenset[Mark] | None = None
) -> Iterator[str]:
    """A table for each state, late first; of the late what became late newly comes first."""
    yield f"## Due as of {day(today)}"
    yield ""
    if broken:
        yield f"**Not complete:** {cell(', '.join(broken[:10]))} could not be read."
        yield ""
    if new is not None:
        yield f"{plural(len(new), 'date')} became late newly."
        yield ""
    for state, head in HEADS.items():
        rows = [row for row in dues if row.state == state]
        if not rows:
            continue
        yield f"### {head} ({len(rows)})"
        yield ""
        yield "| When | | Case | What | Whose | Why |"
        yield "| --- | --- | --- | --- | --- | --- |"
        for row in sorted(rows, key=lambda row: new is not None and mark(row) not in new):
            fresh = " **new**" if new and mark(row) in new else ""
            more = f"<br>{cell(other(row))}" if row.due and row.due != row.file_by else ""
            shown = day(row.shown) if row.shown else ""
            why = cell(f"{row.explanation} {row.authority}")
            yield f"| {shown}{more} | {row.how_far}{fresh} | `{row.case}` | {cell(row.title)} | {cell(row.owner)} | {why} |"
        yield ""
    if not dues:
        yield "Nothing is late or due soon."


def as_annotations(dues: Sequence[Due], book: Book, new: frozenset[Mark] | None = None) -> Iterator[str]:
    """Late court dates as errors, other late ones and what needs an order as warnings, what is soon as notices."""
    levels: dict[str, list[Due]] = {"error": [], "warning": [], "notice": []}
    for row in dues:
        if row.state == "late":
            levels["error" if row.kind in ("court", "hearing") else "warning"].append(row)
        elif row.state == "needs-order":
            levels["warning"].append(row)
        elif row.state == "soon":
            levels["notice"].append(row)
    if book.unread:
        yield f"::error title=Not complete::{plural(len(book.unread), 'record')} could not be read; `vecina check` says why"
    for level, rows in levels.items():
        rows.sort(key=lambda row: new is not None and mark(row) not in new)
        most = ANNOTATIONS - 1 if book.unread and level == "error" else ANNOTATIONS
        shown = rows if len(rows) <= most else rows[: most - 1]
        yield from (_annotation(level, row, book, new) for row in shown)
        if len(shown) < len(rows):
            yield f"::{level} title=More dates::and {len(rows) - len(shown)} more; the summary and `vecina due` have them all"


def _annotation(level: str, row: Due, book: Book, new: frozenset[Mark] | None) -> str:
    case = book.cases[row.case]
    line = case.place(row.path).line
    fresh = "newly late, " if new and mark(row) in new else ""
    at_once = ", file at once" if row.safe_day_is_past else ""
    said = f"{row.case}: {row.title}, {fresh}{f'{day(row.shown)}, ' if row.shown else ''}{row.how_far}{at_once}"
    return f"::{level} file={as_property(case.file)},line={line},title={as_property(HEADS[row.state])}::{as_annotation(said)}"


def cut(lines: Sequence[str], limit: int = SUMMARY_BYTES) -> str:
    """The lines as one text of at most so many bytes, cut between lines, with a word on how many are left out."""
    kept, size = list[str](), 0
    for line in lines:
        size += len(line.encode()) + 1
        if size > limit:
            left = sum(1 for row in lines[len(kept) :] if row.startswith("| ") and not row.startswith(("| ---", "| When")))
            return "\n".join([*kept, "", f"{plural(left, 'more date')} left out; `vecina due` lists them all.", ""])
        kept.append(line)
    return "\n".join([*kept, ""])
