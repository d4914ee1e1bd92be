"""Text into each kind of output, shown exactly as typed: nothing of it acts there."""

from __future__ import annotations

import csv
import html
import io
import json
import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any


def as_html(text: str) -> str:
    """For HTML text and quoted attributes."""
    return html.escape(text, quote=True)


def as_markdown(text: str) -> str:
    """For a line of Markdown: every sign that is no letter, digit or space as an entity, line breaks as breaks."""
    return "".join("<br>" if sign == "\n" else sign if sign.isalnum() or sign == " " else f"&#{ord(sign)};" for sign in text)


def as_prose(text: str) -> str:
    """For Markdown that people also read as it is: as `as_markdown`, but only what could act where it stands is an entity.

    For text inside a line or a cell, or at its beginning.
    """
    shown = _ACTS.sub(lambda sign: _entity(sign[0]), text)
    return _BEGINS.sub(lambda begin: f"{begin[1]}{_entity(begin[2])}", shown).replace("\n", "<br>")


def _entity(sign: str) -> str:
    return f"&#{ord(sign)};"


_ACTS = re.compile(r"[^\w .,;:?()@/%+'\"\n&–—’“”-]|_|&(?=[#\w])")  # & alone makes no entity
_BEGINS = re.compile("^((?:[0-9]+(?=[.)]))?)([-+ .)])")  # what begins a line may make a list of it, or a block of code


def as_log(text: str) -> str:
    """For a line on a terminal or in a CI log: one line, nothing invisible, nothing that a runner takes as a command."""
    shown = text if text.isprintable() else "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in text)
    return shown.replace("##[", "#\u200b#[").replace("::", ":\u200b:")


def as_annotation(text: str) -> str:
    """For the message of a GitHub annotation."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def as_property(text: str) -> str:
    """For a property of a GitHub annotation, such as the file."""
    return as_annotation(text).replace(":", "%3A").replace(",", "%2C")


def as_csv(rows: Iterable[Sequence[object]]) -> str:
    """Rows as CSV that no spreadsheet takes for formulas; every cell in quotes, lines end as RFC 4180 says."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([[_cell(cell) for cell in row] for row in rows])
    return out.getvalue()


def _cell(cell: object) -> str:
    text = "" if cell is None else str(cell)
    if isinstance(cell, (int, float)):
        return text
    begin = unicodedata.normalize("NFKC", text).lstrip(" ")[:1]
    return f"'{text}" if begin in tuple("=+-@\t\r\n") and begin else text


def as_json(data: Any, indent: int | None = 1) -> str:
    """For a JSON file, and safe inside a script element too; without an indent all on one line."""
    text = json.dumps(data, ensure_ascii=False, indent=indent, separators=None if indent else (",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text + "\n"
