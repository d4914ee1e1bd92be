"""One case on one page: who, what is due and why, what is missing, what happened, and how much time it took."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from ..book import Book
from ..calendars import Calendar
from ..deadlines import Due
from ..deadlines.program import cadence
from ..facts import Data, as_day, last_contact
from ..onboarding import Point, channel_advice, requirements_of, roles_of
from ..schema import labels, labels_at
from ..store import Record
from .cases import CaseRow
from .clocks import ClockRow
from .happened import Happened, happened
from .names import person, status
from .rows import Row, rows_of


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the mentoring plan."""

    title: str
    due: date
    owner: str
    done: date | None
    compressed: bool


@dataclass(frozen=True, slots=True)
class Month:
    """The hours of one month, by who gave them."""

    month: date
    mentor: float
    attorney: float


@dataclass(frozen=True, slots=True)
class CasePage:
    """Everything a case's page shows. Lists are in the order in which they are read."""

    row: CaseRow
    since: date
    rows: tuple[Row, ...]
    happened: tuple[Happened, ...]
    roles: tuple[str, ...]
    channels: tuple[str, ...]
    requirements: tuple[Point, ...]
    plan: tuple[Step, ...]
    agreed_on: date | None
    moved: bool
    last_contact: date
    every: int
    hours: tuple[Month, ...]
    clock: ClockRow | None
    data: Data


def case_page(
    book: Book, case: Record, row: CaseRow, dues: list[Due], clock: ClockRow | None, calendar: Calendar, as_of: date
) -> CasePage:  # fmt: skip
    """The page of one case from its record, its row in the table of cases and its due dates."""
    data = case.data
    return CasePage(
        row=row,
        since=date.fromisoformat(data["history"][-1]["date"]),
        rows=rows_of(book, dues),
        happened=happened(data, dues, as_of),
        roles=roles_of(book, data, as_of, lambda name: person(book, name)).sentences,
        channels=channel_advice(data),
        requirements=tuple(requirements_of(book, case, calendar, as_of)),
        plan=_plan(data),
        agreed_on=as_day(data.get("plan", {}).get("agreed_on")),
        moved=any(due.key == "plan.moved" for due in dues),
        last_contact=date.fromisoformat(last_contact(data, as_of)),
        every=cadence(data, book.program, as_of) if book.program else 0,
        hours=_hours(data),
        clock=clock,
        data=data,
    )


def _plan(data: Data) -> tuple[Step, ...]:
    names, rows = labels("milestone_kind"), data.get("plan", {}).get("milestones", ())
    steps = (
        Step(
            names[row["kind"]],
            date.fromisoformat(row["due"]),
            row["owner"],
            as_day(row.get("done")),
            row.get("compressed", False),
        )
        for row in rows
    )
    return tuple(sorted(steps, key=lambda step: (step.due, step.title)))


def _hours(data: Data) -> tuple[Month, ...]:
    months: defaultdict[str, dict[str, float]] = defaultdict(lambda: {"mentor": 0.0, "attorney": 0.0})
    for row in data.get("hours", ()):
        months[row["date"][:7]][row["who"]] += row["hours"]
    return tuple(
        Month(date.fromisoformat(f"{month}-01"), row["mentor"], row["attorney"]) for month, row in sorted(months.items())
    )


def step_words(data: Data) -> list[tuple[str, date, str]]:
    """The statuses that a case took, each with its day and its reason in words."""
    reasons = labels_at("case", ("history", 0, "reason"))
    return [
        (status(row["status"]), date.fromisoformat(row["date"]), reasons.get(row.get("reason", ""), ""))
        for row in data["history"]
    ]
