"""Who the attorney of each case is: one with a record, by id or e-mail, or a new one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..book import Book
from ..edit.create import MAKERS, slug_id
from ..words import listing
from .drafts import Draft, drafted
from .problem import Problem
from .questions import ATTORNEY
from .wishes import Wish

_LABELS = {question.name: question.label for question in ATTORNEY}
_NEW = ("name", "time_zone", "attorney_languages", "bar")


@dataclass
class Found:
    """The attorney's id for each sound wish in turn, the new records, what is wrong, and what to look at."""

    ids: list[str] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)


def attorneys_of(book: Book, wishes: Sequence[Wish]) -> Found:
    """Finds or makes the attorney of every sound wish. One e-mail is one attorney."""
    found = Found()
    known = {record.data["email"].casefold(): record.id for record in book.attorneys.values()}
    unread = {str(record.data.get("email")).casefold() for record in book.partial if record.kind == "attorney"}
    fresh: dict[str, tuple[Wish, str]] = {}
    taken = {*book.attorneys, *(name for kind, name in book.broken if kind == "attorney")}
    for wish in wishes:
        email = wish.given.get("email", "").casefold()
        if not wish.sound:
            if email and email not in known and email not in fresh:
                fresh[email] = wish, slug_id("attorney", wish.given.get("name", ""), taken)
        elif "attorney" in wish.given:
            found.problems += _same_as_record(book, wish, known)
            found.ids.append(wish.given["attorney"])
        elif email in known:
            found.ids.append(known[email])
            found.notes += _recognized(book, wish, known[email])
        elif email in unread:
            found.problems.append(
                Problem("The attorney's record cannot be read now: see `vecina check`.", _LABELS["email"], wish.row)
            )
            found.ids.append("")
        elif email in fresh:
            first, name = fresh[email]
            found.problems += _same_as_first(first, wish)
            found.ids.append(name)
        else:
            found.problems += _lacking(wish)
            name = slug_id("attorney", wish.given.get("name", ""), taken)
            taken.add(name)
            fresh[email] = wish, name
            found.ids.append(name)
            found.notes += _namesake(book, wish)
            if all(part in wish.given for part in _NEW):
                found.drafts.append(drafted(book, "attorney", name, MAKERS["attorney"](_given(wish)), wish.row))
    return found


def _given(wish: Wish) -> dict[str, Any]:
    """The attorney's answers as a new record wants them."""
    given = wish.given
    return {
        "name": given["name"], "email": given["email"], "time_zone": given["time_zone"], "bar": given["bar"],
        "languages": given["attorney_languages"], "eoir_id": given.get("eoir_id", False),
    }  # fmt: skip


def _lacking(wish: Wish) -> Iterator[Problem]:
    for name in _NEW:
        if name not in wish.given:
            yield Problem("This is missing: no attorney has this e-mail yet, so a record is to be made.", _LABELS[name], wish.row)


def _same_as_record(book: Book, wish: Wish, known: dict[str, str]) -> Iterator[Problem]:
    email = wish.given.get("email", "").casefold()
    record = book.attorneys.get(wish.given["attorney"])
    if record and email and email != record.data["email"].casefold():
        other = f"; {known[email]} has it" if email in known else ""
        yield Problem(f"The attorney of this id has another e-mail{other}. Correct one of the two.", _LABELS["email"], wish.row)


def _same_as_first(first: Wish, wish: Wish) -> Iterator[Problem]:
    """One e-mail with two names, or with two of anything else."""
    others = [
        name
        for name in (*_NEW, "eoir_id")
        if name in wish.given and name in first.given and _folded(wish.given[name]) != _folded(first.given[name])
    ]
    if "name" in others:
        yield Problem(f"Two attorneys have one e-mail: row {first.row} has another name with it.", _LABELS["email"], wish.row)
    elif others:
        what = listing([f'"{_LABELS[name]}"' for name in others])
        yield Problem(f"The same attorney stands in row {first.row} with another {what}.", _LABELS["email"], wish.row)


def _recognized(book: Book, wish: Wish, name: str) -> Iterator[Problem]:
    own = book.attorneys[name].data["name"]
    differs = "name" in wish.given and _folded(wish.given["name"]) not in _folded(own)
    tail = ", who is written there with another name: look whether it is the same person" if differs else ""
    yield Problem(f"The attorney is {name}, found by e-mail{tail}.", _LABELS["email"], wish.row)


def _namesake(book: Book, wish: Wish) -> Iterator[Problem]:
    same = [one.id for one in book.attorneys.values() if _folded(one.data["name"]) == _folded(wish.given.get("name", ""))]
    if same:
        yield Problem(
            f"{listing(same)} has the same name and another e-mail. If it is the same person, write that id.",
            _LABELS["name"],
            wish.row,
        )


def _folded(value: Any) -> Any:
    return " ".join(value.split()).casefold() if isinstance(value, str) else value
