"""A mark on the disk for each mail that is on its way: whoever finds one knows that the mail may have gone out.

It is made before a mail is handed over, and taken away once the record says so. Two runs cannot both have it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from ..book import Book
from ..contact import puts
from ..contact.rows import Row
from ..mail import Mail
from ..mail.show import role_words
from ..words import meant, plural, sentence
from .common import one_case
from .writing import write_puts

FOLDER = "build/remind"


class OnItsWay(Exception):
    """The same person is being written to about the same case, by another run or by one that was cut off."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mail on its way: its id, whom it goes to, and the rows that are to be written."""

    id: str
    case: str
    to: str
    rows: tuple[Row, ...]


def take(root: Path, mail: Mail) -> Path:
    """Marks the mail as on its way. Raises OnItsWay, and OSError where the folder cannot be written."""
    folder, own = root / FOLDER, mail.letter
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{mail.id}.json"
    text = json.dumps({"case": own.case, "to": own.person.role, "rows": mail.rows})
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), 0o600)
    except FileExistsError:
        raise OnItsWay from None
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    if any((other.case, other.to) == (own.case, own.person.role) and other.id != mail.id for other in marks(root)):
        path.unlink()
        raise OnItsWay
    return path


def marks(root: Path) -> Iterator[Mark]:
    """The mails that are on their way, or were when a run was cut off. One that cannot be read stands for its id alone."""
    for path in sorted((root / FOLDER).glob("*.json")):
        try:
            said: dict[str, Any] = json.loads(path.read_bytes())
            yield Mark(path.stem, str(said["case"]), str(said["to"]), tuple(said["rows"]))
        except (OSError, ValueError, KeyError, TypeError):
            yield Mark(path.stem, "", "", ())


def left_over(book: Book) -> None:
    """Says on standard error which mails may have gone out without the record saying so."""
    for mark in marks(book.root):
        to = f"about {mark.case} to the {role_words(mark.to)}" if mark.to and mark.case in book.cases else "of an interrupted run"
        click.echo(
            f"Attention: a mail {to} may have gone out; its record does not say so. Unless another `vecina remind` is running "
            f"now, look into the outbox, then: `vecina remind --sent {mark.id}` or `vecina remind --not-sent {mark.id}`.",
            err=True,
        )


def record_sent(book: Book, name: str) -> Iterator[str]:
    """Writes down that the mail has gone out."""
    mark = _found(book, name)
    if not mark.case:
        click.echo("What this mail told cannot be read any more: add its rows by hand, then use --not-sent.", err=True)
        raise SystemExit(1)
    record = one_case(book, mark.case)
    yield from write_puts(book, record, puts(record.data, mark.rows), "a reminder was sent")
    _path(book, mark).unlink(missing_ok=True)


def forget(book: Book, name: str) -> Iterator[str]:
    """Forgets the mail: the next run may send it."""
    mark = _found(book, name)
    _path(book, mark).unlink(missing_ok=True)
    yield f"Forgotten: {mark.id}. `vecina remind` writes it again."


def _path(book: Book, mark: Mark) -> Path:
    return book.root / FOLDER / f"{mark.id}.json"


def _found(book: Book, name: str) -> Mark:
    known = {mark.id: mark for mark in marks(book.root)}
    if name in known:
        return known[name]
    raise click.UsageError(
        f"No interrupted mail has this id.{meant(name, known)} {sentence(plural(len(known), 'mark'))} "
        f"{'is' if len(known) == 1 else 'are'} left in {FOLDER}."
    )
