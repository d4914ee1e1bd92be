"""A folder with one Parquet file for each table and view."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from .dataset import Dataset
from .jsonl import write_lines
from .shape import Table
from .sqlite import quoted
from .views import sql_for

if TYPE_CHECKING:
    import duckdb  # where it is used it is imported late: it takes time

LOAD = "load.sql"
_TYPES = {"text": "VARCHAR", "date": "DATE", "boolean": "BOOLEAN", "integer": "BIGINT", "number": "DOUBLE"}
# nothing is fetched, and one thread keeps every row in its place
_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "threads": 1, "autoinstall_known_extensions": False, "preserve_insertion_order": True,
}  # fmt: skip


def write_parquet(data: Dataset, folder: Path) -> dict[str, int]:
    """Writes `cases.parquet` and its like into an empty folder, and `load.sql`, which gives each its name in DuckDB.

    Gives the Parquet files with the number of their rows. Raises OSError when the disk does not take it.
    """
    import duckdb

    try:
        written = _write(data, folder)
    except duckdb.IOException as error:
        raise OSError(str(error)) from None
    lines = (f"CREATE OR REPLACE VIEW {quoted(file[:-8])} AS FROM read_parquet('{file}');\n" for file in written)
    (folder / LOAD).write_text("-- in this folder: duckdb -init load.sql\n" + "".join(lines), encoding="utf-8", newline="\n")
    return written


def _write(data: Dataset, folder: Path) -> dict[str, int]:
    import duckdb

    written: dict[str, int] = {}
    with duckdb.connect(config=_SETTINGS) as base:
        for table in data.tables:
            _load(base, table, data, folder)
        for view in data.views:
            base.execute(f"CREATE VIEW {quoted(view.name)} AS {sql_for(view, 'duckdb')}")
        for name in (*(table.name for table in data.tables), *(view.name for view in data.views)):
            file = f"{name}.parquet"
            base.execute(f"COPY (FROM {quoted(name)}) TO {_text(folder / file)} (FORMAT parquet, COMPRESSION zstd)")
            (rows,) = base.execute(f"SELECT count(*) FROM {quoted(name)}").fetchone() or (0,)  # noqa: S608  a quoted name
            written[file] = int(rows)
    return written


def _load(base: duckdb.DuckDBPyConnection, table: Table, data: Dataset, folder: Path) -> None:
    """Puts a table into the database through lines of JSON: one row after the other would take minutes."""
    columns = ", ".join(f"{quoted(column.name)} {_TYPES[column.type]}" for column in table.columns)
    base.execute(f"CREATE TABLE {quoted(table.name)} ({columns})")
    if not data.of(table):
        return
    lines = folder / f"{table.name}.jsonl"
    try:
        write_lines(table, data.of(table), lines)
        types = ", ".join(f"{_word(column.name)}: '{_TYPES[column.type]}'" for column in table.columns)
        base.execute(
            f"INSERT INTO {quoted(table.name)} "
            f"FROM read_json({_pattern(lines)}, format = 'newline_delimited', hive_partitioning = false, columns = {{{types}}})"
        )
    finally:
        lines.unlink(missing_ok=True)


def _text(path: Path) -> str:
    return _word(str(path))


def _pattern(path: Path) -> str:
    """A path to read from: a bracket or a star in a folder's name is meant as it stands."""
    return _word(re.sub(r"([\[*?])", r"[\1]", str(path)))


def _word(text: str) -> str:
    """Text as SQL writes it."""
    return "'" + text.replace("'", "''") + "'"
