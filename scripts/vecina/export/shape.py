"""What a table of the export is: its columns, its key, what it refers to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Type = Literal["text", "date", "boolean", "integer", "number"]
Cell = str | int | float | bool | None
Row = tuple[Cell, ...]
PROGRAM = "program"  # the column that every table of records has, so that several programs can be put together


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    `path` leads from the row's group in the record to the value; `field` is the same from the record on, as the field guide
    writes it. `words` names the list in the table `words` that its codes stand in. `refers` is table and column of an id.
    `personal`: it tells who somebody is, and is left empty in an export without people.
    """

    name: str
    type: Type
    title: str
    description: str
    path: tuple[str, ...] = ()
    field: str = ""
    words: str = ""
    refers: tuple[str, str] | None = None
    personal: bool = False
    required: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A foreign key: these columns are those of another table."""

    columns: tuple[str, ...]
    table: str
    of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One table: the records of a kind, or one list of them.

    `lead` are the columns that say which row this is where the record has no id for it: what it belongs to, and its position
    there from 1. `own` come out of the record. `steps` lead from the row above to the list; `by` is the field that is the key
    of a list whose rows have an id of their own.
    """

    name: str
    title: str
    description: str
    kind: str
    own: tuple[Column, ...]
    lead: tuple[Column, ...] = ()
    tail: tuple[Column, ...] = ()
    key: tuple[str, ...] = ()
    above: Link | None = None
    steps: tuple[str, ...] = ()
    by: str = ""
    below: tuple[Table, ...] = ()

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns in their order."""
        return (*self.lead, *self.own, *self.tail)

    @property
    def links(self) -> tuple[Link, ...]:
        """Every foreign key: to the row above, and to the records that columns name by id."""
        ids = (Link((column.name,), column.refers[0], (column.refers[1],)) for column in self.columns if column.refers)
        return (*((self.above,) if self.above else ()), *ids)


@dataclass(frozen=True, slots=True)
class View:
    """A query with a name. `sql` has `days(a, b)` for the days from a to b, which every engine writes in its own way."""

    name: str
    title: str
    description: str
    sql: str
    columns: tuple[Column, ...]
