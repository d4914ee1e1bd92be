"""Our Markdown, read by Python-Markdown and walked once into plain blocks.

Headings of three levels, paragraphs, bold, italic, code, links to web and mail addresses, line breaks, lists with one list
below an item, boxes (`- [ ]`, `- [x]`), tables, lines across, and six or more `_` for a line to write on. HTML stays text,
but for `<br>`. Anything else is a mistake of a template and raises `Unknown`: better no document than one that lacks a part.
"""

from __future__ import annotations

import re
from typing import Any

from .blocks import Block, Heading, Item, Listing, Paragraph, Rule, Table
from .runs import Unknown, runs_of

_BOX = re.compile(r"\s*\[([ xX])\]\s+")
_LEVELS = {"h1": 1, "h2": 2, "h3": 3}


def parse(text: str) -> list[Block]:
    """The blocks of a text. Raises `Unknown` for Markdown that our documents do not use."""
    return [_block(element) for element in _tree(text)]


def _tree(text: str) -> Any:
    """What Python-Markdown makes of the text, before it becomes HTML; entities are still as they were written."""
    from markdown import Markdown
    from markdown.inlinepatterns import (
        AUTOMAIL_RE,
        AutolinkInlineProcessor,
        SimpleTextInlineProcessor,
        SubstituteTagInlineProcessor,
    )

    reader = Markdown(extensions=["tables", "sane_lists"])
    reader.preprocessors.deregister("html_block")
    for name in ("reference", "code"):  # no text becomes either, however far in it begins
        reader.parser.blockprocessors.deregister(name)
    reader.treeprocessors.deregister("prettify")
    for name in ("html", "entity", "automail", "reference", "short_reference", "image_reference", "short_image_ref"):
        reader.inlinePatterns.deregister(name)
    reader.inlinePatterns.register(SimpleTextInlineProcessor("(_{6,})"), "fill", 175)
    reader.inlinePatterns.register(AutolinkInlineProcessor(AUTOMAIL_RE, reader), "mail", 110)
    reader.inlinePatterns.register(SubstituteTagInlineProcessor("<br */?>", "br"), "br", 95)
    lines = text.split("\n")
    for step in reader.preprocessors:
        lines = step.run(lines)
    root = reader.parser.parseDocument(lines).getroot()
    for item in root.iter("li"):
        _take_box(item)
    for step in reader.treeprocessors:
        root = step.run(root) or root
    return root


def _take_box(item: Any) -> None:
    """Takes the box off an item's text, before entities are read: a record's own brackets are none."""
    holder = item[0] if len(item) and item[0].tag == "p" and not (item.text or "").strip() else item
    found = _BOX.match(holder.text or "")
    if found:
        holder.text = holder.text[found.end() :]
        item.set("ticked", str(found[1] != " "))


def _block(element: Any) -> Block:
    tag = element.tag
    if tag in _LEVELS:
        return Heading(_LEVELS[tag], runs_of(element))
    if tag == "p":
        return Paragraph(runs_of(element))
    if tag in ("ul", "ol"):
        return _listing(element)
    if tag == "table":
        return _table(element)
    if tag == "hr":
        return Rule()
    raise Unknown(tag)


def _listing(element: Any, below: bool = False) -> Listing:
    return Listing(tuple(_item(item, below) for item in element), element.tag == "ol", int(element.get("start", 1)))


def _item(item: Any, below: bool) -> Item:
    """An item: its text, which may stand in one paragraph of its own, and at most one list."""
    parts = list(item)
    lists = [part for part in parts if part.tag in ("ul", "ol")]
    own = [part for part in parts if part.tag == "p"]
    inline = [part for part in parts if part not in lists and part not in own]
    if len(lists) > 1 or len(own) > 1 or (own and inline) or (lists and below) or lists != parts[len(parts) - len(lists) :]:
        raise Unknown("a list of this form")
    for part in lists:
        item.remove(part)
    ticked = {"True": True, "False": False}.get(item.get("ticked"))
    return Item(runs_of(own[0] if own else item), ticked, _listing(lists[0], below=True) if lists else None)


def _table(element: Any) -> Table:
    head, *rows = [tuple(row) for part in element for row in part]
    right = tuple("right" in cell.get("style", "") for cell in head)
    cells = [tuple(runs_of(cell) for cell in row) for row in (head, *rows)]
    return Table(cells[0] if any(cells[0]) else (), tuple(cells[1:]), right)
