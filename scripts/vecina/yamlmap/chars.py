"""Which characters a file may hold: refused before any YAML parser sees them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

# Controls but tab and line ends; line ends only YAML sees; bidirectional and invisible characters; lone surrogates.
_RANGES = (
    "\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\xad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180e\\u200b\\u2028-\\u202e"
    "\\u2060-\\u206f\\u3164\\ufeff\\uffa0\\ufff0-\\ufffb\\ufffe\\uffff\\ud800-\\udfff\\U000e0000-\\U000e0fff"
)
# U+FFFC and U+FFFD can be seen, so they are not among the specials of their block.
_REFUSED = re.compile(f"[{_RANGES}]|\\r(?!\\n)")
_REFUSED_IN_VALUE = re.compile(f"[{_RANGES}\\r]")
_KINDS = (
    (0x0D, 0x0D, "a lone carriage return"),
    (0x85, 0x85, "a line end of its own kind"),
    (0x00, 0x9F, "a control character"),
    (0x200B, 0x200D, "an invisible space or joiner"),
    (0x2028, 0x2029, "a line end of its own kind"),
    (0x200E, 0x200F, "a mark that turns the direction"),
    (0x202A, 0x202E, "a mark that turns the direction"),
    (0x2066, 0x2069, "a mark that turns the direction"),
    (0xFEFF, 0xFEFF, "a byte-order mark"),
)
MOST = 20  # more findings of one kind in one file help nobody
JOINERS = re.compile("[\\u200c-\\u200f]")
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?:[ \r]|$)", re.MULTILINE)
_DIGITS = re.compile(r"[0-9]{7}|[0-9]{3}[ -][0-9]{3}[ -][0-9]{3}|[\uff10-\uff19]{3}")
_A_NUMBER = re.compile(
    r"(?<![\w/.=-])(?:A[ #-]{0,2}[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{2,3}|[0-9]{9}|[0-9]{3}-[0-9]{3}-[0-9]{3})(?![\w-])",
    re.IGNORECASE,
)
_DIRECTIVE = re.compile(r"\A(?:[ \t]*(?:#[^\n]*)?\r?\n)*%")
_TAB_INDENT = re.compile(r"^ *(\t)[\t ]*[^\t \r\n]", re.MULTILINE)


def refused(text: str) -> Iterator[tuple[int, str]]:
    """The first characters that a file may not hold, as (index, its code point in words)."""
    if not _REFUSED_IN_VALUE.search(text):
        return  # most files: a search for one set of characters is eight times as fast as one with a condition
    for match in islice(_REFUSED.finditer(text), MOST):
        yield match.start(), code_point(match[0])


def refused_in_value(value: str) -> str | None:
    """The code point of the first character that a value may not hold, however it was written."""
    match = _REFUSED_IN_VALUE.search(value)
    return code_point(match[0]) if match else None


def code_point(character: str) -> str:
    """`the character U+202E (a mark that turns the direction)`: its number and kind, never the character itself."""
    number = ord(character)
    kind = next((words for first, last, words in _KINDS if first <= number <= last), "")
    return f"the character U+{number:04X} ({kind})" if kind else f"the character U+{number:04X}"


def identifiers(text: str) -> Iterator[int]:
    """The index of each sign run that looks like an A-number, wherever it stands; parts of addresses are none."""
    if _DIGITS.search(text):
        yield from (match.start() for match in _A_NUMBER.finditer(unicodedata.normalize("NFKC", text)))


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
