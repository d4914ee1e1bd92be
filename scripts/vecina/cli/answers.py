"""Understands what a person answers: a code, its label in any capitals, or an id that exists; else says what is near."""

from __future__ import annotations

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
    options: list[str] = schema.get("enum", [])
    if not options or word in options:
        return word
    folded = word.strip().casefold()
    labels: dict[str, str] = schema.get("x-labels", {})
    for code in options:
        if folded in (code.casefold(), labels.get(code, "").casefold()):
            return code
    few = f"Choose {listing(options, 'or')}." if len(options) <= 12 else "The field guide lists them all."
    raise ValueError(f"That is not on the list.{meant(word, [*options, *labels.values()])} {few}")


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
    what = "court of this code or city" if kind == "court" else f"{kind} of this id"
    raise ValueError(f"There is no {what}.{meant(name, list(book.courts if kind == 'court' else book.kinds[kind]))}")
