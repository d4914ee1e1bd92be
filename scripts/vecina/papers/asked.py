"""What the program asks of the attorney before the work begins, each with where it stands in this case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..book import Book
from ..deadlines import Law, attorney_of
from ..deadlines.program import requirements
from ..facts import Data, as_day, requirement_met
from ..schema import labels, labels_at
from ..store import Record
from ..words import inside


@dataclass(frozen=True, slots=True)
class Asked:
    """One requirement: met on a day, waived, or open until its day."""

    name: str
    title: str
    met: date | None
    waived: date | None
    due: date | None
    late: bool
    before: str
    tell: str

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.met is None and self.waived is None


def asked(book: Book, case: Record, law: Law, today: date) -> tuple[Asked, ...]:
    """The requirements of the program's settings, in their order."""
    attorney = attorney_of(book, case)
    dated = requirements(case.data, attorney, book.program, law.calendar, today)
    due = {row.key.removeprefix("requirement."): row.due for row in dated}
    return tuple(_one(row, case.data, attorney, due, today) for row in book.program["requirements"])


def _one(row: Data, case: Data, attorney: Data | None, days: dict[str, date], today: date) -> Asked:
    name = row["requirement"]
    met = as_day(requirement_met(case, attorney, name))
    met = met if met and met <= today else None
    waiver = next((one for one in case.get("waivers", ()) if one["requirement"] == name), None)
    put_off = as_day(waiver.get("until")) if waiver else None
    waived = as_day(waiver["date"]) if waiver and not put_off and not met else None
    due = None if met or waived else put_off or days.get(name)
    return Asked(
        name, labels("requirement")[name], met, waived, due, due is not None and due < today,
        inside(labels_at("program", ("requirements", 0, "needed_before"))[row["needed_before"]]), row["tell_attorney"],
    )  # fmt: skip
