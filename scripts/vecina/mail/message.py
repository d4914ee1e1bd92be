"""One letter as a mail: text, HTML and a calendar file, to one address, the same for the same letter."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from functools import cached_property

from ..book import Book
from ..contact import Item, Letter, rows_of
from ..contact.rows import Row
from ..deadlines import Due
from ..report.escape import as_log
from ..report.ics import as_ics, calendar_name
from .page import Page, answer_to, page_of
from .render import as_html, as_plain
from .wording import subject


@dataclass(frozen=True)
class Mail:
    """A mail that is ready: its id, whom it goes to, and the rows that the record gets once it has gone.

    `make` puts the whole of it together, with its page and its calendar file: that takes most of the time, and a mail that
    is only looked at needs it not.
    """

    id: str
    letter: Letter
    subject: str
    text: str
    make: Callable[[], EmailMessage] = field(repr=False)
    sender: str
    rows: tuple[Row, ...]

    @cached_property
    def message(self) -> EmailMessage:
        """The mail with all its parts."""
        return self.make()

    @property
    def raw(self) -> bytes:
        """The mail as it goes over the wire: ASCII alone, no line over 998 signs."""
        return self.message.as_bytes(policy=SMTP)


def mail_of(letter: Letter, book: Book, today: date, moment: datetime) -> Mail:
    """The mail of a letter, judged on `today` and dated `moment`. The program's settings must have `reminders`."""
    rows = tuple(rows_of(letter.items, today))
    name, title = ident(letter, rows), as_log(subject(letter.case, letter.shown))
    page, sender = page_of(letter, title, book, today), book.program["reminders"]["from"]
    text = as_plain(page, book.root)

    def make() -> EmailMessage:
        return _message(letter, page, text, f"{letter.case}.{name}@{sender.rpartition('@')[2]}", book, today, moment)

    return Mail(name, letter, title, text, make, sender, rows)


def _message(letter: Letter, page: Page, text: str, ident: str, book: Book, today: date, moment: datetime) -> EmailMessage:
    """Head, text, page and calendar file. The `ident` is the mail's own in all the world."""
    message = EmailMessage(policy=SMTP)
    message["From"] = _from(book.program["short_name"], book.program["reminders"]["from"])
    message["To"] = Address(addr_spec=letter.person.email)  # the address alone: no name can act in a header
    message["Reply-To"] = Address(addr_spec=answer_to(book))
    message["Subject"] = page.title
    message["Date"] = format_datetime(moment)
    message["Message-ID"] = f"<{ident}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(text, charset="utf-8", cte="quoted-printable")
    message.add_alternative(as_html(page, book.root), subtype="html", charset="utf-8", cte="quoted-printable")
    dues = to_come(letter.items)
    if dues:
        calendar = as_ics(dues, book, today, calendar_name(book))
        message.add_attachment(
            calendar, subtype="calendar", charset="utf-8", cte="quoted-printable", filename=f"{letter.case}.ics"
        )
    for number, part in enumerate(one for one in message.walk() if one.is_multipart()):
        part.set_boundary(f"=_{ident.partition('@')[0].rpartition('.')[2]}_{number}")  # else it is drawn by lot
    return message


def ident(letter: Letter, rows: Sequence[Row]) -> str:
    """The mail's own name: of the case, whom it goes to, and what it tells, not of the day on which it is sent."""
    told = sorted([row["about"], row["stage"], row.get("due", "")] for row in rows)
    return hashlib.sha256(json.dumps([letter.case, letter.person.role, told]).encode()).hexdigest()[:16]


def to_come(items: Sequence[Item]) -> list[Due]:
    """What goes into the calendar file: what has a day that has not passed."""
    found = [item.due for item in items if item.due and item.day and item.stage == "ahead"]
    return [due for due in found if due.due or due.file_by]


def _from(name: str, address: str) -> Address:
    """The sender with the program's short name, in letters, digits and spaces: nothing in it can act in a header."""
    plain = " ".join("".join(sign if sign.isalnum() else " " for sign in name).split())
    return Address(display_name=plain, addr_spec=address)
