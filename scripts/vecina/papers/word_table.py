"""A table of a Word file: its head comes again on each page, no row is torn, and its columns are as wide as they need."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from .blocks import Runs, Table, plain

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell

_SIGN = 0.086  # inches of a sign in a table, and of the edges of a cell
_EDGES = 0.2
_SHORT = 18  # a cell of so few signs, like a day with a mark, stays in one line
_LEAST = 0.65  # inches: the heading of a column of boxes is not torn

SHORT_TABLE = 7  # rows, the heading among them, of a table that is not split


def add_table(document: Document, table: Table) -> None:
    """Puts the table at the end of the document."""
    from docx.shared import Inches, Pt

    lines = [*([table.head] if table.head else []), *table.rows]
    made = document.add_table(rows=len(lines), cols=len(table.right), style="Table Grid")
    made.autofit = False
    wide = [Inches(width) for width in widths(lines)]
    for column, width in zip(made.columns, wide, strict=True):
        column.width = width
    for number, (row, line) in enumerate(zip(made.rows, lines, strict=True)):
        head = bool(table.head) and number == 0
        _mark(row._tr, "cantSplit", *(["tblHeader"] if head else []))
        for place, (cell, runs) in enumerate(zip(row.cells, line, strict=True)):
            cell.width = wide[place]
            _fill(cell, runs, head or (not table.head and place == 0), table.right[place])
    for row in kept(len(lines)):
        for cell in made.rows[row].cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True
    look = made._tbl.tblPr.xpath("./w:tblLook")
    for found in look:
        _set(found, firstRow=str(int(bool(table.head))), firstColumn=str(int(not table.head)), noHBand="1", noVBand="1")
    space = document.add_paragraph()
    space.paragraph_format.space_after = Pt(0)
    space.paragraph_format.line_spacing = Pt(8)


def widths(lines: Sequence[tuple[Runs, ...]], total: float = 6.5) -> list[float]:
    """The width of each column in inches: short ones take what they need, the others share the rest by their longest cell."""
    longest = [max(len(part) for runs in column for part in plain(runs).split("\n")) for column in zip(*lines, strict=True)]
    words = [max(len(word) for runs in column for word in (*plain(runs).split(), "")) for column in zip(*lines, strict=True)]
    need = [max(long * _SIGN + _EDGES, _LEAST) for long in longest]
    least = [long * _SIGN + _EDGES for long in words]
    fixed = [long <= _SHORT for long in longest]
    rest = total - sum(width for width, keep in zip(need, fixed, strict=True) if keep)
    free = [0.0 if keep else min(long, 60.0) for long, keep in zip(longest, fixed, strict=True)]
    if all(fixed) or rest < 0.9 * (len(fixed) - sum(fixed)):
        return [total * width / sum(need) for width in need]
    shares = [rest * share / sum(free) for share in free]
    tight = [not keep and share < word for keep, share, word in zip(fixed, shares, least, strict=True)]
    left = rest - sum(word for word, short in zip(least, tight, strict=True) if short)
    roomy = sum(share for share, keep, short in zip(free, fixed, tight, strict=True) if not keep and not short)
    if any(tight) and roomy and left > 0.9:  # an address is not torn while its neighbor has room
        shares = [word if short else left * share / roomy for word, short, share in zip(least, tight, free, strict=True)]
    return [width if keep else share for width, keep, share in zip(need, fixed, shares, strict=True)]


def kept(rows: int) -> list[int]:
    """The rows that stay on one page with the next: all of a short table, of a long one those at its beginning and end."""
    return [row for row in range(rows - 1) if rows <= SHORT_TABLE or row < 3 or row >= rows - 3]


def _fill(cell: _Cell, runs: Runs, head: bool, right: bool) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls
    from docx.shared import Pt

    from .word import write

    place = cell.paragraphs[0]
    place.paragraph_format.space_before = place.paragraph_format.space_after = Pt(2)
    if right:
        place.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    write(place, runs, bold=head)
    for run in place.runs:
        run.font.size = Pt(10)
    if head:
        cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="EEF1F1"/>'))


def _mark(row: Any, *names: str) -> None:
    from docx.oxml import OxmlElement

    marks = row.get_or_add_trPr()
    for name in names:
        marks.append(OxmlElement(f"w:{name}"))


def _set(element: Any, **values: str) -> None:
    from docx.oxml.ns import qn

    for name, value in values.items():
        element.set(qn(f"w:{name}"), value)
