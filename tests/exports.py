"""Exports of a program, opened by the two engines that people ask them with."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from vecina.book import Book
from vecina.export import Asked, Dataset, dataset, write_parquet, write_sqlite
from vecina.export.parquet import LOAD

DAY = date(2026, 11, 24)
Answer = tuple[list[str], list[tuple[Any, ...]]]


def data_of(book: Book, **asked: Any) -> Dataset:
    """The tables of a book on the sample's day."""
    return dataset(book, Asked(**{"day": DAY, **asked}))


class Bases:
    """One program's export in SQLite and in DuckDB, which must give the same answers."""

    def __init__(self, data: Dataset, folder: Path) -> None:
        write_sqlite(data, folder / "a.db")
        (folder / "parquet").mkdir()
        write_parquet(data, folder / "parquet")
        self.sqlite = sqlite3.connect(folder / "a.db")
        self.duckdb = duckdb.connect()
        self.duckdb.execute("SET file_search_path = '" + str(folder / "parquet").replace("'", "''") + "'")
        self.duckdb.execute((folder / "parquet" / LOAD).read_text(encoding="utf-8"))

    def ask(self, sql: str) -> list[tuple[Any, ...]]:
        """The rows, days as text; both engines agree."""
        return self.table(sql)[1]

    def table(self, sql: str) -> Answer:
        """The rows below the names of the columns, as SQLite gives them."""
        lite, duck = self.sqlite.execute(sql), self.duckdb.execute(sql)
        names, rows = [column[0] for column in lite.description], [tuple(row) for row in lite.fetchall()]
        assert rows == [tuple(map(_plain, row)) for row in duck.fetchall()]
        return names, rows

    def one(self, sql: str) -> Any:
        """The first cell of the answer."""
        return self.ask(sql)[0][0]

    def close(self) -> None:
        """Ends both."""
        self.sqlite.close()
        self.duckdb.close()


@contextmanager
def bases(data: Dataset, folder: Path) -> Iterator[Bases]:
    """Both engines on an export that is written into the folder, closed in the end."""
    folder.mkdir(parents=True, exist_ok=True)
    both = Bases(data, folder)
    try:
        yield both
    finally:
        both.close()


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
