"""Which characters a file may hold: refused before any YAML parser sees them."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Controls but tab and line ends; line ends only YAML sees; bidirectional and invisible characters; lone surrogates.
_RANGES = (
    "\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\xad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180e\\u200b\\u2028-\\u202e"
    "\\u2060-\\u206f\\u3164\\ufeff\\uffa0\\ufff0-\\uffff\\ud800-\\udfff\\U000e0000-\\U000e0fff"
)
# U+FFFC and U+FFFD can be seen; the other specials of their block cannot.
_REFUSED = re.compile(f"(?![\\ufffc\\ufffd])[{_RANGES}]|\\r(?!\\n)")
_REFUSED_IN_VALUE = re.compile(f"(?![\\ufffc\\ufffd])[{_RANGES}\\r]")
JOINERS = re.compile("[\\u200c-\\u200f]")
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?:[ \r]|$)", re.MULTILINE)
_DIRECTIVE = re.compile(r"\A(?:[ \t]*(?:#[^\n]*)?\r?\n)*%")
_TAB_INDENT = re.compile(r"^ *(\t)[\t ]*[^\t \r\n]", re.MULTILINE)


def refused(text: str) -> Iterator[tuple[int, str]]:
    """Each character that a file may not hold, as (index, its code point in words)."""
    for match in _REFUSED.finditer(text):
        yield match.start(), code_point(match[0])


def refused_in_value(value: str) -> str | None:
    """The code point of the first character that a value may not hold, however it was written."""
    match = _REFUSED_IN_VALUE.search(value)
    return code_point(match[0]) if match else None


def code_point(character: str) -> str:
    """`U+202E`: a character's number, never the character itself."""
    return f"U+{ord(character):04X}"


def conflict(text: str) -> int | None:
    """The index of the first line that Git left from a merge conflict."""
    match = _CONFLICT.search(text)
    return match.start() if match else None


def directive(text: str) -> int | None:
    """The index of a line before the record that speaks to the YAML parser."""
    match = _DIRECTIVE.match(text)
    return match.end() - 1 if match else None


def tab_indents(text: str) -> Iterator[int]:
    """The index of each tab that indents a line with something on it."""
    return (match.start(1) for match in _TAB_INDENT.finditer(text))


def place_of(text: str, index: int) -> tuple[int, int]:
    """Line and column, counted from 1, of an index into the text."""
    start = text.rfind("\n", 0, index) + 1
    return text.count("\n", 0, index) + 1, index - start + 1
