"""A report as Markdown, for a mail, a page or a text document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...views.reports import Cell, Mark, Report, Section
from ..escape import as_prose
from .cells import right, words

NO_ROWS = "None."


def as_markdown(report: Report) -> str:
    """The whole report; the page of a report and its Word file are made of this."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    yield f"# {_prose(report.title)}"
    yield ""
    yield from (f"**{_prose(line)}**\n" for line in (report.stamp, report.incomplete) if line)
    yield from (f"- {name}: {_prose(value)}" for name, value in report.facts)
    yield ""
    yield from (f"{_prose(line)}\n" for line in report.legend)
    for section in report.sections:
        yield f"## {_prose(section.title)}"
        yield ""
        yield from _table(section) if section.rows else [NO_ROWS]
        yield ""
        yield from (f"- {_prose(note)}" for note in section.notes)
        yield ""


def _table(section: Section) -> Iterator[str]:
    yield _row([_prose(name) for name in section.columns])
    yield _row(["---:" if right(section, place) else "---" for place in range(len(section.columns))])
    for row in section.rows:
        yield _row([_cell(cell) for cell in row])


def _cell(cell: Cell) -> str:
    if cell is Mark.HIDDEN:
        return r"\*"
    return _prose(cell) if isinstance(cell, str) else words(cell)


def _prose(text: str) -> str:
    """A sentence of ours with the records' words in it; what stands between two backticks stays code."""
    parts = _CODE.split(text)
    shown = (
        f"`{part}`" if place % 2 else as_prose(part) if place == 0 else _after_code(part) for place, part in enumerate(parts)
    )
    return "".join(shown).replace("&#42;", r"\*")


def _after_code(text: str) -> str:
    """A piece that begins no line, so that its first sign cannot make a list."""
    return as_prose(f"x{text}")[1:]


_CODE = re.compile("`([^`\n|]+)`")


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
