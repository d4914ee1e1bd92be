"""The people of a case who can be written to, each by her role. Nobody else ever is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..book import Book
from ..facts import Data
from ..store import Record
from .item import ROLES, Role

FIELDS: dict[Role, str] = {"attorney": "attorney", "mentor": "mentor", "backup-mentor": "backup_mentor"}
_KINDS: dict[Role, str] = {"attorney": "attorney", "mentor": "mentor", "backup-mentor": "mentor"}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who can be written to: for the program its own address, under the id `program`."""

    role: Role
    id: str
    name: str
    email: str


def person_of(book: Book, case: Data, role: Role) -> Person | None:
    """Who has that role in the case; None where nobody has it, or her record cannot be read."""
    if role == "program":
        contacts = book.program.get("contacts")
        return Person(role, role, book.program["short_name"], contacts["general"]) if contacts else None
    record = _record(book, case, role)
    return Person(role, record.id, record.data["name"], record.data["email"]) if record else None


def is_named(case: Data, role: Role) -> bool:
    """Whether the case has somebody in that role, whether or not her record can be read."""
    return role == "program" or FIELDS[role] in case


def away_until(book: Book, case: Data, role: Role, today: date) -> date | None:
    """The last day on which the person of that role is away, if she is away on that day."""
    record = _record(book, case, role) if role in _KINDS else None
    spans = record.data.get("away", ()) if record else ()
    day = today.isoformat()
    return max((date.fromisoformat(row["to"]) for row in spans if row["from"] <= day <= row["to"]), default=None)


def away_roles(book: Book, case: Data, today: date) -> frozenset[Role]:
    """The roles whose person is away on that day."""
    return frozenset(role for role in ROLES if away_until(book, case, role, today) is not None)


def _record(book: Book, case: Data, role: Role) -> Record | None:
    name = case.get(FIELDS[role])
    return book.kinds[_KINDS[role]].get(name) if name else None
