"""One report in every format: the same numbers, nothing of the records acts, and the same bytes each time."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from programs import copy_of, vecina
from vecina.papers import as_html
from vecina.report import tables
from vecina.views.figures.span import Span
from vecina.views.reports import Mark, Percent, Report, Section

EVIL = "=1+1 <script>alert(1)</script> | [x](javascript:1) *b* ::error::"
REPORT = Report(
    kind="program",
    title="The program in numbers",
    about="",
    program="Sample program",
    period=Span(date(2026, 1, 1), date(2026, 3, 31)),
    as_of=date(2026, 4, 1),
    revision="",
    stamp="For the office only",
    incomplete="",
    legend=("* is hidden.",),
    sections=(
        Section(
            "Sums",
            ("Name", "Cases", "Hours", "Cost", "Share", "Since"),
            (
                ("Many", 1204, 12.5, Decimal("159125.5"), Percent(77), date(2026, 2, 3)),
                ("Few", Mark.HIDDEN, Mark.NONE, Mark.HIDDEN, Mark.NONE, ""),
            ),
            ("What a number means; see `vecina check`.",),
        ),
        Section("Empty", ("Case",), (), ()),
    ),
)
HOSTILE = replace(REPORT, program=EVIL, sections=(Section("Sums", ("Name", EVIL), ((EVIL, 5),), (EVIL,)),))


def test_markdown_is_read_as_it_is() -> None:
    lines = tables.as_markdown(REPORT).splitlines()
    assert lines[0] == "# The program in numbers"
    assert "**For the office only**" in lines
    assert "- Records: not committed; what is printed here cannot be made again from a revision" in lines
    assert "| Many | 1,204 | 12.5 | 159,125.50 | 77% | Tue 3 Feb 2026 |" in lines
    assert r"| Few | \* | – | \* | – |  |" in lines
    assert "| --- | ---: | ---: | ---: | ---: | --- |" in lines
    assert r"\* is hidden." in lines
    assert "- What a number means; see `vecina check`." in lines
    assert "None." in lines


def test_the_page_of_a_report_shows_the_same() -> None:
    page = as_html(tables.as_markdown(REPORT), REPORT.title)
    assert '<td class="right short">1,204</td>' in page
    assert '<td class="right short">*</td>' in page
    assert "<p>* is hidden.</p>" in page
    assert "<code>vecina check</code>" in page


def test_text_has_its_numbers_below_each_other() -> None:
    lines = list(tables.as_text(REPORT))
    head = next(line for line in lines if line.startswith("  Name"))
    many = next(line for line in lines if line.startswith("  Many"))
    assert head.index("Cases") + 5 == many.index("1,204") + 5
    assert max(map(len, lines)) <= 110


def test_csv_has_one_value_in_each_line() -> None:
    rows = list(csv.reader(io.StringIO(tables.report_as_csv(REPORT))))
    assert rows[0] == ["section", "row", "column", "value"]
    sums = {(row, column): value for section, row, column, value in rows if section == "Sums"}
    assert sums == {
        ("Many", "Cases"): "1204", ("Many", "Hours"): "12.5", ("Many", "Cost"): "159125.5", ("Many", "Share"): "77",
        ("Many", "Since"): "2026-02-03", ("Few", "Cases"): "*", ("Few", "Hours"): "", ("Few", "Cost"): "*", ("Few", "Share"): "",
    }  # fmt: skip
    assert ["Meaning", "Sums", "1", "What a number means; see `vecina check`."] in rows


def test_json_tells_hidden_from_none() -> None:
    data = json.loads(tables.report_as_json(REPORT))
    assert (data["from"], data["to"], data["commit"]) == ("2026-01-01", "2026-03-31", None)
    assert data["sections"][0]["rows"] == [
        ["Many", 1204, 12.5, 159125.5, 77, "2026-02-03"], ["Few", {"hidden": True}, None, {"hidden": True}, None, ""],
    ]  # fmt: skip


def test_the_workbook_has_a_sheet_for_each_table() -> None:
    book = load_workbook(io.BytesIO(tables.as_xlsx(REPORT)))
    assert book.sheetnames == ["About", "Sums", "Empty"]
    sheet = book["Sums"]
    assert [cell.value for cell in sheet[2]][:5] == ["Many", 1204, 12.5, 159125.5, 0.77]
    assert [cell.number_format for cell in sheet[2]][1:5] == ["#,##0", "#,##0.00", "#,##0.00", "0%"]
    assert [cell.value for cell in sheet[3]][:3] == ["Few", "*", "–"]
    assert (sheet["A1"].font.b, sheet.freeze_panes) == (True, "B2")
    assert sheet["A5"].value == "What a number means; see `vecina check`."
    assert sheet["A6"].value == "For the office only"  # a sheet can be passed on alone
    about = {row[0].value: row[1].value for row in book["About"].iter_rows()}
    assert (about["Report"], about["For whom"]) == ("The program in numbers", "For the office only")


def test_names_of_sheets_are_short_and_differ() -> None:
    long = "A title that is longer than Excel allows: one"
    parts = tuple(Section(long, ("",), (), ()) for _ in range(2))
    names = load_workbook(io.BytesIO(tables.as_xlsx(replace(REPORT, sections=parts)))).sheetnames
    assert len(set(names)) == 3
    assert all(len(name) <= 31 and ":" not in name for name in names)


def test_nothing_of_the_records_acts_in_any_format() -> None:
    text = tables.as_markdown(HOSTILE)
    page = as_html(text, HOSTILE.title)
    assert "<script" not in text + page
    assert "<a " not in page
    assert "<em>b</em>" not in page
    assert "\"'=1+1" in tables.report_as_csv(HOSTILE)
    assert "<script" not in tables.report_as_json(HOSTILE)
    book = load_workbook(io.BytesIO(tables.as_xlsx(HOSTILE)))
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "n"}


def test_a_workbook_has_the_same_bytes_each_time() -> None:
    raw = tables.as_xlsx(REPORT)
    assert raw == tables.as_xlsx(REPORT)
    assert {info.date_time for info in zipfile.ZipFile(io.BytesIO(raw)).infolist()} == {(1980, 1, 1, 0, 0, 0)}


FORMATS = ("text", "markdown", "html", "csv", "xlsx", "json")
STAMPS = {
    "program": "", "program --full": "For the office only", "organization o-faro --cases": "for nobody else",
    "mentor m-sato --full": "For the office only", "retention": "For the office only",
}  # fmt: skip


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("kind", STAMPS)
def test_every_report_says_for_whom_it_is_in_every_format(kind: str, form: str, tmp_path: Path) -> None:
    root, out = copy_of(tmp_path), tmp_path / f"out.{form}"
    written = []
    for _ in range(2):
        assert vecina(f"report {kind} --format {form} --out {out}", root).exit_code == 0
        written.append(out.read_bytes())
    assert written[0] == written[1]
    text = sheets(out) if form == "xlsx" else out.read_text(encoding="utf-8")
    assert STAMPS[kind] in text
    assert ("For the office only" in text or "for nobody else" in text) is bool(STAMPS[kind])


def sheets(file: Path) -> str:
    """All that stands in a workbook."""
    return " ".join(str(cell.value) for sheet in load_workbook(file) for row in sheet.iter_rows() for cell in row)
