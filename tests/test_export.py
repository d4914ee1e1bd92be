"""The export holds every field of every record, typed, described and keyed, and nothing in a record acts on the way."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from cases import BOOK as MINI, book, case
from exports import DAY, Bases, bases, data_of
from outside import ROOT
from programs import copy_of
from vecina.book import Book, open_book
from vecina.deadlines import agenda
from vecina.export import tables, write_jsonl, write_parquet, write_sqlite
from vecina.export.names import ROOTS
from vecina.export.walk import every
from vecina.schema import KINDS, resolve, sources
from vecina.store import Record
from vecina.views.fields import guides

SAMPLE = open_book(ROOT)
TABLES = tuple(every(tables()))
HOSTILE = "O'Brien \"x\"; '); DROP TABLE cases; --\n\\u0041 %s {1} $a :b ?\t`ñ` <b>é"


def record(kind: str, data: dict[str, Any]) -> Record:
    """A record that lies in no file."""
    return Record(kind, data.get("id", kind), f"data/{kind}.yml", data, array("I"))


def example(schema: dict[str, Any]) -> Any:
    """A value that has everything that the schema knows, from its own examples."""
    schema = resolve(schema)
    if schema["type"] == "object":
        return {name: example(field) for name, field in schema["properties"].items()}
    if schema["type"] == "array":
        return [example(schema["items"])]
    return (schema.get("examples") or schema.get("enum") or ["some id or text"])[0]


def leaves(data: Any) -> Iterator[Any]:
    """Every value of plain data."""
    if isinstance(data, (dict, list)):
        for value in data.values() if isinstance(data, dict) else data:
            yield from leaves(value)
    else:
        yield data


@pytest.fixture
def mini(tmp_path: Path) -> Iterator[Bases]:
    """The miniature program's export."""
    with bases(data_of(MINI), tmp_path / "mini") as both:
        yield both


def test_every_kind_of_record_is_exported() -> None:
    assert set(ROOTS) == set(KINDS) - {"page", "rates"}  # neither is a record


@pytest.mark.parametrize("guide", [guide for guide in guides() if guide.kind in ROOTS], ids=lambda guide: guide.kind)
def test_every_field_of_the_field_guide_has_a_column(guide: Any) -> None:
    fields = {column.field for table in TABLES if table.kind == guide.kind for column in table.own}
    parts = {one.path for one in guide.fields}
    assert fields <= parts
    groups = {path for path in parts if any(other.startswith((f"{path}.", f"{path}[].")) for other in parts)}
    assert fields == parts - groups


@pytest.mark.parametrize("kind", ROOTS)
def test_every_value_of_a_record_reaches_a_cell_once(kind: str) -> None:
    """A record that has every field there is: its values are those of its rows, no more and no less."""
    data = example(sources()[kind])
    made = data_of(Book(ROOT, {name: {} for name in ROOTS} | {kind: {data.get("id", kind): record(kind, data)}}), due=False)
    cells = Counter[Any]()
    for table in TABLES:
        for row in made.of(table) if table.kind == kind else ():
            cells.update(cell for cell in row[len(table.lead) : len(table.lead) + len(table.own)] if cell is not None)
    assert cells == Counter(leaves(data))


def test_names_are_unique_and_keys_hold(tmp_path: Path) -> None:
    assert len({table.name for table in TABLES}) == len(TABLES)
    for table in TABLES:
        names = [column.name for column in table.columns]
        assert len(set(names)) == len(names), table.name
        assert "program" in names
    for number, one in enumerate((SAMPLE, MINI)):
        write_sqlite(data_of(one), tmp_path / f"{number}.db")
        with sqlite3.connect(tmp_path / f"{number}.db") as base:
            assert base.execute("PRAGMA foreign_key_check").fetchall() == []
            assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        base.close()


def test_every_foreign_key_has_an_index(tmp_path: Path) -> None:
    write_sqlite(data_of(MINI), tmp_path / "a.db")
    base = sqlite3.connect(tmp_path / "a.db")
    for (table,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        indexes = [
            [row[2] for row in base.execute(f'PRAGMA index_info("{index[1]}")')]
            for index in base.execute(f'PRAGMA index_list("{table}")')
        ]
        for key in base.execute(f'PRAGMA foreign_key_list("{table}")'):
            assert any(columns[0] == key[3] for columns in indexes) or key[1] > 0, (table, key)
    base.close()


def test_lists_have_the_key_of_their_record_and_their_place(mini: Bases) -> None:
    data = MINI.cases["c-a9xgu"].data
    rows = mini.ask("SELECT position, status, date FROM case_history WHERE case_id = 'c-a9xgu' ORDER BY position")
    assert rows == [(place, step["status"], step["date"]) for place, step in enumerate(data["history"], 1)]
    one = book(case(orders=[{"kind": "call-up", "date": "2026-07-01"}] * 2 + [
        {"kind": "ij-decision", "date": "2026-07-02", "steps": [{"step": "appeal", "date": "2026-07-03", "waived": True}]}
    ]))  # fmt: skip
    assert data_of(one, due=False).rows["case_order_steps"] == [("c-0", 3, 1, "appeal", "2026-07-03", True, "mini")]


def test_values_have_the_type_of_their_field(mini: Bases) -> None:
    lite = "SELECT typeof(requested_on), typeof(detained), typeof(capacity_cases) FROM cases, mentors WHERE capacity_cases > 0"
    assert mini.sqlite.execute(lite).fetchone() == ("text", "integer", "integer")
    assert mini.sqlite.execute("SELECT DISTINCT typeof(hours) FROM case_hours").fetchall() == [("real",)]
    wanted = {"text": "VARCHAR", "date": "DATE", "boolean": "BOOLEAN", "integer": "BIGINT", "number": "DOUBLE"}
    for table, column, type_ in mini.ask("SELECT table_name, column_name, type FROM fields ORDER BY 1, position"):
        told = mini.duckdb.execute(
            "SELECT data_type FROM information_schema.columns WHERE table_name = ? AND column_name = ?", [table, column]
        )
        assert told.fetchone() == (wanted[type_],), (table, column)


def test_every_column_is_described_and_every_code_has_its_words(tmp_path: Path) -> None:
    with bases(data_of(SAMPLE), tmp_path) as both:
        for table, kind in both.ask("SELECT name, kind FROM tables ORDER BY name"):
            columns = [row[1] for row in both.sqlite.execute(f'PRAGMA table_info("{table}")')]
            told = both.ask(f"SELECT column_name, title, description FROM fields WHERE table_name = '{table}' ORDER BY position")
            assert [row[0] for row in told] == columns != []
            assert all(title and description for _, title, description in told)
            assert kind in ("table", "view")
        for table, column, words in both.ask(
            "SELECT table_name, column_name, list FROM fields WHERE list IS NOT NULL ORDER BY 1, 2"
        ):
            codes = {row[0] for row in both.sqlite.execute(f'SELECT DISTINCT "{column}" FROM "{table}"')} - {None}
            assert codes <= {row[0] for row in both.ask(f"SELECT code FROM words WHERE list = '{words}' ORDER BY 1")}, (
                table,
                column,
            )
        assert both.one("SELECT label FROM words WHERE list = 'case_hours.activity' AND code = 'review'") == "Review of drafts"


def test_the_due_dates_are_those_of_the_one_list(mini: Bases) -> None:
    dues = agenda(MINI, DAY)
    rows = mini.ask("SELECT case_id, kind, title, due, file_by, state, owner FROM due ORDER BY position")
    assert rows == [
        (
            due.case,
            due.kind,
            due.title,
            due.due and due.due.isoformat(),
            due.file_by and due.file_by.isoformat(),
            due.state,
            due.owner,
        )
        for due in dues
    ]
    assert "due" not in data_of(MINI, due=False).rows


def test_the_same_records_give_the_same_bytes(tmp_path: Path) -> None:
    found = []
    for folder in (tmp_path / "a", tmp_path / "b"):
        for part in ("parquet", "jsonl"):
            (folder / part).mkdir(parents=True)
        write_sqlite(data_of(open_book(ROOT)), folder / "a.db")
        write_parquet(data_of(SAMPLE), folder / "parquet")
        write_jsonl(data_of(SAMPLE), folder / "jsonl")
        found.append({str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()})
    assert found[0] == found[1]
    assert len(found[0]) > 2 * len(TABLES)


def test_nothing_in_a_record_acts(tmp_path: Path) -> None:
    """Quotes, line breaks and SQL come out as they went in; a folder may be called anything."""
    attorney = MINI.attorneys["a-finch"]
    hostile = Record("attorney", attorney.id, attorney.file, attorney.data | {"notes": HOSTILE, "name": HOSTILE}, array("I"))
    data = data_of(MINI.with_records([hostile]))
    with bases(data, tmp_path / "it's [a] *?; x=1") as both:
        assert both.ask("SELECT notes, name FROM attorneys WHERE id = 'a-finch'") == [(HOSTILE, HOSTILE)]
        assert both.one("SELECT attorney_name FROM v_case WHERE attorney = 'a-finch'") == HOSTILE
        assert both.one("SELECT COUNT(*) FROM cases") == len(MINI.cases)
    folder = tmp_path / "jsonl"
    folder.mkdir()
    write_jsonl(data, folder)
    lines = (folder / "attorneys.jsonl").read_text(encoding="utf-8").split("\n")
    assert [row["notes"] for row in map(json.loads, lines[:-1]) if row["id"] == "a-finch"] == [HOSTILE]


def test_json_lines_have_the_columns_in_their_order(tmp_path: Path) -> None:
    written = write_jsonl(data_of(MINI), tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == set(written)
    for table in TABLES:
        rows = [json.loads(line) for line in (tmp_path / f"{table.name}.jsonl").read_text(encoding="utf-8").splitlines()]
        assert len(rows) == written[f"{table.name}.jsonl"]
        assert all(list(row) == [column.name for column in table.columns] for row in rows)


def test_what_cannot_be_read_is_named_and_the_rest_is_there(tmp_path: Path) -> None:
    root = copy_of(tmp_path)
    (root / "data/cases/c-a9xgu.yml").write_text("id: c-a9xgu\n")
    (root / "data/program.yml").write_text("name: [\n")
    with bases(data_of(open_book(root)), tmp_path / "out") as both:
        assert both.ask("SELECT complete, program FROM meta") == [(0, "program")]
        assert both.ask("SELECT id FROM unread ORDER BY id") == [("c-a9xgu",), ("program",)]
        assert both.one("SELECT COUNT(*) FROM v_case") == len(MINI.cases) - 1
        assert both.one("SELECT COUNT(*) FROM v_mentor_hours WHERE planned_cost > 0") == 0


def test_of_two_with_one_id_the_first_counts() -> None:
    courts = MINI.kinds["court"]["court"].data["courts"]
    twice = MINI.with_records([record("court", {"courts": [*courts, courts[0] | {"name": "Again"}]})])
    assert data_of(twice).rows["courts"] == data_of(MINI).rows["courts"]


def test_programs_put_together_are_told_apart(tmp_path: Path) -> None:
    for name, one in (("sample", SAMPLE), ("mini", MINI)):
        (tmp_path / name).mkdir()
        write_parquet(data_of(one), tmp_path / name)
    with duckdb.connect() as both:
        read = f"read_parquet('{tmp_path}/*/v_case.parquet', union_by_name = true)"
        found = both.execute(f"SELECT program, count(*) FROM {read} GROUP BY 1").fetchall()
    assert dict(found) == {"vecina": len(SAMPLE.cases), "mini": len(MINI.cases)}
