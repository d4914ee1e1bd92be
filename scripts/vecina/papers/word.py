"""A document as a file for Word and its like: real headings, lists and tables, so that it can be changed and read aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .blocks import Block, Heading, Listing, Paragraph, Run, Runs, Table
from .html import TICKS
from .parse import parse

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph as Place

    from .word_lists import Lists

_INDENT = 0.3  # inches of each level of a list
_WHOLE = 44  # signs of the lines that take the whole width: one for a signature and one for a day


def as_docx(text: str, title: str, subject: str = "") -> bytes:
    """A text in our Markdown as a .docx file on Letter paper, with the title and page numbers at the foot.

    The same text gives the same bytes. HTML in the text comes out as text. Raises `papers.parse.Unknown` for Markdown that
    documents do not use.
    """
    from .word_file import empty, packed
    from .word_lists import Lists

    document = empty(title, subject)
    lists = Lists(document)
    blocks = parse(text)
    for place, block in enumerate(blocks):
        _add(document, lists, block)
        after = blocks[place + 1 : place + 3]
        if isinstance(block, Paragraph) and any(isinstance(one, Paragraph) and _to_write_on(one.runs) for one in after):
            document.paragraphs[-1].paragraph_format.keep_with_next = True  # a name stays with its line, and what leads to it
    return packed(document)


def _add(document: Document, lists: Lists, block: Block) -> None:
    if isinstance(block, Heading):
        write(document.add_paragraph(style=f"Heading {block.level}"), block.runs)
    elif isinstance(block, Paragraph):
        _paragraph(document.add_paragraph(), block.runs)
    elif isinstance(block, Listing):
        _listing(document, lists, block, 0)
    elif isinstance(block, Table):
        from .word_table import add_table

        add_table(document, block)
    else:
        from .word_file import line_below

        line_below(document.add_paragraph())


def _paragraph(place: Place, runs: Runs) -> None:
    """A paragraph; one that ends with a line to write on gets room above, and its lines reach the margin together."""
    from docx.shared import Pt

    if _to_write_on(runs):
        place.paragraph_format.space_before, place.paragraph_format.space_after = Pt(22), Pt(14)
        _stops(place, [run.fill for run in runs if run.fill])
        write(place, runs, tabs=True)
    else:
        write(place, runs)


def _to_write_on(runs: Runs) -> bool:
    return bool(runs) and runs[-1].fill > 0


def _stops(place: Place, widths: list[int]) -> None:
    """A stop with a line before it for each of the lines, which share the width of the page by their lengths."""
    from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER

    from .word_file import TEXT_WIDTH

    reached, whole = 0, max(sum(widths), _WHOLE)
    for width in widths:
        reached += width
        end = reached == whole
        place.paragraph_format.tab_stops.add_tab_stop(
            TEXT_WIDTH * reached // whole, WD_TAB_ALIGNMENT.RIGHT if end else WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.LINES
        )


def _listing(document: Document, lists: Lists, listing: Listing, level: int) -> None:
    from docx.shared import Inches, Pt

    number = lists.new(listing.numbered, level, listing.start)
    for item in listing.items:
        place = document.add_paragraph(style="List Number" if listing.numbered else "List Bullet")
        if item.ticked is None:
            lists.put(place, number, level)
        else:
            lists.put(place, 0, 0)
            place.paragraph_format.left_indent = Inches(_INDENT * (level + 1))
            place.paragraph_format.first_line_indent = Inches(-_INDENT)
            place.add_run(f"{TICKS[item.ticked]}\t")
        write(place, item.runs)
        if item.below:
            _listing(document, lists, item.below, level + 1)
    if level == 0:
        document.paragraphs[-1].paragraph_format.space_after = Pt(8)


def write(place: Place, runs: Runs, bold: bool = False, tabs: bool = False) -> None:
    """Puts the pieces into a paragraph. A link is its text and, where that is not the address, the address behind it."""
    for index, run in enumerate(runs):
        if run.new_line:
            place.add_run().add_break()
            continue
        made = place.add_run("\t" if run.fill and tabs else "_" * run.fill or run.text + _address(run, runs[index + 1 :]))
        made.bold = bold or run.bold or None
        made.italic = run.italic or None
        if run.code:
            made.font.name = "Consolas"


def _address(run: Run, rest: Runs) -> str:
    """The address behind the last piece of a link, unless the text is the address."""
    if not run.link or (rest and rest[0].link == run.link):
        return ""
    address = run.link.removeprefix("mailto:")
    return "" if run.text.strip() in (address, run.link) else f" ({address})"
