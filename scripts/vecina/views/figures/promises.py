"""What was promised for a day: steps of the plan, answers and check-ins, each with the day it was done."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from ...book import Book
from ...calendars import Calendar, calendar_in
from ...deadlines.court import court_dates
from ...deadlines.law import law_of
from ...deadlines.program import cadence
from ...facts import Data, contact_days, step_day
from .way import FOREVER, mentored, status_on


class Promise(NamedTuple):
    """Who had to do it, by which day, the day it was done (FOREVER: not yet), and in which case."""

    who: str
    due: str
    done: str
    case: str


def milestones(book: Book, day: date) -> Iterator[Promise]:
    """The steps of every mentoring plan that counted: of cases not declined or withdrawn, and due before they were closed."""
    for case in book.cases.values():
        status = status_on(case.data, day)
        if status in ("declined", "withdrawn"):
            continue
        last = step_day(case.data, "closed") if status == "closed" else None
        for row in case.data.get("plan", {}).get("milestones", ()):
            if row["due"] <= (last or FOREVER):
                yield Promise(row["owner"], row["due"], _by(row.get("done"), day), case.id)


def answers(book: Book, day: date) -> Iterator[Promise]:
    """Every message with the last business day for its answer."""
    days = book.program.get("reply_business_days")
    if days is None:
        return
    calendar = calendar_in(book)
    for case in book.cases.values():
        for row in case.data.get("messages", ()):
            due = calendar.add_business(date.fromisoformat(row["asked"]), days)
            yield Promise(row["to"], due.isoformat(), _by(row.get("answered"), day), case.id)


def check_ins(book: Book, day: date) -> Iterator[Promise]:
    """After each contact with a case that has a mentor, the last day for the next one."""
    if "check_ins" not in book.program:
        return
    calendar = calendar_in(book)
    for case in book.cases.values():
        contacts, known = sorted(set(contact_days(case.data))), _with_past_hearings(case.data)
        for matched, ended in mentored(case.data):
            until = min(ended, (day + timedelta(days=1)).isoformat())
            days = [matched, *(contact for contact in contacts if matched < contact < until)] if matched < until else []
            for last, following in pairwise([*days, FOREVER]):
                seen = date.fromisoformat(min(following, until))
                due = _next_check_in(known, book.program, calendar, date.fromisoformat(last), seen).isoformat()
                if following != FOREVER or due < ended:
                    yield Promise("program", due, following, case.id)


def _next_check_in(case: Data, program: Data, calendar: Calendar, last: date, seen: date) -> date:
    """The last day for the next contact, by the cadence of the day it came (or is looked at) and of hearings before that day."""

    def asked(on: date) -> date:
        return calendar.next_business(last + timedelta(days=cadence(case, program, on)))

    days = [date.fromisoformat(row["date"]) for row in case["hearings"] if row["type"] == "individual"]
    missed = [asked(day) for day in days if last < day < seen and asked(day) < day]  # after a hearing the cadence is wide again
    return min([asked(seen), *missed])


def filings(book: Book, day: date) -> Iterator[Promise]:
    """The filings for every hearing that was held or is still scheduled, by the last day for them, while there was a mentor."""
    law = law_of(book, day)
    for case in book.cases.values():
        known, stretches = _with_past_hearings(case.data), list(mentored(case.data))
        for court in court_dates(known, law, date.min):
            due = court.computed.due
            standing = court.key.startswith("filings.") and not _moved(known, court.key)
            if due and standing and any(began <= due.isoformat() <= ended for began, ended in stretches):
                done = any(one.done for one in court_dates(known, law, due) if one.key == court.key)
                yield Promise("attorney", due.isoformat(), due.isoformat() if done else FOREVER, case.id)


def _moved(case: Data, key: str) -> bool:
    """Whether the hearing that a filing was for was adjourned or vacated."""
    return bool(case["hearings"][int(key.rpartition("-")[2])]["status"] != "scheduled")


def found_in_time(book: Book) -> Iterator[Promise]:
    """Whether the attorney was found to reply in time, at each check-in that says so."""
    for case in book.cases.values():
        for row in case.data.get("check_ins", ()):
            if "replies_in_time" in row:
                yield Promise("attorney", row["date"], row["date"] if row["replies_in_time"] else FOREVER, case.id)


def _by(done: str | None, day: date) -> str:
    """The day it was done; what is marked done on a day to come is not done."""
    return done if done is not None and done <= day.isoformat() else FOREVER


def _with_past_hearings(case: Data) -> Data:
    """The case as it was before its hearings were held: those that were held were once to come."""
    rows = [{**row, "status": "scheduled"} if row["status"] == "held" else row for row in case.get("hearings", ())]
    return {**case, "hearings": rows}
