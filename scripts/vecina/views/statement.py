"""A mentor's statement with the words that people read beside its numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ..book import Book
from ..facts import Data
from ..pay import Statement, Worked, last_of, next_month
from ..schema import labels_at
from ..words import long_month

BASIS = ("pay", "basis")
ACTIVITY = ("hours", 0, "activity")


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement and whom and what it names. `made_on` is the day on which statements of that month are made."""

    made: Statement
    name: str
    program: str
    currency: str
    contact: str
    made_on: date
    closed_by: str
    attorneys: tuple[tuple[str, str], ...]
    earlier: tuple[Data, ...]
    flat_when: str
    sample: bool

    @property
    def basis(self) -> str:
        """How the time is paid, in words."""
        return labels_at("mentor", BASIS)[self.made.basis]

    @property
    def title(self) -> str:
        """What the document is called."""
        return f"Statement of mentoring hours, {long_month(self.made.month)}, {self.name}"

    def activity(self, row: Worked) -> str:
        """What the time of a row was for, in words."""
        return labels_at("case", ACTIVITY)[row.activity]

    @property
    def by_activity(self) -> tuple[tuple[str, str, Decimal], ...]:
        """The hours by case and activity."""
        sums: dict[tuple[str, str], Decimal] = {}
        for row in self.made.hours:
            key = row.case, self.activity(row)
            sums[key] = sums.get(key, Decimal(0)) + row.hours
        return tuple((case, activity, hours) for (case, activity), hours in sorted(sums.items()))


def statement_view(book: Book, made: Statement) -> StatementView:
    """The view of a statement."""
    program, row = book.program, made.row or {}
    staff = {one["id"]: one["name"] for one in program.get("staff", ())}
    rows = book.mentors[made.mentor].data["pay"].get("statements", ())
    pay = program.get("pay", {})
    return StatementView(
        made=made,
        name=book.mentors[made.mentor].data["name"],
        program=program.get("name", ""),
        currency=pay.get("currency", ""),
        contact=program.get("contacts", {}).get("general", ""),
        made_on=next_month(last_of(made.month)).replace(day=pay.get("statement_day", 1)),
        closed_by=str(staff.get(row.get("by"), row.get("by", ""))),
        attorneys=tuple((case, _attorney(book, case)) for case in made.cases),
        earlier=tuple(one for one in rows if one["month"] < made.month),
        flat_when="active" if pay.get("flat_sum_when") == "active" else "closed",
        sample=bool(program.get("sample")),
    )


def _attorney(book: Book, case: str) -> str:
    """The name of a case's attorney of record; her id where her record cannot be read."""
    name = book.cases[case].data["attorney"]
    return str(book.attorneys[name].data["name"]) if name in book.attorneys else str(name)
