"""Everything that is exported, as plain rows under named tables; the formats only write it down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from .. import __version__
from ..book import Book
from ..deadlines import agenda
from .own import DUE, FIELDS, META, NAMES, UNREAD, WORDS, due_rows, field_rows, name_rows, word_rows
from .rows import Rows, rows_of, slug
from .shape import Row, Table, View
from .views import VIEWS
from .walk import every, tables


@dataclass(frozen=True, slots=True)
class Asked:
    """What is wanted: judged by which day, of which commit (None: not known), with people's names, with due dates."""

    day: date
    revision: str | None = None
    people: bool = True
    due: bool = True


@dataclass(frozen=True, slots=True)
class Dataset:
    """The tables in their order with their rows, and the views over them."""

    tables: tuple[Table, ...]
    rows: Rows
    views: tuple[View, ...]
    asked: Asked

    def of(self, table: Table) -> list[Row]:
        """The rows of a table."""
        return self.rows.get(table.name, [])

    @property
    def about(self) -> dict[str, Any]:
        """The row of `meta` by its columns."""
        return dict(zip((column.name for column in META.columns), self.rows[META.name][0], strict=True))

    @property
    def size(self) -> int:
        """How many rows there are in all tables."""
        return sum(map(len, self.rows.values()))


def dataset(book: Book, asked: Asked) -> Dataset:
    """The book as tables. Records that could not be read are in none, and are named in the table `unread`."""
    roots, program = tables(), slug(book.program)
    records = tuple(every(roots))
    found = (META, UNREAD, *records, *((DUE,) if asked.due else ()), NAMES, FIELDS, WORDS)
    rows = rows_of(book, roots, people=asked.people)
    rows[META.name] = [_meta(book, asked, program)]
    rows[UNREAD.name] = [(name, program) for name in book.unread]
    if asked.due:
        rows[DUE.name] = list(due_rows(agenda(book, asked.day), program))
    rows[NAMES.name] = list(name_rows((*found, *VIEWS)))
    rows[FIELDS.name] = list(field_rows((*found, *VIEWS)))
    rows[WORDS.name] = list(word_rows(records))
    return Dataset(found, rows, VIEWS, asked)


def _meta(book: Book, asked: Asked, program: str) -> Row:
    settings, day = book.program, asked.day.isoformat()
    return (
        program, settings.get("name"), day, asked.revision, __version__, not book.unread, bool(settings.get("sample")),
        asked.people, asked.due,
    )  # fmt: skip
