"""The rows that records make."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from ..book import Book
from ..words import unaccented
from .names import HOLDERS
from .shape import PROGRAM, Cell, Column, Row, Table

Rows = dict[str, list[Row]]


def slug(program: Mapping[str, Any]) -> str:
    """The program's short name as a word: `vecina`. `program` where there is none that could be written so."""
    return "-".join(re.findall("[a-z0-9]+", unaccented(program.get("short_name", "")))) or PROGRAM


def rows_of(book: Book, roots: Iterable[Table], *, people: bool) -> Rows:
    """The rows of every table by its name: records by id, lists in their own order. Without people their names stay away."""
    writer = _Writer(slug(book.program), people)
    for table in roots:
        for _, record in sorted(book.kinds.get(table.kind, {}).items()):
            if table.kind in HOLDERS:
                writer.each(table, (), record.data)
            else:
                writer.put(table, (writer.program,) if table.kind == PROGRAM else (), record.data)
    return dict(writer.rows)


class _Writer:
    """Puts groups of records into rows."""

    def __init__(self, program: str, people: bool) -> None:
        self.program, self.people = program, people
        self.rows: defaultdict[str, list[Row]] = defaultdict(list)
        self._seen: set[tuple[str, Cell]] = set()

    def put(self, table: Table, lead: Row, group: Any) -> None:
        """The row of one group, and those of its lists. Of two with one id the first counts."""
        if table.by and (table.name, group[table.by]) in self._seen:
            return
        if table.by:
            self._seen.add((table.name, group[table.by]))
        cells = tuple(self._cell(column, group) for column in table.own)
        if not table.own[0].path and cells[0] is None:
            return  # one of a list of words that is left away
        self.rows[table.name].append((*lead, *cells, *(self.program for _ in table.tail)))
        key = lead or (group[table.key[0]],)
        for below in table.below:
            self.each(below, key, group)

    def each(self, table: Table, key: Row, group: Any) -> None:
        """The rows of a list that stands in the group."""
        for place, item in enumerate(_at(group, table.steps) or (), 1):
            self.put(table, () if table.by else (*key, place), item)

    def _cell(self, column: Column, group: Any) -> Cell:
        value: Cell = None if column.personal and not self.people else _at(group, column.path)
        return float(value) if column.type == "number" and value is not None else value


def _at(group: Any, path: tuple[str, ...]) -> Any:
    """The value at a path; None where it is not there."""
    for step in path:
        group = group.get(step)
        if group is None:
            return None
    return group
