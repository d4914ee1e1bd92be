"""A report for programs: as JSON, and as CSV with one value in each line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from ...views.reports import Cell, Mark, Percent, Report
from ..escape import as_csv, as_json


def report_as_json(report: Report) -> str:
    """One object. A hidden number is `{"hidden": true}`, one that there is not is null; a share is a whole percent."""
    period = report.period
    return as_json(
        {
            "report": report.kind,
            "title": report.title,
            "about": report.about,
            "program": report.program,
            "from": period.first.isoformat() if period else None,
            "to": period.last.isoformat() if period else None,
            "as_of": report.as_of.isoformat(),
            "commit": report.revision or None,
            "stamp": report.stamp,
            "incomplete": report.incomplete,
            "legend": list(report.legend),
            "sections": [
                {
                    "title": section.title,
                    "columns": list(section.columns),
                    "rows": [[_plain(cell) for cell in row] for row in section.rows],
                    "notes": list(section.notes),
                }
                for section in report.sections
            ],
        }
    ).rstrip("\n")


def _plain(cell: Cell) -> Any:
    if isinstance(cell, Mark):
        return {"hidden": True} if cell is Mark.HIDDEN else None
    if isinstance(cell, Percent):
        return cell.value
    if isinstance(cell, Decimal):
        return float(cell)
    return cell.isoformat() if isinstance(cell, date) else cell


def report_as_csv(report: Report) -> str:
    """Long form: section, row, column, value. What the report is stands in the first lines, what it means in the last."""
    return as_csv([("section", "row", "column", "value"), *_long(report)])


def _long(report: Report) -> Iterator[tuple[str, str, str, object]]:
    about = [("Report", report.title), *report.facts]
    about += [("For whom", report.stamp)] if report.stamp else []
    about += [("Incomplete", report.incomplete)] if report.incomplete else []
    yield from (("About", name, "", value) for name, value in about)
    for section in report.sections:
        for row in section.rows:
            for column, cell in zip(section.columns[1:], row[1:], strict=True):
                if cell != "":
                    yield section.title, str(row[0]), column or "Value", _written(cell)
    for number, line in enumerate(report.legend, 1):
        yield "Meaning", "Marks", str(number), line
    for section in report.sections:
        for number, note in enumerate(section.notes, 1):
            yield "Meaning", section.title, str(number), note


def _written(cell: Cell) -> object:
    """Numbers as numbers, a share as the number of its percent, a hidden number as its sign, none as nothing."""
    if isinstance(cell, Mark):
        return cell.value if cell is Mark.HIDDEN else ""
    if isinstance(cell, Percent):
        return cell.value
    if isinstance(cell, Decimal):
        return float(cell)
    return cell.isoformat() if isinstance(cell, date) else cell
