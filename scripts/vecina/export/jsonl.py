"""A folder with one file of JSON lines for each table."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from .dataset import Dataset
from .shape import Row, Table


def write_jsonl(data: Dataset, folder: Path) -> dict[str, int]:
    """Writes `cases.jsonl` and its like into an empty folder: an object a row, its keys in the order of the columns.

    Gives the files with the number of their rows.
    """
    for table in data.tables:
        write_lines(table, data.of(table), folder / f"{table.name}.jsonl")
    return {f"{table.name}.jsonl": len(data.of(table)) for table in data.tables}


def write_lines(table: Table, rows: list[Row], file: Path) -> None:
    """Writes the rows of one table."""
    with file.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(_lines(table, rows))


def _lines(table: Table, rows: list[Row]) -> Iterator[str]:
    names = [column.name for column in table.columns]
    for row in rows:
        yield json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False) + "\n"
