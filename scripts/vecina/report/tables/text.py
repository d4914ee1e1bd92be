"""A report for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from ...views.reports import Report, Section
from ..columns import folded
from .cells import right, words

WIDTH = 110


def as_text(report: Report) -> Iterator[str]:
    """The tables with what their numbers mean, in lines."""
    yield report.title
    yield from (f"** {line} **" for line in (report.stamp, report.incomplete) if line)
    wide = max(len(name) for name, _ in report.facts)
    yield from (f"  {name:<{wide}}  {value}" for name, value in report.facts)
    for line in report.legend:
        yield from folded(line, "  ", WIDTH)
    for section in report.sections:
        yield ""
        yield section.title
        yield from _table(section) if section.rows else ["  None."]
        for note in section.notes:
            yield from folded(note, "  · ", WIDTH)


def _table(section: Section) -> Iterator[str]:
    rows = [[words(cell) for cell in row] for row in section.rows]
    shown = [list(section.columns), *rows] if any(section.columns) else rows
    columns = range(len(section.columns))
    wide = [max(len(row[place]) for row in shown) for place in columns]
    aside = [right(section, place) for place in columns]
    for row in shown:
        cells = (f"{row[place]:>{wide[place]}}" if aside[place] else f"{row[place]:<{wide[place]}}" for place in columns)
        yield f"  {'  '.join(cells)}".rstrip()
