"""The ways in which a reader, a browser or a search engine may take the text of a file; each keeps the number of its lines."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import unquote

_TAG = re.compile(r"<[A-Za-z/!?][^<>]*>")
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})")
_UNSEEN = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")


def readings(text: str) -> Iterator[str]:
    """The text decoded; then without its tags, once with what stood around them joined and once apart."""
    plain = _decoded(text)
    yield plain
    if _TAG.search(plain):
        yield _TAG.sub(lambda tag: "\n" * tag[0].count("\n"), plain)
        yield _TAG.sub(lambda tag: " " + "\n" * tag[0].count("\n"), plain)


def _decoded(text: str) -> str:
    """Entities, percent signs and escapes of JSON as what they stand for, full-width forms as plain ones, nothing unseen."""
    return "\n".join(_line(line) for line in text.split("\n"))


def _line(line: str) -> str:
    if "\\u" in line:
        line = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), line)
    if "%" in line:
        line = unquote(line)
    if "&" in line:
        line = html.unescape(line)
    if not line.isascii():
        line = _UNSEEN.sub("", unicodedata.normalize("NFKC", line))
    return line.replace("\n", " ")  # a decoded line end would move all lines after it
