"""A report as an Excel workbook: a sheet that says what it is, then one for each table, with what its numbers mean below."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING

from ...views.reports import Cell, Mark, Percent, Report, Section
from ..zipped import zipped_anew
from .cells import right, words

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell as XlsxCell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

_FORMATS = {int: "#,##0", float: "#,##0.00", Decimal: "#,##0.00", Percent: "0%", date: "ddd d mmm yyyy"}
_WIDEST = 60  # signs of a column


def as_xlsx(report: Report) -> bytes:
    """The workbook. It holds no formulas, and the same report gives the same bytes."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "About"
    _about(sheet, report)
    taken = {"about"}
    for section in report.sections:
        marks = [line for line in (report.stamp, report.incomplete) if line]
        _table(book.create_sheet(_title(section.title, taken)), section, marks)
    return _bytes(book, report.as_of)


def _about(sheet: Worksheet, report: Report) -> None:
    from openpyxl.styles import Alignment, Font

    lines = [("Report", report.title), *report.facts]
    lines += [("For whom", report.stamp)] if report.stamp else []
    lines += [("Incomplete", report.incomplete)] if report.incomplete else []
    lines += [("Marks" if place == 0 else "", line) for place, line in enumerate(report.legend)]
    for section in report.sections:
        lines += [(section.title if place == 0 else "", note) for place, note in enumerate(section.notes)]
    for number, (name, value) in enumerate(lines, 1):
        _put(sheet, number, 1, name).font = Font(bold=True)
        _put(sheet, number, 2, value).alignment = Alignment(wrap_text=True, vertical="top")
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 32, 110


def _table(sheet: Worksheet, section: Section, marks: list[str]) -> None:
    """The table, below it its notes, and for whom it is: a sheet can be passed on alone."""
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    aside = [right(section, place) for place in range(len(section.columns))]
    for place, name in enumerate(section.columns, 1):
        cell = _put(sheet, 1, place, name or ("Value" if place > 1 else section.title))
        cell.font, cell.alignment = Font(bold=True), Alignment(horizontal="right" if aside[place - 1] else None, wrap_text=True)
        longest = max([len(name), *(len(words(row[place - 1])) for row in section.rows)])
        sheet.column_dimensions[get_column_letter(place)].width = min(max(longest + 2, 12), _WIDEST)
    for number, row in enumerate(section.rows, 2):
        for place, value in enumerate(row, 1):
            _put(sheet, number, place, value)
    sheet.freeze_panes = "B2"
    for number, note in enumerate((*section.notes, *marks), len(section.rows) + 3):
        _put(sheet, number, 1, note).font = Font(italic=True, color="FF4B585B")


def _put(sheet: Worksheet, row: int, column: int, value: Cell) -> XlsxCell | MergedCell:
    """Writes a value with its format; a text is a text, whatever sign it begins with."""
    from openpyxl.styles import Alignment

    cell = sheet.cell(row, column)
    if isinstance(value, str):
        cell.value, cell.data_type = _ILLEGAL.sub("", value), "s"
    elif isinstance(value, Mark):
        cell.value, cell.data_type, cell.alignment = value.value, "s", Alignment(horizontal="right")
    else:
        cell.value = value.value / 100 if isinstance(value, Percent) else value
        cell.number_format = _FORMATS[type(value)]
    return cell


_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # what XML cannot hold
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")


def _title(title: str, taken: set[str]) -> str:
    """A sheet's name: at most 31 signs, none that Excel forbids, and no name twice."""
    name = _FORBIDDEN.sub(" ", title)[:31]
    number = 2
    while name.casefold() in taken:
        name, number = f"{_FORBIDDEN.sub(' ', title)[:28]} {number}", number + 1
    taken.add(name.casefold())
    return name


def _bytes(book: Workbook, day: date) -> bytes:
    """The file, dated with the day of the report inside and without any date outside."""
    from openpyxl.writer.excel import ExcelWriter

    book.properties.creator = "vecina"
    book.properties.created = book.properties.modified = datetime.combine(day, time())
    made = io.BytesIO()
    ExcelWriter(book, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED)).save()
    return zipped_anew(made.getvalue())
