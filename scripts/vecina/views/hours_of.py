"""The hours of one attorney, mentor or case within some days, for a carrier, a funder or an admin."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal, NamedTuple

from ..book import Book
from ..facts import Data, whose_hours
from ..schema import labels_at
from ..store import Record

Kind = Literal["attorney", "mentor", "case"]
ACTIVITY = ("hours", 0, "activity")
_CENT = Decimal("0.01")


class HoursRow(NamedTuple):
    """Hours of one month, case and activity; `who` is `attorney` or `mentor`."""

    month: str
    case: str
    who: str
    activity: str
    hours: Decimal


@dataclass(frozen=True, slots=True)
class HoursOf:
    """Whose hours, from which day to which, and the rows in order. `rate` is what a pro bono hour is worth, if asked for."""

    id: str
    kind: Kind
    name: str
    first: date
    last: date
    rows: tuple[HoursRow, ...]
    program: str
    contact: str
    currency: str
    rate: Decimal | None
    source: str
    sample: bool

    @property
    def total(self) -> Decimal:
        """All the hours."""
        return sum((row.hours for row in self.rows), Decimal(0))

    @property
    def value(self) -> Decimal | None:
        """What the attorney's hours are worth, in cents, half a cent rounded up; None without a value of an hour."""
        return None if self.rate is None else (self.rate * self.total).quantize(_CENT, ROUND_HALF_UP)

    def by(self, field: Literal["month", "case", "activity"]) -> tuple[tuple[str, Decimal], ...]:
        """The hours by month, case or activity."""
        sums: defaultdict[str, Decimal] = defaultdict(Decimal)
        for row in self.rows:
            sums[getattr(row, field)] += row.hours
        return tuple(sorted(sums.items()))


def hours_of(book: Book, record: Record, kind: Kind, first: date, last: date, *, value: bool) -> HoursOf:
    """The hours of a record from the first day to the last; `value`: with what they are worth, if the settings say so."""
    sums: defaultdict[tuple[str, str, str, str], Decimal] = defaultdict(Decimal)
    for name, case in book.cases.items():
        for row in case.data.get("hours", ()):
            if first.isoformat() <= row["date"] <= last.isoformat() and record.id in (name, _person(case.data, row)):
                activity = labels_at("case", ACTIVITY)[row["activity"]]
                sums[row["date"][:7], name, row["who"], activity] += Decimal(str(row["hours"]))
    hour = book.program.get("pro_bono_hour", {}) if value else {}
    return HoursOf(
        id=record.id,
        kind=kind,
        name=record.data.get("name", record.id),
        first=first,
        last=last,
        rows=tuple(HoursRow(*key, hours) for key, hours in sorted(sums.items())),
        program=book.program.get("name", ""),
        contact=book.program.get("contacts", {}).get("general", ""),
        currency=book.program.get("pay", {}).get("currency", ""),
        rate=Decimal(str(hour["amount"])) if hour else None,
        source=hour.get("source", ""),
        sample=bool(book.program.get("sample")),
    )


def _person(case: Data, row: Data) -> str:
    """Whose hours a row holds: the mentor's it names, else of the case's own mentor or attorney."""
    return whose_hours(case, row) if row["who"] == "mentor" else str(case["attorney"])
