"""The one list of what is late and what comes: every due date of every active case, judged against a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from ..book import OPEN, Book
from ..facts import WAITING, Data
from ..memory import unswept
from ..store import Record
from .asylum import APPLY, RENEW, asylum_clock
from .by_rule import by_rule, lasting
from .court import Court, court_dates, filing_day
from .due import Dated, Due, State
from .hearings import hearings
from .in_person import unplanned
from .law import Law, law_of
from .program import answers, check_in, milestones, moved_plan, requirements

_AUTHORITY = {"milestone": "Mentoring plan", "hearing": "Hearing notice"}


def agenda(book: Book, today: date, law_as_of: date | None = None) -> list[Due]:
    """Everything due in the cases that have not ended, late first. Without the program's settings a court's dates alone."""
    law, found = law_of(book, law_as_of or today), list[Due]()
    with unswept():
        for case in book.cases.values():
            found += _of_any(book, case, law, today)
        return sorted(found, key=_in_order)


def by_case(dues: Iterable[Due]) -> dict[str, list[Due]]:
    """The due dates of each case, each in the order of the one list."""
    found: defaultdict[str, list[Due]] = defaultdict(list)
    for due in dues:
        found[due.case].append(due)
    return dict(found)


def _in_order(due: Due) -> tuple[int, date, str, str, str]:
    return due.sort_key


def _of_any(book: Book, case: Record, law: Law, today: date) -> list[Due]:
    """What is due in a case, also in one that the program has closed while something can still be filed."""
    if case.data["status"] in (*OPEN, *WAITING):
        return of_case(case, attorney_of(book, case), book.program, law, today)
    soon = int(book.program.get("due_soon_days", 14))
    can_go_on = case.data["status"] != "declined"
    return [_court(case, court, today, soon) for court in lasting(case.data, law, today)] if can_go_on else []


def attorney_of(book: Book, case: Record) -> Data | None:
    """The record of the case's attorney; None when it could not be read."""
    attorney = book.attorneys.get(case.data["attorney"])
    return attorney.data if attorney else None


def of_case(case: Record, attorney: Data | None, program: Data, law: Law, today: date) -> list[Due]:
    """What is due in one case.

    A court's dates count also while the case waits for a mentor, the program's own once it has one.
    """
    data = case.data
    soon = int(program.get("due_soon_days", 14))
    courts = list(court_dates(data, law, today))
    found = [_program(case, dated, today, soon) for dated in hearings(data, today)]
    found += [_court(case, court, today, soon) for court in courts]
    found += [_court(case, court, today, soon) for court in by_rule(data, law, today)]
    found += _clock(case, law, today, soon)
    found += _renewal(case, law, today, soon)
    if data["status"] not in OPEN or not program:
        return found
    found += [_program(case, dated, today, soon) for dated in milestones(data, today)]
    found += [_program(case, dated, today, soon) for dated in unplanned(data, program, law.calendar, today)]
    found += [_program(case, dated, today, soon) for dated in moved_plan(data, filing_day(data, courts, today), today)]
    found += [_program(case, dated, today, soon) for dated in requirements(data, attorney, program, law.calendar, today)]
    found.append(_program(case, check_in(data, program, law.calendar, today), today, soon))
    found += [_program(case, dated, today, soon) for dated in answers(data, program, law.calendar, today)]
    return found


def judged(due: date | None, file_by: date | None, done: bool, today: date, soon: int) -> tuple[State, int | None]:
    """The state on a day, and the days left to the safe day, or since the due date when it has passed.

    Where no rule gives a due date but a disputed reading gives a safe one, that day is judged.
    """
    if done:
        return "done", None
    last = due or file_by
    if last is None or file_by is None:
        return "needs-order", None
    if last < today:
        return "late", (last - today).days
    if file_by < today:
        return "soon", (last - today).days  # the safe day has gone by: it is for today, however far the last day
    days = (file_by - today).days
    return ("soon" if days <= soon else "later"), days


def _court(case: Record, court: Court, today: date, soon: int) -> Due:
    got = court.computed
    if court.plain and got.raw is not None:
        got = replace(got, due=got.raw, file_by=got.raw)  # nothing extends it: no day off, and nothing to be filed early
    state, days = judged(got.due, got.file_by, court.done, today, soon)
    if state == "needs-order" and got.status == "open-task":
        state = "soon"  # nothing orders it and no law counts it: it is to be done
    past = state == "soon" and got.due is not None and got.file_by is not None and got.file_by < today
    return Due(
        case.id, "court", court.title, got.due, got.file_by, state, days, case.data["attorney"], court.path, got.rule,
        got.authority, got.url, got.explanation, got.notes, court.key, past,
    )  # fmt: skip


def _clock(case: Record, law: Law, today: date, soon: int) -> Iterator[Due]:
    """What the asylum clock allows and when. It is never late: it is an opportunity and no deadline."""
    data = case.data
    clock = asylum_clock(data, law, today)
    if clock is None:
        return
    for name, got in clock.reached.items():
        if got.due is None and clock.for_good:
            continue
        left = None if got.due is None else (got.due - today).days
        filed = name == APPLY and clock.i765_filed is not None and clock.i765_filed <= today
        # the I-765 stays on the list for a while after its first day; then it is known
        done = filed or (left is not None and left < (-soon if name == APPLY else 0))
        days = None if done else left
        state: State = "done" if done else "later" if days is None or days > soon else "soon"
        path = ("asylum_clock",) if "asylum_clock" in data else ("i589_filed",)
        yield Due(
            case.id, "clock", law.known[name]["title"], got.due, got.file_by, state, days, data["attorney"], path,
            got.rule, got.authority, got.url, got.explanation, got.notes, name,
        )  # fmt: skip


def _renewal(case: Record, law: Law, today: date, soon: int) -> Iterator[Due]:
    """The first day for a renewal of the work permit, on the list until it is filed or the permit has ended."""
    own = case.data.get("asylum_clock", {})
    ends = own.get("permit_ends", "")
    if ends < today.isoformat() or RENEW not in law.known or own.get("renewal_filed", "9") <= today.isoformat():
        return
    got = law.answer(RENEW, date.fromisoformat(ends), detained=case.data["detained"])
    days = None if got.due is None else (got.due - today).days
    state: State = "later" if days is None or days > soon else "soon"
    path = ("asylum_clock", "permit_ends")
    yield Due(
        case.id, "clock", law.known[RENEW]["title"], got.due, got.file_by, state, days, case.data["attorney"], path,
        got.rule, got.authority, got.url, got.explanation, got.notes, RENEW,
    )  # fmt: skip


def _program(case: Record, dated: Dated, today: date, soon: int) -> Due:
    kind, title, due, done, role, path, why, key = dated
    state, days = judged(due, due, done, today, soon)
    in_plan = kind != "milestone" or path[0] == "plan"
    return Due(
        case.id, kind, title, due, due, state, days, owner_of(case.data, role), path, "",  # type: ignore[arg-type]
        _AUTHORITY.get(kind if in_plan else "", "Program settings"), "", why, (), key,
    )  # fmt: skip


def owner_of(case: Data, role: str) -> str:
    """The id of the person in that role, or the role itself."""
    if role == "both":
        return f"{case['attorney']} {case.get('mentor', '')}".strip()
    return str(case.get(role, role))
