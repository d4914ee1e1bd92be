"""The hours of mentors and attorneys, by month and by what they were for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ...book import Book
from ...facts import whose_hours
from ...pay import is_settled
from ...schema import labels_at
from .span import Span, months_to, year_to
from .way import had_mentor

DEFINITION = (
    "Hours as recorded in the cases, by the day of the work. Paid by the hour, by a flat sum for a case, or unpaid: as the "
    "mentor's record says now. Attorneys work without a fee. The last month ends with the day of this page."
)
WHOSE = ("hourly", "flat", "volunteer", "attorney")  # as the columns of a month stand
ACTIVITY = "The same hours of the last 12 months, by what they were for."


class Worked(NamedTuple):
    """Time on a case: the day, `attorney` or how the mentor is paid, the activity, hours, and whether they are settled."""

    day: str
    whose: str
    activity: str
    hours: float
    case: str
    settled: bool


@dataclass(frozen=True, slots=True)
class HoursRow:
    """The hours of one month: of mentors by how they are paid, and of attorneys."""

    span: Span
    hourly: float
    flat: float
    volunteer: float
    attorney: float

    @property
    def mentor(self) -> float:
        """All hours of mentors."""
        return self.hourly + self.flat + self.volunteer


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """The hours of the last 12 months for one activity."""

    name: str
    mentor: float
    attorney: float


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours by month and by activity, and the number of cases that had a mentor in these months."""

    months: tuple[HoursRow, ...]
    activities: tuple[ActivityRow, ...]
    cases: int
    definition: str = DEFINITION
    by_activity: str = ACTIVITY

    @property
    def per_case(self) -> tuple[float, float] | None:
        """The hours of mentors and of attorneys for each of these cases, on average; None without a case."""
        if not self.cases:
            return None
        mentors, attorneys = sum(row.mentor for row in self.months), sum(row.attorney for row in self.months)
        return round(mentors / self.cases, 1), round(attorneys / self.cases, 1)


def worked(book: Book, day: date) -> Iterator[Worked]:
    """All recorded time up to a day. A mentor whose record cannot be read is paid as the settings say for new ones."""
    default, written = book.program.get("pay", {}).get("default_basis", "hourly"), day.isoformat()
    for case in book.cases.values():
        for row in case.data.get("hours", ()):
            if row["date"] > written:
                continue
            whose, settled = "attorney", False
            if row["who"] == "mentor":
                mentor = book.mentors.get(whose_hours(case.data, row))
                whose = mentor.data["pay"]["basis"] if mentor else default
                settled = mentor is not None and is_settled(mentor.data, row)
            yield Worked(row["date"], whose, row["activity"], row["hours"], case.id, settled)


def hours(book: Book, day: date) -> Hours:
    """The hours of the last 12 months."""
    by_month, by_activity = defaultdict[tuple[str, str], float](float), defaultdict[tuple[str, str], float](float)
    year = year_to(day)
    for time in worked(book, day):
        if year.holds(time.day):
            who = "attorney" if time.whose == "attorney" else "mentor"
            by_month[time.day[:7], time.whose] += time.hours  # in quarters, so that sums are exact
            by_activity[time.activity, who] += time.hours
    months = [(span, span.first.isoformat()[:7]) for span in months_to(day)]
    rows = (HoursRow(span, *(by_month[month, whose] for whose in WHOSE)) for span, month in months)
    names = labels_at("case", ("hours", 0, "activity"))
    kinds = [ActivityRow(name, by_activity[code, "mentor"], by_activity[code, "attorney"]) for code, name in names.items()]
    cases = sum(1 for case in book.cases.values() if had_mentor(case.data, year))
    return Hours(tuple(rows), tuple(row for row in kinds if row.mentor or row.attorney), cases)
