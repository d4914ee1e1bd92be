"""What stands in double braces on a page: a name with what it is asked, and nothing that could run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# each name with what it takes; what ends in a question mark may be left out
CALLS: dict[str, tuple[str, ...]] = {
    "rule": ("rule",),
    "days": ("rule", "day?"),
    "disputed": ("rule",),
    "proposed": ("rule",),
    "example": ("rule", "day"),
    "offset": ("milestone",),
    "span": ("text",),
    "cite": ("source",),
    "reply": (),
    "mail": (),
    "give": (),
    "milestones": (),
    "requirements": (),
}
BRACES = re.compile(r"\{\{.*?(?:\}\}|$)", re.MULTILINE)
_CALL = re.compile(r'\{\{\s*([a-z]+)\(((?:\s*"[^"\n]*"\s*,?)*)\s*\)\s*\}\}')
_WORD = re.compile(r'"([^"\n]*)"')


@dataclass(frozen=True, slots=True)
class Call:
    """One pair of braces: where it begins and ends in the text; `name` is empty when it cannot be understood."""

    start: int
    end: int
    name: str = ""
    words: tuple[str, ...] = ()


def calls(text: str) -> Iterator[Call]:
    """Every pair of braces in the text, in order."""
    for braces in BRACES.finditer(text):
        call = _CALL.fullmatch(braces.group())
        if call and call[1] in CALLS and _fits(CALLS[call[1]], words := tuple(_WORD.findall(call[2]))):
            yield Call(braces.start(), braces.end(), call[1], words)
        else:
            yield Call(braces.start(), braces.end())


def _fits(wanted: tuple[str, ...], words: tuple[str, ...]) -> bool:
    needed = [word for word in wanted if not word.endswith("?")]
    return len(needed) <= len(words) <= len(wanted)
