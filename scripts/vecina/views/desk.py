"""What waits at the office's own desk on a day, and no court asks for: requests, mails, statements, marks, stand-ins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ..book import OPEN, Book
from ..contact import letters
from ..deadlines import Due
from ..facts import step_day
from ..pay import Ledger, month_of, statement
from ..pay.months import before
from ..words import long_month, plural

ASK_FOR_DAYS = 90  # how long after the closing feedback is asked for
AHEAD_DAYS = 14  # how far ahead a mentor's absence without a stand-in is told


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do: how many, of what, about which cases or people by id, and the command that shows or does it."""

    count: int
    what: str
    about: tuple[str, ...]
    command: str

    @property
    def words(self) -> str:
        """`3 requests to vet`."""
        return f"{self.count} {self.what}"


def desk(book: Book, dues: Sequence[Due], today: date) -> tuple[Task, ...]:
    """The office's own tasks of a day, in the order of a morning; those of which there is nothing are left out."""
    ledger = Ledger(book)
    found = (_to_vet(book), _mails(book, dues, today), *_statements(ledger, today), _unpaid(ledger, today),
             _no_stand_in(book, today), _no_feedback(book, today))  # fmt: skip
    return tuple(task for task in found if task.count)


def _task(about: Sequence[str], one: str, command: str, many: str | None = None, count: int | None = None) -> Task:
    number = len(about) if count is None else count
    return Task(number, plural(number, one, many).partition(" ")[2], tuple(about), command)


def _to_vet(book: Book) -> Task:
    rows = [case for case in book.cases.values() if case.data["status"] == "requested"]
    asked = [case.id for case in sorted(rows, key=lambda case: (case.data["requested_on"], case.id))]
    return _task(asked, "request to vet", "vecina vet", "requests to vet")


def _mails(book: Book, dues: Sequence[Due], today: date) -> Task:
    """Mails that are due; none where the program has not set them up."""
    found = letters(book, list(dues), today).letters if "reminders" in book.program else ()
    cases = sorted({one.case for one in found})
    return _task(cases, "mail due", "vecina remind --format list", "mails due", count=len(found))


def _statements(ledger: Ledger, today: date) -> Iterator[Task]:
    """The mentors whose month is over, past the statement day, and not closed; the oldest month first."""
    book, open_ = ledger.book, defaultdict[str, list[str]](list)
    early = today.day < book.program.get("pay", {}).get("statement_day", 1)
    first = before(month_of(today)) if early else month_of(today)  # before the statement day, last month is not asked for
    for name in sorted(book.mentors):
        for month in ledger.open_months(book.mentors[name]):
            if month < first:
                open_[month].append(name)
    *earlier, last = sorted(open_) or [""]
    if earlier:  # in one line, however many months were left
        names = [name for month in earlier for name in open_[month]]
        when = f"of {long_month(earlier[0])}" if len(earlier) == 1 else f"from {long_month(earlier[0])} on"
        yield _open(sorted(set(names)), when, earlier[0], len(names))
    if last:
        yield _open(open_[last], f"of {long_month(last)}", last, len(open_[last]))


def _open(mentors: Sequence[str], when: str, month: str, count: int) -> Task:
    return _task(mentors, f"statement {when} open", f"vecina statement {month}", f"statements {when} open", count)


def _unpaid(ledger: Ledger, today: date) -> Task:
    """The mentors with a closed month that has something to pay and no day of payment."""
    names, months = list[str](), set[str]()
    for name, mentor in sorted(ledger.book.mentors.items()):
        for row in mentor.data["pay"].get("statements", ()):
            closed = "paid_on" not in row and row["closed_on"] <= today.isoformat()
            if closed and not statement(ledger, mentor, row["month"], None).unpaid:
                names.append(name)
                months.add(row["month"])
    command = f"vecina statement {min(months)}" if months else ""
    unique = sorted(set(names))
    return _task(unique, "closed statement to pay", command, "closed statements to pay", count=len(names))


def _no_stand_in(book: Book, today: date) -> Task:
    """Open cases whose mentor is away within the next days, and nobody stands in."""
    first, last = today.isoformat(), (today + timedelta(days=AHEAD_DAYS)).isoformat()
    found = list[str]()
    for case in book.cases.values():
        mentor = book.mentors.get(case.data.get("mentor", ""))
        away = mentor.data.get("away", ()) if mentor else ()
        if case.data["status"] in OPEN and "backup_mentor" not in case.data:
            found += [case.id] if any(row["from"] <= last and row["to"] >= first for row in away) else []
    what = "case whose mentor is away soon, without a backup", "cases whose mentor is away soon, without a backup"
    return _task(sorted(found), what[0], "vecina log CASE backup MENTOR", what[1])


def _no_feedback(book: Book, today: date) -> Task:
    """Cases closed of late of which the attorney has not said how the mentoring was: letter and marks."""
    since = (today - timedelta(days=ASK_FOR_DAYS)).isoformat()
    found = [
        case.id
        for case in book.cases.values()
        if case.data["status"] == "closed" and since <= (step_day(case.data, "closed") or "") <= today.isoformat()
        if not any(row["by"] == "attorney" for row in case.data.get("feedback", ()))
    ]
    what = "closed case without the attorney's feedback", "closed cases without the attorney's feedback"
    return _task(sorted(found), what[0], "vecina document closing CASE", what[1])
