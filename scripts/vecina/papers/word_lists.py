"""The numbering of a Word file: each list counts for itself, and an item under an item stands further in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_TWIPS = 432  # of each level: 0.3 inches
_SIGNS = {False: ("•", "–"), True: ("%1.", "%2.")}
_FORMATS = {False: ("bullet", "bullet"), True: ("decimal", "lowerLetter")}


class Lists:
    """The lists of one document."""

    def __init__(self, document: Document) -> None:
        self._numbering: Any = document.part.numbering_part.element
        first = 1 + max(int(found) for found in self._numbering.xpath("./w:abstractNum/@w:abstractNumId"))
        self._kinds = {numbered: first + numbered for numbered in (False, True)}
        place = self._numbering.index(self._numbering.xpath("./w:num")[0])
        for numbered in (True, False):
            self._numbering.insert(place, self._kind(numbered))

    def new(self, numbered: bool, level: int, start: int) -> int:
        """The number by which the items of a new list name it."""
        made = self._numbering.add_num(self._kinds[numbered])
        if numbered:
            made.add_lvlOverride(ilvl=level).add_startOverride(start)
        return int(made.numId)

    @staticmethod
    def put(place: Paragraph, number: int, level: int) -> None:
        """Makes the paragraph an item of the list; with number 0, of none."""
        found = place._p.get_or_add_pPr().get_or_add_numPr()
        found.get_or_add_ilvl().val = level
        found.get_or_add_numId().val = number

    def _kind(self, numbered: bool) -> Any:
        from docx.oxml import parse_xml
        from docx.oxml.ns import nsdecls

        levels = "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{_FORMATS[numbered][level]}"/>'
            f'<w:lvlText w:val="{_SIGNS[numbered][level]}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{_TWIPS * (level + 1)}" w:hanging="{_TWIPS}"/></w:pPr></w:lvl>'
            for level in (0, 1)
        )
        head = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{self._kinds[numbered]}">'
        return parse_xml(f'{head}<w:multiLevelType w:val="hybridMultilevel"/>{levels}</w:abstractNum>')
