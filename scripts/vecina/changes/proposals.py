"""How a change moves the proposal for the cases that wait."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..book import Book
from ..facts import WAITING
from ..matching import propose
from ..store.kinds import Entry

MOST_WAITING, MOST_PAIRS = 60, 20_000  # above, the matching takes longer than a reader of a change should wait
TOO_LARGE = "Which matches change is not worked out for a program of this size; `vecina match` shows the proposal."
_KINDS = ("case", "mentor", "attorney", "program")


def proposals(books: tuple[Book, Book], entries: Iterable[Entry], day: date) -> tuple[tuple[str, ...], str]:
    """A sentence for each waiting case with another mentor proposed than before; or why that was not worked out."""
    if not any(entry.kind in _KINDS for entry in entries) or not all(book.program for book in books):
        return (), ""
    waiting = {case.id for case in books[1].cases.values() if case.data["status"] in WAITING}
    if len(waiting) > MOST_WAITING or len(waiting) * len(books[1].mentors) > MOST_PAIRS:
        return (), TOO_LARGE
    old, new = ({match.case: match.mentor for match in propose(book, day).matches} for book in books)
    differ = [name for name in sorted(waiting) if old.get(name) != new.get(name)]
    return tuple(_said(name, old.get(name), new.get(name)) for name in differ), ""


def _said(case: str, was: str | None, now: str | None) -> str:
    return f"{case}: {now or 'nobody'} proposed" + (f" instead of {was}" if was else "")
