"""The Word file around a document: paper, fonts, foot, what it says of itself, and a zip that is the same each time."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from ..report.zipped import zipped_anew

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

TEXT_WIDTH = 5943600  # 6.5 inches, in the unit of the format
_WRITTEN = datetime(2000, 1, 1, tzinfo=UTC)  # no file says when it was made: the same text is the same file
_UNUSED = ("thumbnail", "stylesWithEffects")
_SPACE = {"Heading 1": (0, 8, 18), "Heading 2": (14, 4, 13), "Heading 3": (10, 3, 11.5)}  # points before, after, of a letter


def empty(title: str, subject: str) -> Document:
    """A document on Letter paper with nothing in it but its foot."""
    import docx
    from docx.shared import Inches

    document = docx.Document()
    page = document.sections[0]
    page.page_width, page.page_height = Inches(8.5), Inches(11)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Inches(1)
    _styles(document)
    _says(document, title, subject)
    _foot(page.footer.paragraphs[0], title)
    return document


def _styles(document: Document) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    styles: Any = document.styles
    normal = styles["Normal"].paragraph_format
    normal.space_after, normal.line_spacing = Pt(6), 1.12
    for name, (before, after, size) in _SPACE.items():
        style = styles[name]
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        style.font.size, style.font.color.rgb = Pt(size), RGBColor(0x0D, 0x4B, 0x50)
    for edge in styles["Table Grid"].element.xpath("./w:tblPr/w:tblBorders/*"):
        edge.set(qn("w:color"), "B9C0C1")
    for name in ("List Bullet", "List Number"):
        styles[name].paragraph_format.space_after = Pt(3)
        for close in styles[name].element.xpath("./w:pPr/w:contextualSpacing"):
            close.getparent().remove(close)


def _says(document: Document, title: str, subject: str) -> None:
    """What the file says of itself: its title and language, no person and no day."""
    from docx.oxml.ns import qn

    core = document.core_properties
    core.title, core.subject, core.language, core.revision = title[:255], subject[:255], "en-US", 1
    core.author = core.last_modified_by = core.comments = core.keywords = core.category = ""
    core.created = core.modified = _WRITTEN
    package: Any = document.part.package
    for rels in (package.rels, document.part.rels):
        for name in [name for name, rel in rels.items() if rel.reltype.endswith(_UNUSED)]:
            del rels[name]
    settings: Any = document.settings.element
    for mode in settings.xpath('.//w:compatSetting[@w:name="compatibilityMode"]'):
        mode.set(qn("w:val"), "15")  # else Word opens it as a file of an older Word
    for language in settings.xpath("./w:themeFontLang"):
        language.attrib.pop(qn("w:eastAsia"), None)


def _foot(place: Paragraph, title: str) -> None:
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Pt

    place.paragraph_format.tab_stops.add_tab_stop(TEXT_WIDTH // 2, WD_TAB_ALIGNMENT.CLEAR)
    place.add_run(f"{title}\tPage ")
    _field(place, "PAGE")
    place.add_run(" of ")
    _field(place, "NUMPAGES")
    for run in place.runs:
        run.font.size = Pt(9)


def _field(place: Paragraph, name: str) -> None:
    """A number that the program which opens the file works out."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    inner = '<w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:t>1</w:t></w:r>'
    place._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" {name} ">{inner}</w:fldSimple>'))


def line_below(place: Paragraph) -> None:
    """Makes an empty paragraph a line across the page."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls
    from docx.shared import Pt

    place.paragraph_format.line_spacing = Pt(6)
    border = '<w:bottom w:val="single" w:sz="6" w:space="1" w:color="B9C0C1"/>'
    marks = place._p.get_or_add_pPr()
    marks.insert_element_before(
        parse_xml(f"<w:pBdr {nsdecls('w')}>{border}</w:pBdr>"),
        *(f"w:{name}" for name in ("shd", "tabs", "suppressAutoHyphens", "spacing", "ind", "contextualSpacing", "jc", "rPr")),
    )


def packed(document: Document) -> bytes:
    """The file's bytes."""
    made = io.BytesIO()
    document.save(made)
    return zipped_anew(made.getvalue())
