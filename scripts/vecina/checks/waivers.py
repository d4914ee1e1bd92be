"""What an admin alone may decide, and the waivers of trainings."""

from __future__ import annotations

from collections.abc import Iterator

from ..book import Book
from ..facts import admins, requirement_met
from ..finding import Path
from ..schema import labels
from ..store import Record
from ..words import inside, listing, near
from .base import Spot, check


def _decisions(book: Book) -> Iterator[tuple[Record, Path, str]]:
    """Each place that names who decided: of a waiver, a legal hold, a closed month."""
    for case in book.cases.values():
        for index, row in enumerate(case.data.get("waivers", ())):
            yield case, ("waivers", index, "by"), row["by"]
        if "legal_hold" in case.data:
            yield case, ("legal_hold", "by"), case.data["legal_hold"]["by"]
    for mentor in book.mentors.values():
        for index, row in enumerate(mentor.data["pay"].get("statements", ())):
            yield mentor, ("pay", "statements", index, "by"), row["by"]


@check("V464")
def admin_decides(book: Book) -> Iterator[Spot]:
    """Decided by somebody who is no admin.

    Waiving a training, ordering a legal hold and closing a month are for an admin to answer for: a member of the staff in
    data/program.yml with the role `admin`. Whoever has left stays on that list as long as a record names this person.

    Mend: correct the id; the nearest one is suggested. Or add the person to `staff:` with the role.
    """
    known = admins(book.program)
    for record, path, name in _decisions(book) if book.program else ():
        if name not in known:
            guess = near(name, known)
            hint = f'did you mean "{guess}"?' if guess else f"choose {listing(known, 'or')}" if known else _NONE
            yield Spot(record, path, "this must be the id of one of the program's admins", hint)


_NONE = "data/program.yml names none yet: add the staff with their roles"


@check("V465")
def waivers_in_order(book: Book) -> Iterator[Spot]:
    """A waiver that cannot be.

    A training is waived for a case after the request, once, and only while it has not been done. With `until` it is put off to
    that day, which is not before the waiver itself.

    Mend: correct the date, or delete the waiver that is not needed. To put a training off further, change `until`.
    """
    words = labels("requirement")
    for case in book.cases.values():
        attorney = book.attorneys.get(case.data["attorney"])
        rows = case.data.get("waivers", ())
        for index, row in enumerate(rows):
            path, name = ("waivers", index), row["requirement"]
            done = requirement_met(case.data, attorney.data if attorney else None, name)
            if row["date"] < case.data["requested_on"]:
                yield Spot(case, (*path, "date"), "a training cannot be waived before the request")
            if row.get("until", "9") < row["date"]:
                yield Spot(case, (*path, "until"), "the day to which it is put off cannot be before the waiver")
            if any(other["requirement"] == name for other in rows[:index]):
                yield Spot(case, (*path, "requirement"), f"the {inside(words[name])} is waived twice", "one of the two is enough")
            elif done and done < row["date"]:
                yield Spot(case, path, f"the {inside(words[name])} was done before this waiver", "delete the waiver")
