"""How the cells of a report are written for people."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from ...views.reports import Cell, Mark, Percent, Section
from ...words import amount, day


def words(cell: Cell) -> str:
    """`1,204`, `12.5`, `77%`, `Tue 24 Nov 2026`; a mark as its sign."""
    if isinstance(cell, Mark):
        return str(cell.value)
    if isinstance(cell, Percent):
        return f"{cell.value}%"
    if isinstance(cell, Decimal):
        return amount(cell)
    if isinstance(cell, float):
        return f"{cell:,.2f}".rstrip("0").rstrip(".")
    if isinstance(cell, int):
        return f"{cell:,}"
    return day(cell) if isinstance(cell, date) else cell


def is_number(cell: Cell) -> bool:
    """Whether it stands at the right of its column; a mark stands where a number would."""
    return isinstance(cell, (int, float, Decimal, Percent, Mark))


def right(section: Section, column: int) -> bool:
    """Whether a column holds numbers."""
    found = [row[column] for row in section.rows if row[column] != ""]
    return bool(found) and all(is_number(cell) for cell in found)
