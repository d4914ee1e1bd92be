"""Plain scalars by YAML 1.2's core schema; dates and times stay text."""

from __future__ import annotations

import re
from functools import lru_cache

Scalar = str | int | float | bool | None

_WORDS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_INT = re.compile(r"[-+]?[0-9]+\Z")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z")
_OTHER_BASE = re.compile(r"0(?:o[0-7]+|x[0-9a-fA-F]+)\Z")
_NOT_FINITE = re.compile(r"(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\Z")

# What YAML 1.1 and 1.2 read differently: words, and numbers with other rules for base, grouping, sixties and exponent.
_TWO_WAYS_WORDS = frozenset(
    form for word in ("yes", "no", "on", "off", "y", "n") for form in (word, word.capitalize(), word.upper())
) | {"="}
_TWO_WAYS_NUMBER = re.compile(
    r"[-+]?(?:0[0-9]+|0o[0-7]+|0b[01_]+|0x[0-9a-fA-F_]*_[0-9a-fA-F_]*|[0-9][0-9,]*_[0-9_,.]*|[0-9]+(?:\.[0-9]*)?[eE][0-9]+"
    r"|[1-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?)\Z"
)

MAX_DIGITS = 15

# The same words and days stand in record after record: judged once, and one copy of the text for all of them.
_remembered = lru_cache(maxsize=4096)


class NotKept(ValueError):
    """A plain scalar that is a number which JSON or this program cannot keep."""


@_remembered
def plain(text: str) -> Scalar:
    """The value of an unquoted scalar. Raises NotKept for infinity, not-a-number and numbers over 15 digits."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in "+-.0123456789":
        return text
    if _INT.match(text):
        if len(text) - (text[0] in "+-") > MAX_DIGITS:
            raise NotKept
        return int(text)
    if _OTHER_BASE.match(text):
        value = int(text, 0)
        if value >= 10**MAX_DIGITS:
            raise NotKept
        return value
    if _FLOAT.match(text):
        number = float(text)
        if number in (float("inf"), float("-inf")):
            raise NotKept
        return number
    if _NOT_FINITE.match(text):
        raise NotKept
    return text


@_remembered
def two_ways(text: str) -> bool:
    """Whether programs of YAML 1.1 and of YAML 1.2 read this unquoted scalar differently."""
    return text in _TWO_WAYS_WORDS or (text[:1] in "+-0123456789" and bool(_TWO_WAYS_NUMBER.match(text)))
