"""Every file that attacks us meets what its manifest wants: refused, read as it stands, or shown as typed."""

from __future__ import annotations

import csv
import re
import time
from pathlib import Path
from typing import Any

import pytest

from outside import _BESIDE, outside
from vecina.book import Book, make
from vecina.checks.references import id_is_file_name
from vecina.finding import Finding
from vecina.schema import bundle, shape_findings
from vecina.store import Loaded, Record
from vecina.yamlmap import Reading, read

MANIFEST = _BESIDE / "hostile" / "manifest.tsv"
LATER = ("pii-", "seal-")
FREE_TEXT = "common.schema.json#/$defs/"
SMALL: dict[str, Any] = {
    "$id": "https://vecina.org/schemas/small.schema.json",
    "type": "object",
    "additionalProperties": False,
    "required": ["id", "status"],
    "properties": {
        "id": {"type": "string", "pattern": "^C-[0-9]{4}-[0-9]{4}$", "x-expects": "C-YYYY-NNNN in ASCII"},
        "status": {"type": "string", "enum": ["active", "closed"]},
        "opened": {"$ref": f"{FREE_TEXT}date"},
        "title": {"$ref": f"{FREE_TEXT}line"},
        "notes": {"$ref": f"{FREE_TEXT}text"},
        "milestones": {"type": "object", "additionalProperties": False, "properties": {"filing": {"$ref": f"{FREE_TEXT}line"}}},
        "mentor": {"$ref": f"{FREE_TEXT}mentor_id"},
    },
}


def rows() -> list[dict[str, str]]:
    """The manifest's rows that concern reading and writing."""
    if not MANIFEST.is_file():
        return []
    with MANIFEST.open(encoding="utf-8", newline="") as file:
        table = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [row for row in table if not row["file"].startswith(LATER)]


def rows_that_want(want: str) -> list[Any]:
    return [pytest.param(row, id=row["file"]) for row in rows() if row["want"] == want]


@pytest.fixture(autouse=True)
def small_schema(monkeypatch: pytest.MonkeyPatch) -> None:
    """The kind `small`, of the shape that the hostile records follow."""
    real = bundle.sources()
    monkeypatch.setattr(bundle, "sources", lambda: {**real, "small": SMALL})


def judged(name: str) -> tuple[Reading, list[Finding]]:
    """The reader's refusals, then those of the shape, then those across records."""
    reading = read((outside("hostile") / name).read_bytes(), name)
    found = reading.findings or shape_findings("small", reading, name)
    if not found and reading.data is not None:
        record = Record("case", "C-2026-0042", name, reading.data, reading.places)
        book: Book = make(Loaded(Path(), [record], [], []))
        found = list(id_is_file_name(book))
    return reading, found


def test_the_manifest_is_walked_whole() -> None:
    outside("hostile")
    assert len(rows()) > 90


@pytest.mark.parametrize("row", rows_that_want("reject"))
def test_refused(row: dict[str, str]) -> None:
    begun = time.monotonic()
    reading, found = judged(row["file"])
    assert time.monotonic() - begun < 1
    assert found, "nothing was said"
    line = re.match(r"line (\d+)", row["what a good validator says or does"])
    if line:
        assert int(line[1]) in [finding.line for finding in found]
    said = " ".join(finding.message + finding.hint for finding in found)
    for value in strings(reading.data) - KNOWN_WORDS:
        assert value not in said


@pytest.mark.parametrize("row", rows_that_want("literal"))
def test_read_as_it_stands(row: dict[str, str]) -> None:
    reading, found = judged(row["file"])
    assert not found
    assert reading.data["opened"] == "2026-03-14"
    title = reading.data.get("title", "")
    assert title in (outside("hostile") / row["file"]).read_text(encoding="utf-8")


@pytest.mark.parametrize("row", rows_that_want("escape"))
def test_text_that_will_be_escaped_is_read_whole(row: dict[str, str]) -> None:
    reading, found = judged(row["file"])
    assert not found
    assert reading.data.get("title") or reading.data.get("notes")


KNOWN_WORDS = {"active", "closed", "x", "y", "text", "date", "status"}


def strings(data: Any) -> set[str]:
    """Every text in the data that is long enough to be told from our own words."""
    if isinstance(data, dict):
        return {word for pair in data.items() for part in pair for word in strings(part)} - set(SMALL["properties"])
    if isinstance(data, list):
        return {word for item in data for word in strings(item)}
    return {data} if isinstance(data, str) and len(data) > 2 else set()
