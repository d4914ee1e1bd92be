"""Days of reminders: what is told on each of them, when each morning's letters are written down as if they had been sent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from programs import copy_of
from vecina.book import Book, open_book
from vecina.cli.remind_journal import FOLDER
from vecina.contact import Letter, letters, rows_of
from vecina.deadlines import agenda

DAY = date(2026, 11, 24)
CASE, SEND = "c-a9xgu", "remind --send --yes --sample-too"
MAILS = 7  # of the miniature program on that day
Told = tuple[str, str, str, str]  # day, role, about, stage


def book_of(tmp_path: Path) -> Book:
    """The miniature program's book."""
    return open_book(copy_of(tmp_path))


def changed(book: Book, kind: str, name: str, /, **fields: Any) -> Book:
    """The book with other values in one record; None takes a field away."""
    record = book.kinds[kind][name]
    data = {key: value for key, value in {**record.data, **fields}.items() if value is not None}
    return book.with_records([replace(record, data=data)])


def on(book: Book, day: date, case: str | None = None) -> tuple[Letter, ...]:
    """The letters of a day, or those of one case."""
    return tuple(one for one in letters(book, agenda(book, day), day).letters if case in (None, one.case))


def mornings(book: Book, case: str, first: date, days: int) -> Iterator[Told]:
    """What is told in a case on so many mornings, each remembered by the next."""
    for day in (first + timedelta(number) for number in range(days)):
        for letter in on(book, day, case):
            for row in rows_of(letter.items, day):
                yield day.isoformat(), row["to"], row["about"], row["stage"]
            known = book.cases[case].data.get("reminders", [])
            book = changed(book, "case", case, reminders=[*known, *rows_of(letter.items, day)])


def silences(book: Book, case: str, first: date, days: int) -> list[tuple[str, str, str]]:
    """The same, of the silence alone: day, role and stage."""
    return [(day, to, stage) for day, to, about, stage in mornings(book, case, first, days) if about == "silence"]


def rows(root: Path, case: str = CASE) -> list[dict[str, Any]]:
    """What the record says that people were told."""
    return list(open_book(root).cases[case].data.get("reminders", []))


def left(root: Path) -> list[str]:
    """The ids of the mails that are on their way."""
    return [path.stem for path in sorted((root / FOLDER).glob("*.json"))]
