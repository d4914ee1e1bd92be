"""What the records know of people, to be looked for word by word; without records there is nothing of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..book import Book
from ..words import unaccented

KINDS = ("mentor", "attorney", "organization")
_WORD = re.compile(r"\w+")
_REMARK = re.compile(r"\([^()]*\)")
_FIELDS = {"name": "the name of {}", "email": "an e-mail address of {}"}
_WHOSE = {"mentor": "a mentor", "attorney": "an attorney", "organization": "an organization"}

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """The program's own addresses, the ids of people and cases, and what to look for by its first word: words and kind."""

    own: frozenset[str]
    ids: frozenset[str]
    sought: dict[str, list[tuple[Words, str]]]

    def found(self, text: str) -> Iterator[tuple[int, str]]:
        """Where something known begins and what kind it is, however it is spaced, accented or written large."""
        if not self.sought:
            return
        spots = list(_WORD.finditer(text))
        words = [folded(spot[0]) for spot in spots]
        for index, word in enumerate(words):
            for sought, kind in self.sought.get(word, ()):
                if tuple(words[index : index + len(sought)]) == sought and _meant(sought, spots[index][0]):
                    yield spots[index].start(), kind


def known(book: Book) -> Known:
    """What a book knows."""
    own = frozenset(value.lower() for value in _values(book.program.get("contacts", {})) if "@" in value)
    sought: defaultdict[str, list[tuple[Words, str]]] = defaultdict(list)
    for kind in KINDS:
        for record in book.kinds.get(kind, {}).values():
            for field, value in _named(record.data):
                if value.lower() in own:
                    continue
                words = tuple(folded(word) for word in _WORD.findall(_REMARK.sub("", value)))
                for order in {words, (*words[-1:], *words[:-1]) if field == "name" else words}:
                    if order:
                        sought[order[0]].append((order, _FIELDS[field].format(_WHOSE[kind])))
    ids = frozenset(name for kind in ("case", *KINDS) for name in book.kinds.get(kind, {}))
    return Known(own, ids, dict(sought))


def folded(word: str) -> str:
    """A word for comparing."""
    return word.lower() if word.isascii() else unaccented(word)


def _meant(sought: Words, written: str) -> bool:
    """A name of one word may be a word of the language too: it counts where it is written large."""
    return len(sought) > 1 or not written.islower()


def _named(data: Any) -> Iterator[tuple[str, str]]:
    """Every name and address in a record, wherever it stands."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key in _FIELDS and isinstance(value, str):
                yield key, value
            else:
                yield from _named(value)
    elif isinstance(data, list):
        for item in data:
            yield from _named(item)


def _values(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for item in data.values() if isinstance(data, dict) else data:
            yield from _values(item)
