"""Mails to look at before they are sent: for a terminal and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date

from ..schema import labels_at
from ..words import day, inside, plural
from .message import Mail


def role_words(role: str) -> str:
    """`attorney`, `backup mentor`: a role inside a sentence."""
    return inside(labels_at("case", ("reminders", 0, "to"))[role])


def addressed(mail: Mail) -> str:
    """`c-7k3q9 to the attorney, a-okafor`: a mail by ids alone."""
    person = mail.letter.person
    name = "" if person.id == person.role else f", {person.id}"
    return f"{mail.letter.case} to the {role_words(person.role)}{name}"


def counted(mails: Sequence[Mail]) -> str:
    """`14 mails in 11 cases`."""
    return f"{plural(len(mails), 'mail')} in {plural(len({mail.letter.case for mail in mails}), 'case')}"


def as_text(mails: Sequence[Mail], today: date) -> Iterator[str]:
    """Each mail whole: its name, whom it goes to, its subject and its text."""
    yield f"As of {day(today)}: {counted(mails)}" if mails else f"As of {day(today)} nobody is to be written to."
    for number, mail in enumerate(mails, 1):
        yield ""
        yield f"=== {number} of {len(mails)}: {addressed(mail)} ==="
        yield f"To:      {mail.letter.person.email}"
        yield f"Subject: {mail.subject}"
        yield f"Id:      {mail.id}"
        yield ""
        yield from mail.text.splitlines()


def as_list(mails: Sequence[Mail], today: date) -> Iterator[str]:
    """Each mail in one line: its case, whom it goes to, and its subject without the case."""
    yield f"As of {day(today)}: {counted(mails)}" if mails else f"As of {day(today)} nobody is to be written to."
    if mails:
        yield ""
    who = [(mail.letter.case, role_words(mail.letter.person.role), mail.letter.person.id) for mail in mails]
    wide = [max((len(row[place]) for row in who), default=0) for place in range(3)]
    for (case, role, name), mail in zip(who, mails, strict=True):
        named = "" if name == mail.letter.person.role else name
        yield f"{case}  {role:<{wide[1]}}  {named:<{wide[2]}}  {mail.subject.partition(': ')[2]}"


def as_json(mails: Sequence[Mail], today: date, unread: Sequence[str], held: dict[str, str]) -> str:
    """One object: the day, the mails, the records that could not be read, and the mails by id that must not go out yet."""
    rows = [
        {
            "id": mail.id, "case": mail.letter.case, "to": mail.letter.person.role, "person": mail.letter.person.id,
            "address": mail.letter.person.email, "subject": mail.subject, "text": mail.text, "held": held.get(mail.id),
            "items": [{name: row.get(name) for name in ("about", "stage", "due")} for row in mail.rows],
        }
        for mail in mails
    ]  # fmt: skip
    return json.dumps({"today": today.isoformat(), "mails": rows, "broken": list(unread)}, indent=1, ensure_ascii=False)
