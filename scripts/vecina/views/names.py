"""The words people read for ids and codes."""

from __future__ import annotations

from ..book import Book
from ..schema import labels

ROLES = {"program": "the program", "expert": "the expert", "mentor": "no mentor yet"}


def person(book: Book, name: str) -> str:
    """The name of one or two people given by id; a role stands for itself."""
    return " and ".join(_one(book, part) for part in name.split()) if name else ""


def _one(book: Book, name: str) -> str:
    for kind in ("mentor", "attorney", "organization"):
        record = book.kinds[kind].get(name)
        if record:
            return str(record.data["name"])
    return ROLES.get(name, name)


def status(code: str) -> str:
    """A case status in words."""
    return labels("case_status")[code]


def languages(codes: list[str]) -> str:
    """Languages in words."""
    words = labels("language")
    return ", ".join(words[code] for code in codes)
