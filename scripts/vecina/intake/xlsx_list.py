"""Reads a list from an Excel workbook: the values of its first sheet. Nothing in it is worked out or followed."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from .problem import NotReadable
from .table import MAX_BYTES, MAX_CELL, MAX_ROWS, Cell, Table, table_of

MAX_UNPACKED = 30_000_000
MAX_PARTS = 300
FAR = 20_000  # rows; a sheet that ends beyond it was not written by a person
_DECLARES = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_FORMULA = "This is a formula. Write the value itself: in Excel copy the cell and paste it as a value."


def from_xlsx(raw: bytes) -> Table:
    """The table of a workbook's first sheet. Raises NotReadable."""
    if raw.startswith(b"\xd0\xcf\x11\xe0"):
        raise NotReadable("The workbook has a password or is in the old .xls form. Save it as .xlsx without a password.")
    if len(raw) > MAX_BYTES:
        raise NotReadable("The file is too large: 5 MB at most.")
    _harmless(raw)
    from openpyxl import load_workbook  # slow to import, rarely needed

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            # formulas are asked for, not their last results, so that none is taken for a value
            book = load_workbook(io.BytesIO(raw), read_only=True, data_only=False, keep_links=False, keep_vba=False)
            sheet = book.worksheets[0]
            sheet.reset_dimensions()
            return table_of(_rows(sheet))
    except NotReadable:
        raise
    except Exception:  # the library raises everything there is for a workbook that is not one
        raise NotReadable("The file cannot be read as an Excel workbook. Save it anew as .xlsx.") from None


def _harmless(raw: bytes) -> None:
    """Refuses what unpacks to too much, and XML that declares entities. What a part says of its size is what it may have."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as parts:
            infos = parts.infolist()
            if len(infos) > MAX_PARTS or sum(info.file_size for info in infos) > MAX_UNPACKED:
                raise NotReadable("The workbook unpacks to too much: copy the list into a new workbook.")
            for info in infos:
                if info.filename.casefold().endswith((".bin", ".vml", ".png", ".jpeg", ".jpg", ".emf")):
                    continue
                if _DECLARES.search(parts.read(info).replace(b"\0", b"")):
                    raise NotReadable("The workbook declares what no spreadsheet writes. Copy the list into a new workbook.")
    except NotReadable:
        raise
    except Exception:  # a broken archive fails in many ways
        raise NotReadable("The file cannot be read as an Excel workbook. Save it anew as .xlsx.") from None


def _rows(sheet: Any) -> Iterator[tuple[int, list[Cell]]]:
    for number, cells in enumerate(sheet.iter_rows(), 1):
        if number > FAR:
            raise NotReadable(f"The sheet ends far below row {MAX_ROWS}. Copy the list into a new workbook.")
        yield number, [_cell(cell) for cell in cells]


def _cell(cell: Any) -> Cell:
    value = cell.value
    if value is None:
        return Cell()
    if cell.data_type == "f" or (isinstance(value, str) and value.startswith("=")):
        return Cell(fault=_FORMULA)
    if cell.data_type == "e":
        return Cell(fault="This cell shows an error of Excel. Write the value itself.")
    text = _text(value).strip()
    return Cell(fault="This is too long.") if len(text) > MAX_CELL else Cell(text)


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
