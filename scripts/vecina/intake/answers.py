"""Understands what a person answers: a code, its label in any capitals, or an id that exists; else says what is near."""

from __future__ import annotations

from typing import Any

from ..book import Book
from ..finding import Path
from ..schema import wanted
from ..words import listing, meant

_PATHS: dict[str, Path] = {
    "place": ("client", "place"),
    "reached_by": ("client", "reached_by", 0),
    "posture": ("posture",),
    "languages": ("languages", 0),
    "time_zone": ("time_zone",),
    "bar": ("bar", 0, "state"),
}
_STATE: dict[str, Path] = {"case": ("client", "state"), "organization": ("state",)}


def understood(book: Book, kind: str, name: str, word: str) -> str:
    """The code or id that an answer means. Raises ValueError with what would be right."""
    if name in ("attorney", "organization", "court"):
        return known(book, name, word)
    schema = wanted(kind, _STATE.get(kind, ()) if name == "state" else _PATHS.get(name, ("\0",))) or {}
    return chosen(schema, word)


def chosen(schema: dict[str, Any], word: str) -> str:
    """The code that a word means where the field is a fixed list; else the word. Raises ValueError as `one_of`."""
    return one_of(schema, word) if schema.get("enum") else word


def one_of(schema: dict[str, Any], word: str, few: int = 12) -> str:
    """The code of a list that a word means: itself, its label, or another name that is known for it.

    Raises ValueError with the nearest, and with the list where it has no more than so many codes.
    """
    options: list[str] = schema["enum"]
    labels: dict[str, str] = schema.get("x-labels", {})
    also: dict[str, str] = schema.get("x-also", {})
    folded = _folded(word)
    for code in options:
        if folded in (_folded(code), _folded(labels.get(code, ""))):
            return code
    for other, code in also.items():
        if folded == _folded(other):
            return code
    choice = f"Choose {listing(options, 'or')}." if len(options) <= few else "The field guide lists them all."
    raise ValueError(f"That is not on the list.{meant(word, [*options, *labels.values(), *also])} {choice}")


def _folded(word: str) -> str:
    return " ".join(word.split()).casefold().replace("_", "-").replace(" ", "-")


def known(book: Book, kind: str, name: str) -> str:
    """The id of a record, or a court's code by its city. Raises ValueError with the nearest one."""
    if book.knows(kind, name):
        return name
    if kind == "court":
        here = [
            code for code, court in book.courts.items() if name.strip().casefold() in (code.casefold(), court["city"].casefold())
        ]
        if len(here) == 1:
            return here[0]
        if here:
            raise ValueError(f"Several courts are in this city. Give the code: {listing(here, 'or')}.")
    what = "court of this code or city" if kind == "court" else f"{kind} of this id"
    raise ValueError(f"There is no {what}.{meant(name, _names(book, kind))}")


def _names(book: Book, kind: str) -> list[str]:
    """What a person may have meant: ids, and for courts their cities too."""
    return [*book.courts, *(court["city"] for court in book.courts.values())] if kind == "court" else list(book.kinds[kind])
