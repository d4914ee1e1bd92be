"""The inline part of a document: text with its marks, as pieces of one kind each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from typing import Any

from .blocks import Run, Runs

_SCHEMES = ("https://", "http://", "mailto:")
_FILL = re.compile("(_{6,})")
# what XML cannot hold, and so no word processor can read
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


_NAMES = {"blockquote": "a quotation", "img": "a picture", "pre": "a block of code", "h4": "a heading of level 4"}


class Unknown(ValueError):
    """Markdown that our documents do not use. It names the construct, never the text."""

    def __init__(self, construct: str) -> None:
        super().__init__(_NAMES.get(construct, construct))


def runs_of(element: Any) -> Runs:
    """The pieces of an element, without blanks at its ends and without empty ones."""
    found = [run for run in _inline(element, Run("")) if run.text or run.fill or run.new_line]
    while found and (found[-1].new_line or not _shows(found[-1])):
        found.pop()
    while found and (found[0].new_line or not _shows(found[0])):
        found.pop(0)
    if found:
        found[0] = replace(found[0], text=found[0].text.lstrip())
        found[-1] = replace(found[-1], text=found[-1].text.rstrip())
    return tuple(found)


def _shows(run: Run) -> bool:
    return bool(run.text.strip() or run.fill)


def _inline(element: Any, like: Run) -> Iterator[Run]:
    yield from _text(element.text, like)
    for part in element:
        yield from _marked(part, like)
        yield from _text(part.tail, like)


def _marked(part: Any, like: Run) -> Iterator[Run]:
    if part.tag == "strong":
        yield from _inline(part, replace(like, bold=True))
    elif part.tag == "em":
        yield from _inline(part, replace(like, italic=True))
    elif part.tag == "code":
        yield replace(like, code=True, text=_legal(unescape(part.text or "")))
    elif part.tag == "br":
        yield replace(like, new_line=True)
    elif part.tag == "a" and not like.link:
        address = _legal(unescape(part.get("href", "")))
        if "@" in address and ":" not in address:
            address = f"mailto:{address}"
        if not address.startswith(_SCHEMES) or re.search(r"\s", address):
            raise Unknown("a link to anything but a web or mail address")
        yield from _inline(part, replace(like, link=address))
    else:
        raise Unknown(part.tag)


def _text(text: str | None, like: Run) -> Iterator[Run]:
    """Text with its lines to write on. These are found before entities are read: a record's own signs draw none."""
    for piece in _FILL.split(text or ""):
        if _FILL.fullmatch(piece):
            yield replace(like, fill=len(piece))
        else:
            yield replace(like, text=_legal(re.sub(r"[ \t\r\n]+", " ", unescape(piece))))


def _legal(text: str) -> str:
    return _ILLEGAL.sub("", text)
