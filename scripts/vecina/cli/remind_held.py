"""Which mails must not go out: those about a case whose records, or the law behind its dates, have findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..book import Book
from ..checks import run
from ..contact.people import FIELDS
from ..mail import Mail
from ..store import file_of

_OF_ALL = ("program.yml", "courts.yml", "rules/", "calendars/")  # what the dates of every case hang on


def held(book: Book, mails: Sequence[Mail]) -> dict[str, str]:
    """Why each mail must wait, by its id; nothing for those that may go out."""
    faulty = {finding.file for finding in run(book)}
    law = sorted(file for file in faulty if file.removeprefix("data/").startswith(_OF_ALL))
    if law:
        return {mail.id: f"There is a finding in {law[0]}: run `vecina check`." for mail in mails}
    own = {mail.id: next((file for file in _files(book, mail) if file in faulty), None) for mail in mails}
    return {name: f"There is a finding in {file}: run `vecina check`." for name, file in own.items() if file}


def _files(book: Book, mail: Mail) -> Iterator[str]:
    """The records that a mail is made from."""
    case = book.cases[mail.letter.case]
    yield case.file
    for field in FIELDS.values():
        name = case.data.get(field)
        if name:
            yield file_of("attorney" if field == "attorney" else "mentor", name)
