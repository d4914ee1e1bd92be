"""What a mail is filled in from: plain data for both templates, made from a letter and the case's people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..book import Book
from ..contact import Letter, Role, away_until
from ..contact.dates import owners
from ..contact.people import person_of
from ..facts import WAITING
from ..words import day
from .wording import Said, said


@dataclass(frozen=True, slots=True)
class Group:
    """The things of one kind under their head."""

    head: str
    items: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody of the case as the mail names her: role, name, address, and what else is to be known."""

    role: str
    name: str
    email: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """All that stands in a mail."""

    title: str
    to: Role
    greeting: str
    case: str
    groups: tuple[Group, ...]
    people: tuple[Who, ...]
    program: str
    short: str
    answer_to: str
    website: str


_ROLES: dict[Role, str] = {"attorney": "Attorney of record", "mentor": "Mentor", "backup-mentor": "Backup mentor"}


def page_of(letter: Letter, title: str, book: Book, today: date) -> Page:
    """The mail of a letter, before it is put into words by a template."""
    program, person, case = book.program, letter.person, book.cases[letter.case]
    away = away_until(book, case.data, "mentor", today)
    groups: dict[str, list[Said]] = {}
    for item in letter.shown:
        own = frozenset(owners(item.due, case.data)) if item.due else frozenset[Role]()
        head = "Set by law or by a court" if item.of_a_court else "In the mentoring" if item.due else "No contact"
        groups.setdefault(head, []).append(said(item, own, away, today))
    return Page(
        title,
        person.role,
        f"{program['short_name']} team" if person.role == "program" else person.name,
        letter.case,
        tuple(Group(head, tuple(rows)) for head, rows in groups.items()),
        tuple(_people(letter, book, today)),
        program["name"],
        program["short_name"],
        answer_to(book),
        program["contacts"]["website"],
    )


def answer_to(book: Book) -> str:
    """Where answers go: the address that the settings name for it, else the one that the mails come from."""
    reminders = book.program["reminders"]
    return str(reminders.get("reply_to", reminders["from"]))


def _people(letter: Letter, book: Book, today: date) -> list[Who]:
    """Who is who in the case. The attorney is told of the backup mentor only while the mentor is away."""
    case, found = book.cases[letter.case].data, list[Who]()
    for role, words in _ROLES.items():
        person, away = person_of(book, case, role), away_until(book, case, role, today)
        if person is None or (case["status"] in WAITING and role != "attorney"):
            continue
        if role == "backup-mentor" and letter.person.role == "attorney" and away_until(book, case, "mentor", today) is None:
            continue
        notes = ["you"] if role == letter.person.role else []
        notes += [f"away until {day(away)}"] if away else []
        found.append(Who(words, person.name, person.email, ", ".join(notes)))
    return found
