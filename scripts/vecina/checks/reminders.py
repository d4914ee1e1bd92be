"""What people were written to about stands in the record as it can have been."""

from __future__ import annotations

from collections.abc import Iterator

from ..book import Book
from ..contact import SILENCE
from ..contact.rows import mark_of, still_counts
from .base import Spot, check

_OF_SILENCE = ("silence", "escalated")


@check("V471")
def told_once(book: Book) -> Iterator[Spot]:
    """A reminder that cannot have been.

    `vecina remind --send` writes a row for each thing that somebody was written to about, so that nobody is written to
    twice. No row is older than the request, none stands twice with the same person, thing, reason and due day, and the
    reasons `silence` and `escalated` belong to a silence, with the day of the last contact.

    Mend: delete the row that stands twice, or correct the day. `vecina remind` writes these rows by itself.
    """
    for case in book.cases.values():
        seen = set()
        for index, row in enumerate(case.data.get("reminders", ())):
            path = ("reminders", index)
            if row["date"] < case.data["requested_on"]:
                yield Spot(case, (*path, "date"), "nobody can be written to before the request")
            if (row["about"] == SILENCE) != (row["stage"] in _OF_SILENCE):
                hint = "silence and escalated are for a silence, ahead and late for what is due"
                yield Spot(case, (*path, "stage"), "the reason does not fit what the reminder was about", hint)
            elif row["about"] == SILENCE and "due" not in row:
                yield Spot(case, path, "a silence needs the day of the last contact", "write it as due")
            if not still_counts(case.data, row):
                continue
            if mark_of(row) in seen:
                yield Spot(case, path, "this reminder stands twice", "delete one of the two")
            seen.add(mark_of(row))
