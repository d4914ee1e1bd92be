"""Reads a list from CSV: the separators and letters that spreadsheets write in different countries."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from .problem import NotReadable
from .table import MAX_BYTES, MAX_CELL, Cell, Table, table_of

_SEPARATORS = ",;\t"


def from_csv(raw: bytes) -> Table:
    """The table of a CSV file. Raises NotReadable."""
    if len(raw) > MAX_BYTES:
        raise NotReadable("The file is too large: 5 MB at most.")
    text, note = _decoded(raw)
    return from_text(text, note)


def from_text(text: str, note: str = "") -> Table:
    """The table of text with separators, as it is also when cells are copied out of a spreadsheet. Raises NotReadable."""
    if "\0" in text:
        raise NotReadable("This is no CSV file: it holds zero bytes. Save the list as CSV UTF-8 or as an Excel workbook.")
    first, _, rest = text.partition("\n")
    told = first.strip().casefold().removeprefix("sep=") if first.casefold().startswith("sep=") else ""
    skipped = 1 if told in (",", ";") else 0
    body = rest if skipped else text
    separator = told if skipped else _separator(body)
    return table_of(_rows(body, separator, skipped), note)


def _rows(text: str, separator: str, skipped: int) -> Iterator[tuple[int, list[Cell]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for number, cells in enumerate(reader, 1 + skipped):
            yield number, [_cell(cell) for cell in cells]
    except csv.Error:
        raise NotReadable(
            f"The CSV cannot be read near line {reader.line_num + skipped}: a quotation mark is "
            "opened and not closed, or a cell is huge."
        ) from None


def _cell(text: str) -> Cell:
    """A cell; what a spreadsheet would take for a formula is none of our words."""
    plain = text.strip()
    if len(plain) > MAX_CELL:
        return Cell(fault="This is too long.")
    if plain[:1] in ("=", "@"):
        return Cell(fault="This is a formula. Write the value itself.")
    return Cell(plain)


def _decoded(raw: bytes) -> tuple[str, str]:
    """The text, and what to know about its letters."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise NotReadable("The file is in UTF-16. Save it as CSV UTF-8.")
    if raw.startswith((b"PK", b"\xd0\xcf\x11\xe0")):
        raise NotReadable("This is an Excel workbook, not a CSV file. Give it the ending .xlsx.")
    try:
        return raw.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        pass
    try:
        return raw.decode("cp1252"), "The file is not in UTF-8; it was read as Windows-1252. Look at names with accents."
    except UnicodeDecodeError:
        raise NotReadable("The letters of the file cannot be read. Save it as CSV UTF-8.") from None


def _separator(text: str) -> str:
    """The separator that stands most often in the head, outside of quotes."""
    head = ""
    quoted = False
    for sign in text[:20_000]:
        quoted ^= sign == '"'
        if sign in "\r\n" and not quoted:
            if head.strip():
                break
            continue
        head += "" if quoted else sign
    return max(_SEPARATORS, key=head.count)
