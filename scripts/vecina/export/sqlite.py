"""One SQLite file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from .dataset import Dataset
from .shape import Column, Table
from .views import sql_for

APPLICATION = 0x5645434E  # "VECN": by this a file is known as an export of ours
VERSION = 1  # of the layout of the tables
_OF_THE_DISK = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
_TYPES = {"text": "TEXT", "date": "TEXT", "boolean": "INTEGER", "integer": "INTEGER", "number": "REAL"}


def write_sqlite(data: Dataset, path: Path) -> None:
    """Writes a new file. The same data gives the same bytes with the same version of SQLite.

    Raises OSError when the disk does not take it.
    """
    try:
        _write(data, path)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode in _OF_THE_DISK:
            raise OSError(str(error)) from None
        raise


def _write(data: Dataset, path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as base:
        base.execute("PRAGMA journal_mode = OFF")  # the file is new, and takes its place only when it is whole
        base.execute("PRAGMA temp_store = MEMORY")  # names stay out of the system's folder for temporary files
        base.execute(f"PRAGMA application_id = {APPLICATION}")
        base.execute(f"PRAGMA user_version = {VERSION}")
        base.execute("BEGIN")
        for table in data.tables:
            base.execute(create(table))
            marks = ", ".join("?" for _ in table.columns)
            base.executemany(f"INSERT INTO {quoted(table.name)} VALUES ({marks})", data.of(table))  # noqa: S608  a quoted name
            for statement in _indexes(table):
                base.execute(statement)
        for view in data.views:
            base.execute(f"CREATE VIEW {quoted(view.name)} AS\n{sql_for(view, 'sqlite')}")
        base.execute("COMMIT")
        base.execute("VACUUM")


def quoted(name: str) -> str:
    """A name as SQL writes it: some fields are called `from` or `with`."""
    return '"' + name.replace('"', '""') + '"'


def create(table: Table) -> str:
    """The table's definition, with what people call each column behind it."""
    lines = [(f"  {quoted(column.name)} {_type(column, table)}", column.title) for column in table.columns]
    lines.append((f"  PRIMARY KEY ({_names(table.key)})", ""))
    lines += [
        (f"  FOREIGN KEY ({_names(one.columns)}) REFERENCES {quoted(one.table)} ({_names(one.of)})", "") for one in table.links
    ]
    last = len(lines) - 1
    body = (f"{line}{',' if place < last else ''}{f' -- {told}' if told else ''}" for place, (line, told) in enumerate(lines))
    return f"CREATE TABLE {quoted(table.name)} (\n" + "\n".join(body) + "\n)"


def _type(column: Column, table: Table) -> str:
    return _TYPES[column.type] + (" NOT NULL" if column.name in table.key else "")


def _names(columns: tuple[str, ...]) -> str:
    return ", ".join(map(quoted, columns))


def _indexes(table: Table) -> Iterator[str]:
    """An index for each foreign key that the primary key does not begin with."""
    for link in table.links:
        if table.key[: len(link.columns)] != link.columns:
            name = "_".join((table.name, *link.columns))
            yield f"CREATE INDEX {quoted(name)} ON {quoted(table.name)} ({_names(link.columns)})"
