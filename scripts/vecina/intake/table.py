"""A list as it was sent: a head and rows of cells, whatever kind of file it came in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..words import plural
from .private import plain_words
from .problem import NotReadable

MAX_BYTES = 5_000_000
MAX_ROWS = 1_000
MAX_COLUMNS = 60
MAX_CELL = 2_000


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of one cell, and why it cannot be taken if it cannot."""

    text: str = ""
    fault: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing was written into it."""
        return not self.text and not self.fault


@dataclass(frozen=True, slots=True)
class Row:
    """One row with the number that the spreadsheet shows beside it."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The head and the rows below it, without empty rows; `note` is what to know about how it was read."""

    head: Row
    rows: tuple[Row, ...]
    note: str = ""


def table_of(rows: Iterable[tuple[int, Sequence[Cell]]], note: str = "") -> Table:
    """The table of numbered rows. Raises NotReadable when it has no head, no rows, or too many of anything."""
    kept: list[Row] = []
    for number, cells in rows:
        last = max((place for place, cell in enumerate(cells, 1) if not cell.empty), default=0)
        if last > MAX_COLUMNS:
            raise NotReadable(f"The list is too wide: {MAX_COLUMNS} columns at most.")
        if last:
            kept.append(Row(number, tuple(cells[:last])))
        if len(kept) > MAX_ROWS + 1:
            raise NotReadable(f"The list is too long: {plural(MAX_ROWS, 'row')} at most. Split it.")
    if not kept:
        raise NotReadable("The list is empty. `vecina import --template cases.xlsx` writes one to fill in.")
    return Table(kept[0], tuple(kept[1:]), note)


def folded(cell: Cell) -> str:
    """A cell's text for comparing names of columns."""
    return plain_words(cell.text)
