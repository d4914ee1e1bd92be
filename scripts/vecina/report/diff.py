"""What a change says and brings about: for a terminal, for a comment, for programs, and for GitHub's annotations."""

from __future__ import annotations

from collections.abc import Iterator

from ..changes.diff import Diff, Told
from ..words import day, plural
from .due_github import ANNOTATIONS, cell
from .escape import as_annotation, as_json, as_property

COMMENT = 60_000  # characters; GitHub refuses a comment of more than 65,536
_STATES = {"new": ", new", "gone": ", deleted", "unread": ", cannot be read", "touched": ", not changed itself", "changed": ""}


def as_text(diff: Diff) -> Iterator[str]:
    """A block for each record: what it says, then behind arrows what follows."""
    yield summary(diff)
    for row in diff.records:
        yield ""
        yield _title(row)
        yield from (f"  {line}." for line in _lines(row))
    if diff.matches or diff.left:
        yield ""
        yield "Matches"
        yield from (f"  {line}." for line in diff.matches)
        yield from [f"  {diff.left}"] if diff.left else []


def as_markdown_page(diff: Diff, most: int = COMMENT) -> str:
    """The same as Markdown in which nothing of a record can act, cut to so many characters on the border of a record."""
    matches = [*diff.matches, *filter(None, [diff.left])]
    parts = [f"**{cell(summary(diff))}**", *(_item(_title(row), _lines(row)) for row in diff.records)]
    parts += [_item("Matches", matches)] if matches else []
    text, left = "", 0
    for part in parts:
        if left or len(text) + len(part) > most:
            left += 1
        else:
            text += f"{part}\n\n"
    return text.rstrip("\n") + (f"\n\n{plural(left, 'more part')} not shown here; `vecina diff` shows all." if left else "")


def as_data(diff: Diff) -> str:
    """One object with every record."""
    rows = [
        {
            "kind": row.kind,
            "id": row.id,
            "file": row.file,
            "state": row.state,
            "changes": row.sentences,
            "effects": row.effects,
            "late": row.late,
        }
        for row in diff.records
    ]
    return as_json({"today": diff.day.isoformat(), "records": rows, "matches": diff.matches, "left": diff.left}).rstrip("\n")


def as_annotations(diff: Diff) -> Iterator[str]:
    """A warning for each record by which something becomes late, a notice for each other one, within GitHub's limits."""
    yield from _annotated("warning", [row for row in diff.records if row.late])
    yield from _annotated("notice", [row for row in diff.records if not row.late])


def _annotated(level: str, rows: list[Told]) -> Iterator[str]:
    room = ANNOTATIONS if len(rows) <= ANNOTATIONS else ANNOTATIONS - 1
    for row in rows[:room]:
        said = as_annotation("\n".join(_lines(row)))
        yield f"::{level} file={as_property(row.file)},line=1,title={as_property(_title(row))}::{said}"
    if len(rows) > room:
        yield f"::{level}::{plural(len(rows) - room, 'more record')}; the summary of the job has them all"


def summary(diff: Diff) -> str:
    """How much changes, in a line."""
    if not diff.records:
        return "No record changes."
    touched = len(diff.records) - diff.changed
    said = f"{plural(diff.changed, 'record')} {'changes' if diff.changed == 1 else 'change'}"
    said += f", and with them the dates of {plural(touched, 'other case')}" if touched else ""
    late = f" {plural(diff.late, 'date')} {'becomes' if diff.late == 1 else 'become'} late by it." if diff.late else ""
    return f"{said}; judged on {day(diff.day)}.{late}"


def _title(row: Told) -> str:
    return row.id + _STATES[row.state]


def _lines(row: Told) -> tuple[str, ...]:
    return (*row.sentences, *(f"→ {line}" for line in row.effects))


def _item(title: str, lines: tuple[str, ...] | list[str]) -> str:
    name, comma, rest = title.partition(",")
    shown = f"`{name}`" if "-" in name else name
    return "\n".join([f"- **{shown}**{comma}{rest}", *(f"  - {cell(line)}" for line in lines)])
