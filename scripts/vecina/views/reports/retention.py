"""Which records of cases may be deleted, which soon, and which must be kept."""

from __future__ import annotations

from datetime import date, timedelta

from ...book import ENDED, Book
from ...facts import as_day, keep_until, on_hold, step_day
from ...schema import labels_at
from ...store import Record
from ...words import plural
from ..figures.span import Span
from ..names import status
from .head import OFFICE_LIST, incomplete
from .shape import Cell, Frame, Mark, Report, Section

AHEAD = 90  # days
KEPT = (
    "The first day on which a record may be deleted is {closed} after the case was closed, or {left} after it was declined or "
    "withdrawn, by the program’s settings. A legal hold that was lifted later moves that day to the day of the lifting."
)
NO_SETTINGS = "The settings name no time, so every record is kept. To set one, add `retention` to data/program.yml."
ONLY_OURS = "This is the program’s own record. How long an attorney keeps the client’s file is a matter of the attorney’s bar."
DELETE = (
    "To delete a record: `git rm data/cases/CASE.yml`, and in the same commit a row under `removed:` in data/program.yml with "
    "its id, the day, and the reason `retention-ended`. The check of the change asks for that row (V822), and the id is never "
    "given to another case."
)
HISTORY = (
    "Git keeps old versions: whoever has the repository can still read a deleted record. The records hold no client’s identity, "
    "so for most programs that is acceptable. Where it is not, start a new repository from the present records and delete the "
    "old one and its copies, or have somebody who knows Git rewrite the history. Old reports can then not be made again."
)
HOLD = "While a legal hold lasts nothing of a record may be deleted, however old it is."


def retention(book: Book, day: date, revision: str) -> Report:
    """The records by what may be done with them on a day. Cases are named: it is for the office alone."""
    frame = Frame(book, Span(day, day), day, full=True)
    cases = sorted(book.cases.values(), key=lambda case: (keep_until(case.data, book.program) or date.max, case.id))
    days = {case.id: keep_until(case.data, book.program) for case in cases}
    past = [case for case in cases if (until := days[case.id]) and until <= day]
    soon = [case for case in cases if (until := days[case.id]) and day < until <= day + timedelta(days=AHEAD)]
    rule = _rule(book)
    sections = (
        _ended(book, "May be deleted now", past, (rule, ONLY_OURS, DELETE, HISTORY)),
        _ended(book, f"May be deleted within {AHEAD} days", soon, (rule,)),
        _held([case for case in cases if on_hold(case.data)], book),
        _summary(book, past, soon, days),
    )
    return Report(
        "retention", "Records and how long they are kept", "", book.program.get("name", ""), None, day, revision, OFFICE_LIST,
        incomplete(frame, ids=True), (), sections,
    )  # fmt: skip


def _rule(book: Book) -> str:
    years = book.program.get("retention")
    if not years:
        return NO_SETTINGS
    return KEPT.format(closed=plural(years["closed_years"], "year"), left=plural(years["left_years"], "year"))


def _ended(book: Book, title: str, cases: list[Record], notes: tuple[str, ...]) -> Section:
    rows = tuple(
        (case.id, status(case.data["status"]), _ended_on(case), keep_until(case.data, book.program) or Mark.NONE)
        for case in cases
    )
    return Section(title, ("Case", "Status", "Since", "May be deleted from"), rows, notes)


def _ended_on(case: Record) -> Cell:
    return as_day(step_day(case.data, case.data["status"])) or Mark.NONE


def _until(case: Record, book: Book) -> Cell:
    return keep_until(case.data, book.program) or Mark.NONE


def _held(cases: list[Record], book: Book) -> Section:
    words, rows = labels_at("case", ("legal_hold", "reason")), []
    staff = {row["id"]: row["name"] for row in book.program.get("staff", ())}
    for case in cases:
        hold = case.data["legal_hold"]
        by = staff.get(hold["by"], hold["by"])
        rows.append((case.id, status(case.data["status"]), date.fromisoformat(hold["since"]), words[hold["reason"]], by))
    return Section("Under legal hold", ("Case", "Status", "Held since", "Reason", "Ordered by"), tuple(rows), (HOLD,))


def _summary(book: Book, past: list[Record], soon: list[Record], days: dict[str, date | None]) -> Section:
    ended = [case for case in book.cases.values() if case.data["status"] in ENDED]
    held = [case for case in ended if on_hold(case.data)]
    later = [case for case in ended if case not in past and case not in soon and case not in held and days[case.id]]
    unset = len(ended) - len(past) - len(soon) - len(held) - len(later)
    rows: list[tuple[Cell, ...]] = [
        ("May be deleted now", len(past)), (f"Within {AHEAD} days", len(soon)), ("Later", len(later)),
        ("Under legal hold", len(held)), ("Without a set time", unset), ("Ended in all", len(ended)),
        ("Still open", len(book.cases) - len(ended)),
    ]  # fmt: skip
    return Section("All cases", ("", "Cases"), tuple(rows), ("A case that is open again is kept until it ends anew.",))
