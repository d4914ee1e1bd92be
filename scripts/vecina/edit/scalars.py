"""How a value is written in canonical form: plain where every program reads it the same, else in double quotes."""

from __future__ import annotations

import json
import re
from functools import lru_cache

from ..yamlmap.scalars import NotKept, plain, two_ways

_SAFE = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`][^\n\r\t\x7f]*\Z|-[^\s:#,\[\]{}][^\n\r\t\x7f]*\Z")
_TIME = re.compile(r"[0-9]{1,2}:[0-9]{2}")


def write_scalar(value: object, *, flow: bool = False) -> str:
    """One scalar as YAML text on one line; in a flow list commas and brackets need quotes too."""
    if value is None:
        return "null"
    if value is True or value is False:
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else f"{value:.15f}".rstrip("0")
    if isinstance(value, int):
        return str(value)
    text = str(value)
    return text if _is_plain(text, flow) else quoted(text)


def quoted(text: str) -> str:
    """The text in double quotes; invisible characters as escapes."""
    escaped = json.dumps(text, ensure_ascii=False)
    return "".join(
        sign if sign.isprintable() or sign in "\u200c\u200d\u200e\u200f" else f"\\u{ord(sign):04x}" for sign in escaped
    )


@lru_cache(maxsize=4096)
def _is_plain(text: str, flow: bool) -> bool:
    if not _SAFE.match(text) or text != text.strip() or ": " in text or " #" in text or text.endswith(":"):
        return False
    if flow and any(sign in text for sign in ",[]{}"):
        return False
    if _TIME.match(text) or two_ways(text) or not text.isprintable():
        return False
    try:
        return isinstance(plain(text), str)
    except NotKept:
        return False


def as_block(text: str) -> list[str] | None:
    """A text of several lines as a literal block: its header and lines; None where a block could not hold it exactly."""
    body = text.removesuffix("\n")
    lines = body.split("\n")
    bad = any(line != line.rstrip() or "\t" in line for line in lines) or not lines[0] or lines[0][0] == " " or not lines[-1]
    if bad or not all(line.isprintable() for line in lines):
        return None
    return ["|" if text.endswith("\n") else "|-", *lines]
