"""The queries of docs/reports.md count on an export what the report prints."""

from __future__ import annotations

import json
import re
import sqlite3
from pathlib import Path

import pytest

from outside import ROOT
from programs import vecina

QUERIES = re.findall(
    r"```sql\n-- ([^:\n]+): ([^\n]+)\n(.*?)```", (ROOT / "docs/reports.md").read_text(encoding="utf-8"), re.DOTALL
)


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample program's records in SQLite."""
    out = tmp_path_factory.mktemp("export") / "vecina.db"
    done = vecina(f"export sqlite --no-due --out {out}", ROOT)
    assert done.exit_code == 0, done.output
    return out


@pytest.fixture(scope="module")
def report() -> dict[tuple[str, str], float]:
    """The first number of each row of the full report on the same days."""
    done = vecina("report program --full --from 2026-01-01 --to 2026-11-24 --format json", ROOT)
    sections = json.loads(done.stdout)["sections"]
    return {(section["title"], row[0]): row[1] for section in sections for row in section["rows"]}


def test_there_are_queries() -> None:
    assert len(QUERIES) >= 8


@pytest.mark.parametrize(("table", "row", "query"), QUERIES, ids=[f"{table}: {row}" for table, row, _ in QUERIES])
def test_the_query_gives_the_number_of_the_report(
    table: str, row: str, query: str, export: Path, report: dict[tuple[str, str], float]
) -> None:
    with sqlite3.connect(export) as tables:
        (number,) = tables.execute(query).fetchone()
    assert number == report[table, row] > 0
