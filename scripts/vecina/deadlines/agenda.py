"""The one list of what is late and what comes: every due date of every active case, judged against a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..book import OPEN, WAITING, Book
from ..calendars import Calendar, calendar_of
from ..facts import Data
from ..rules import Rule
from ..store import Record
from .court import Court, court_dates, usable
from .due import Due, State
from .events import by_rule
from .hearings import hearings
from .program import Dated, answers, check_in, milestones

_AUTHORITY = {"milestone": "Mentoring plan", "hearing": "Hearing notice"}


def agenda(book: Book, today: date, law_as_of: date | None = None) -> list[Due]:
    """Everything due in the cases that have not ended, late first. Without the program's settings a court's dates alone."""
    calendar = calendar_of(record.data for record in book.kinds["calendar"].values())
    known: dict[str, Rule] = {name: record.data for name, record in book.rules.items()}
    rules = usable(known, calendar)
    found = [
        due
        for case in book.cases.values()
        if case.data["status"] in (*OPEN, *WAITING)
        for due in of_case(case, book.program, known, rules, calendar, today, law_as_of or today)
    ]
    return sorted(found, key=lambda due: due.sort_key)


def of_case(
    case: Record,
    program: Data,
    known: dict[str, Rule],
    rules: dict[str, Rule],
    calendar: Calendar,
    today: date,
    law_as_of: date,
) -> Iterator[Due]:
    """What is due in one case; `rules` are those of `known` that can be relied on.

    A court's dates count also while the case waits for a mentor, the program's own once it has one.
    """
    data = case.data
    soon = int(program.get("due_soon_days", 14))
    for dated in hearings(data, today):
        yield _program(case, dated, today, soon)
    for court in court_dates(data, rules, calendar, today, law_as_of):
        yield _court(case, court, today, soon)
    for court in by_rule(data, known, rules, calendar, today, law_as_of):
        yield _court(case, court, today, soon)
    if data["status"] not in OPEN or not program:
        return
    for dated in milestones(data, today):
        yield _program(case, dated, today, soon)
    yield _program(case, check_in(data, program, calendar, today), today, soon)
    for dated in answers(data, program, calendar, today):
        yield _program(case, dated, today, soon)


def judged(due: date | None, file_by: date | None, done: bool, today: date, soon: int) -> tuple[State, int | None]:
    """The state on a day, and the days left to the safe day, or since the due date when it has passed."""
    if done:
        return "done", None
    if due is None or file_by is None:
        return "needs-order", None
    if due < today:
        return "late", (due - today).days
    days = ((file_by if file_by >= today else due) - today).days
    return ("soon" if days <= soon else "later"), days


def _court(case: Record, court: Court, today: date, soon: int) -> Due:
    computed = court.computed
    state, days = judged(computed.due, computed.file_by, court.done, today, soon)
    return Due(
        case.id, "court", court.title, computed.due, computed.file_by, state, days, case.data["attorney"], court.path,
        computed.rule, computed.authority, computed.url, computed.explanation,
    )  # fmt: skip


def _program(case: Record, dated: Dated, today: date, soon: int) -> Due:
    state, days = judged(dated.due, dated.due, dated.done, today, soon)
    return Due(
        case.id, dated.kind, dated.title, dated.due, dated.due, state, days, owner_of(case.data, dated.role), dated.path,  # type: ignore[arg-type]
        authority=_AUTHORITY.get(dated.kind, "Program settings"), explanation=dated.why,
    )  # fmt: skip


def owner_of(case: Data, role: str) -> str:
    """The id of the person in that role, or the role itself."""
    if role == "both":
        return f"{case['attorney']} {case.get('mentor', '')}".strip()
    return str(case.get(role, role))
