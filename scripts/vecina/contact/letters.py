"""The letters of a day: one for each person and case, with all that is new for her, courts' dates first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ..book import OPEN, Book
from ..deadlines import Due, by_case
from ..facts import WAITING
from ..store import Record
from .dates import items
from .item import ROLES, Item
from .people import Person, away_roles, is_named, person_of
from .rows import is_told
from .silence import silence


@dataclass(frozen=True, slots=True)
class Letter:
    """What one person is to be told in one case."""

    case: str
    person: Person
    items: tuple[Item, ...]

    @property
    def shown(self) -> tuple[Item, ...]:
        """What the letter says: a silence that is passed on is not told a second time beside it."""
        passed_on = any(item.stage == "escalated" for item in self.items)
        return tuple(item for item in self.items if not (passed_on and item.stage == "silence"))

    @property
    def sort_key(self) -> tuple[bool, str, int]:
        """Letters with a court's date first, then by case, the attorney's before the others'."""
        return (not any(item.of_a_court for item in self.items), self.case, ROLES.index(self.person.role))


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of a day, and those that cannot be written since a person's record cannot be read: case and role."""

    letters: tuple[Letter, ...] = ()
    missed: tuple[tuple[str, str], ...] = ()


def letters(book: Book, dues: Sequence[Due], today: date) -> Letters:
    """Who is to be written to on that day about what. Nobody where the program's settings have no `reminders`.

    `dues` is the agenda of the same day. What was told before stands in the cases' records and is left out.
    """
    if "reminders" not in book.program:
        return Letters()
    found, missed, own = list[Letter](), list[tuple[str, str]](), by_case(dues)
    for case in book.cases.values():
        new = [item for item in _of_case(book, case, own.get(case.id, ()), today) if not is_told(case.data, item)]
        for role in ROLES:
            mine = tuple(sorted((item for item in new if item.to == role), key=lambda item: item.sort_key))
            if not mine:
                continue
            person = person_of(book, case.data, role)
            if person is not None:
                found.append(Letter(case.id, person, mine))
            elif is_named(case.data, role):
                missed.append((case.id, role))
    return Letters(tuple(sorted(found, key=lambda letter: letter.sort_key)), tuple(sorted(missed)))


def _of_case(book: Book, case: Record, dues: Sequence[Due], today: date) -> Iterator[Item]:
    """All that is to be told in a case, whether or not it was told before; nothing once it has ended."""
    if case.data["status"] not in (*OPEN, *WAITING):
        return
    away, ahead = away_roles(book, case.data, today), int(book.program["reminders"]["ahead_days"])
    for due in dues:
        yield from items(due, case.data, ahead, away, today)
    if case.data["status"] in OPEN:
        yield from silence(case.data, book.program, away, today)
