"""The list to fill in: plain names of columns, one example row, and in Excel the words to choose from."""

from __future__ import annotations

import io
from typing import Any

from ..book import Book
from ..intake.columns import COLUMNS, EXAMPLE, EXAMPLE_LABEL
from ..intake.question import Question
from ..intake.table import MAX_ROWS
from ..words import listing
from .escape import as_csv as csv_of

_HEAD = [EXAMPLE_LABEL, *(column.label for column in COLUMNS)]
_EXAMPLE = [EXAMPLE, *(column.example for column in COLUMNS)]
_TOP = (
    "Never write who a client is: no name, A-number, birth date, address, phone number or story, in no cell and no comment.",
    "One case in each row of the first sheet. An attorney with several cases has several rows with the same e-mail.",
    'The row that says "example" in its first column is left out. Delete it, or leave it.',
)


def as_csv() -> bytes:
    """The list as CSV that Excel opens with its accents right."""
    return b"\xef\xbb\xbf" + csv_of([_HEAD, _EXAMPLE]).encode()


def as_xlsx(book: Book) -> bytes:
    """The list as a workbook: the cases, what each column means, and the lists of words."""
    from openpyxl import Workbook  # slow to import, rarely needed
    from openpyxl.styles import Font

    made = Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = "Cases"
    for row in (_HEAD, _EXAMPLE):
        sheet.append(row)
    for place, cell in enumerate(sheet[1], 1):
        cell.font = Font(bold=True)
        sheet.column_dimensions[_letter(place)].width = max(14, len(str(cell.value)) + 2)
    for cell in sheet[2]:
        cell.font = Font(italic=True, color="00808080")
    for rows in sheet.iter_rows(min_row=2, max_row=MAX_ROWS + 1, max_col=len(_HEAD)):
        for cell in rows:
            cell.number_format = "@"  # as text, so that no day turns into another country's form
    sheet.freeze_panes = "B2"
    _explanations(made.create_sheet("What the columns mean"))
    _words(made, sheet, book)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _letter(place: int) -> str:
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(place))


def _explanations(sheet: Any) -> None:
    from openpyxl.styles import Alignment, Font

    for line in _TOP:
        sheet.append([line])
        sheet.cell(sheet.max_row, 1).font = Font(bold=True)
    sheet.append([])
    sheet.append(["Column", "Needed", "What it means", "How to write it"])
    for column in COLUMNS:
        sheet.append([column.label, _need(column), column.help, _form(column)])
    for letter, width in zip("ABCD", (32, 12, 60, 80), strict=True):
        sheet.column_dimensions[letter].width = width
    for row in sheet.iter_rows(min_row=len(_TOP) + 3):
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")


def _need(column: Question) -> str:
    if column.kind == "attorney":
        return "new attorney"
    return "yes" if column.need else ""


def _form(column: Question) -> str:
    """What an answer looks like, in words."""
    if column.options:
        several = "One or more, with commas" if column.form == "words" else "One of"
        return f"{several}: {listing(column.options, 'or')}."
    forms = {
        "day": "Year-month-day, like 2026-03-14, or a date cell of Excel.",
        "time": "Like 09:00 or 1:30 p.m.",
        "yes": "yes or no",
        "court": "A city like Houston, or a code like HOU.",
        "attorney": "An id like a-okafor.",
        "organization": "An id like o-puente.",
    }
    return forms.get(column.form, "Text on one line.")


def _words(made: Any, sheet: Any, book: Book) -> None:
    """A hidden sheet with the fixed words, and in each column the drop-down that offers them."""
    from openpyxl.worksheet.datavalidation import DataValidation

    lists = made.create_sheet("Words")
    lists.sheet_state = "hidden"
    for place, column in enumerate(COLUMNS, 2):
        words = _offered(column, book)
        if not words:
            continue
        number = lists.max_column + 1 if lists.cell(1, 1).value else 1
        for row, word in enumerate(words, 1):
            lists.cell(row, number, word)
        reach = f"Words!${_letter(number)}$1:${_letter(number)}${len(words)}"
        offer = DataValidation(type="list", formula1=reach, allow_blank=True)
        offer.showErrorMessage = column.form not in ("words", "court")  # several words, or a city, are right too
        offer.error, offer.errorTitle = "Please choose a word of the list.", column.label
        offer.add(f"{_letter(place)}2:{_letter(place)}{MAX_ROWS + 1}")
        sheet.add_data_validation(offer)


def _offered(column: Question, book: Book) -> list[str]:
    if column.form == "yes":
        return ["yes", "no"]
    return sorted(book.courts) if column.form == "court" else column.options
