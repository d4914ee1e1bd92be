"""What the open cases will still need until a budget ends: the hours of the last 12 months, by how near the hearing is."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from ...book import OPEN, Book
from ...facts import Data, as_day
from ...pay import last_of, month_of, next_month
from ...store import Record
from .hours import worked
from .span import Span, months_to
from .way import mentored, status_on

STAGES = ("More than 90 days to the individual hearing", "30 to 90 days", "Less than 30 days", "No individual hearing is set")
DEFINITION = (
    "Forecast: each case that now has a mentor paid by the hour, for the days until its individual hearing, or until the "
    "budget ends if that comes first or no hearing is set. It counts with the average hours of a case a month in the last 12 "
    "whole months, by how far the hearing was off then. Cases that will still come are not in it, nor is work after the hearing. "
    "Where no case was at a stage, the average of all stages stands in."
)
SETTLED = "In statements: hours of months that are closed. Not yet: hours that are recorded and in no closed statement."
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class StageRow:
    """What a case at a stage needed in a month, on average: None where no case was at it. `months` are its case-months."""

    name: str
    months: Fraction
    hours: Fraction | None


@dataclass(frozen=True, slots=True)
class Pace:
    """The hours of a case a month at each stage, and the average of all; None where nothing is known."""

    stages: tuple[StageRow, ...]
    all: Fraction | None

    def of(self, stage: int) -> Fraction:
        """The hours a month of a case at a stage."""
        hours = self.stages[stage].hours
        return (self.all or Fraction(0)) if hours is None else hours


def pace(book: Book, day: date) -> Pace:
    """The hours a month of a case whose mentor is paid by the hour, in the 12 whole months before that of the day."""
    months = months_to(day.replace(day=1) - _DAY)
    spent = defaultdict[tuple[str, str], Fraction](Fraction)
    for time in worked(book, day):
        if time.whose == "hourly":
            spent[time.case, time.day[:7]] += Fraction(time.hours)
    found: dict[int, list[Fraction]] = {stage: [Fraction(0), Fraction(0)] for stage in range(len(STAGES))}
    for case in filter(lambda one: _hourly(book, one.data), book.cases.values()):
        for span in months:
            share = _share(case.data, span)
            if share:
                sums = found[_stage(case.data, span.first)]
                sums[0] += share
                sums[1] += spent[case.id, month_of(span.first)]
    rows = tuple(StageRow(STAGES[stage], times, used / times if times else None) for stage, (times, used) in found.items())
    every = sum((row.months for row in rows), Fraction(0))
    whole = sum((sums[1] for sums in found.values()), Fraction(0))
    return Pace(rows, whole / every if every else None)


def ahead(book: Book, pace: Pace, span: Span, day: date) -> Fraction | None:
    """The hours that open cases will still need in the days of a budget after the day; None where it is over."""
    first = max(day + _DAY, span.first)
    if first > span.last or pace.all is None:
        return None
    return sum((_of_case(case, pace, first, span.last) for case in _going(book, day)), Fraction(0))


def _going(book: Book, day: date) -> list[Record]:
    """The cases that have a mentor paid by the hour on the day."""
    return [case for case in book.cases.values() if status_on(case.data, day) in OPEN and _hourly(book, case.data)]


def _of_case(case: Record, pace: Pace, first: date, last: date) -> Fraction:
    hearing = _hearing(case.data, first)
    last = min(last, hearing) if hearing else last
    hours = Fraction(0)
    while first <= last:
        end = min(last, last_of(month_of(first)))
        hours += pace.of(_stage(case.data, first)) * Fraction((end - first).days + 1, last_of(month_of(first)).day)
        first = next_month(first)
    return hours


def _hourly(book: Book, case: Data) -> bool:
    mentor = book.mentors.get(case.get("mentor", ""))
    return mentor is not None and mentor.data["pay"]["basis"] == "hourly"


def _share(case: Data, span: Span) -> Fraction:
    """How much of the days the case had a mentor, from 0 to 1."""
    first, last = span.written
    days = 0
    for began, ended in mentored(case):
        if began <= last and ended > first:
            end = min(span.last + _DAY, date.fromisoformat(ended))
            days += (end - max(span.first, date.fromisoformat(began))).days
    return Fraction(days, span.days)


def _hearing(case: Data, day: date) -> date | None:
    """The next individual hearing on or after a day, as the record has it now: one that was held, or is still to be."""
    written = day.isoformat()
    rows = [row for row in case.get("hearings", ()) if row["type"] == "individual" and row["status"] in ("scheduled", "held")]
    return as_day(min((row["date"] for row in rows if row["date"] >= written), default=None))


def _stage(case: Data, day: date) -> int:
    """Which of the stages a case is at on a day."""
    hearing = _hearing(case, day)
    if hearing is None:
        return 3
    left = (hearing - day).days
    return 0 if left > 90 else 1 if left >= 30 else 2
