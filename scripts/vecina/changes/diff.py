"""Everything that a change of the records says and brings about, as plain data: for people who read no YAML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ..book import Book
from ..deadlines import Due, agenda, by_case
from ..store import Record
from ..store.kinds import Entry
from .effects import Effects, effects
from .proposals import TOO_LARGE, proposals
from .told import told, unread_words

_ORDER = ("case", "mentor", "attorney", "organization", "program", "court", "calendar", "rule", "source")
_NONE = Effects(())


@dataclass(frozen=True, slots=True)
class Told:
    """One record: what changed in it, and what follows. `state` is `changed`, `new`, `gone`, `unread` or `touched`.

    A case is `touched` when nothing in its record changed, but another record moves its dates.
    """

    kind: str
    id: str
    file: str
    state: str
    sentences: tuple[str, ...]
    effects: tuple[str, ...]
    late: int


@dataclass(frozen=True, slots=True)
class Diff:
    """All records that differ, cases first, with what follows for the matching. `left` says what was not worked out."""

    day: date
    records: tuple[Told, ...]
    matches: tuple[str, ...]
    left: str = ""

    @property
    def changed(self) -> int:
        """How many records differ themselves."""
        return sum(1 for row in self.records if row.state != "touched")

    @property
    def late(self) -> int:
        """How many dates become late by the change."""
        return sum(row.late for row in self.records)


def compared(books: tuple[Book, Book], changed: Iterable[Entry], day: date, *, whole: bool = True) -> Diff:
    """What the files that differ between two books say and bring about, judged on a day. `whole`: the books hold everything."""
    entries = tuple(changed)
    follows = _effects(books, set(_touched(books, entries)), day)
    own = {entry.id for entry in entries if entry.kind == "case"}
    found = [_told(books, entry, follows.get(entry.id, _NONE) if entry.kind == "case" else _NONE) for entry in entries]
    found += [_of_another(case, follows[name]) for name, case in books[1].cases.items() if name in follows and name not in own]
    found.sort(key=lambda row: (_ORDER.index(row.kind), row.state == "touched", -row.late, row.id))
    matches, left = proposals(books, entries, day) if whole else ((), TOO_LARGE)
    return Diff(day, tuple(found), matches, left)


def _touched(books: tuple[Book, Book], entries: tuple[Entry, ...]) -> Iterator[str]:
    """The cases whose dates may differ: those that changed, those of an attorney who did, and all where the law did."""
    names = {entry.id for entry in entries if entry.kind == "case"}
    attorneys = {entry.id for entry in entries if entry.kind == "attorney"}
    law = any(entry.kind in ("program", "rule", "calendar", "court") for entry in entries)
    for book in books:
        for case in book.cases.values():
            if law or case.id in names or case.data["attorney"] in attorneys:
                yield case.id


def _effects(books: tuple[Book, Book], names: set[str], day: date) -> Mapping[str, Effects]:
    """What follows in each of these cases, as far as it can be read on both sides or stands on one alone."""
    names = names - {name for book in books for _, name in book.broken}
    before, after = (_dues(book, names, day) for book in books)
    found = {name: effects(before.get(name, ()), after.get(name, ())) for name in names}
    return {name: one for name, one in found.items() if one.sentences}


def _dues(book: Book, names: set[str], day: date) -> Mapping[str, list[Due]]:
    return by_case(agenda(book.of_cases(case for name, case in book.cases.items() if name in names), day))


def _told(books: tuple[Book, Book], entry: Entry, follows: Effects) -> Told:
    if any((entry.kind, entry.id) in book.broken for book in books):
        return Told(entry.kind, entry.id, entry.file, "unread", (unread_words(entry.kind),), (), 0)
    before, after = (book.kinds[entry.kind].get(entry.id) for book in books)
    state = "changed" if before and after else "new" if after else "gone"
    words = tuple(dict.fromkeys(told(before, after, books))) or ("Only remarks or the layout changed",)
    return Told(entry.kind, entry.id, entry.file, state, words, follows.sentences, follows.late)


def _of_another(case: Record, follows: Effects) -> Told:
    return Told("case", case.id, case.file, "touched", (), follows.sentences, follows.late)
