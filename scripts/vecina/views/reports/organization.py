"""The report to an organization on the cases that it placed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ...facts import next_hearing
from ...schema import labels_at
from ...store import Record
from ..figures.way import status_on
from ..names import status
from . import cases, court, people, promises, time
from .draft import Part
from .head import report
from .shape import Frame, Mark, Report, Section

OWN = "Small numbers are shown, and cases are named: this is for the organization that placed these cases, and for nobody else."
PLACED = "Counted are the cases that this organization placed with an attorney, by what the records say now."
CASES = (
    "Every case that it placed and that was in the program in the period, with its status at the end of it. Next hearing: the "
    "first one that is scheduled on or after the day of this report, by the latest notice that the program has."
)


def organization(frame: Frame, name: str, revision: str, *, listed: bool, over: bool) -> Report:
    """The cases of one organization in numbers; if `listed` also one by one, and then with small numbers too."""
    placed = [case for case in frame.book.cases.values() if case.data.get("organization") == name]
    own = replace(frame, book=frame.book.of_cases(placed), full=listed)
    words = frame.book.organizations[name].data["name"]
    made = report(
        own, "organization", "Report to an organization", organization_parts(own), revision, about=f"{words} ({name})",
        stamp=OWN if listed else "", more=[_cases(own, placed)] if listed else [], ids=False, over=over,
    )  # fmt: skip
    return replace(made, legend=(PLACED, *made.legend))


def organization_parts(frame: Frame) -> list[Part]:
    """The tables on its cases."""
    return [
        cases.moved(frame),
        people.people(frame),
        time.hours(frame, by_basis=False),
        time.value(frame),
        court.hearings(frame),
        court.decided(frame),
        court.outcomes(frame),
        promises.to_match(frame),
    ]


def _cases(frame: Frame, placed: list[Record]) -> Section:
    first, last = frame.span.written
    types, rows = labels_at("case", ("hearings", 0, "type")), []
    for case in sorted(placed, key=lambda case: case.id):
        ended = [step["date"] for step in case.data["history"][-1:] if step["status"] in ("closed", "declined", "withdrawn")]
        if case.data["history"][0]["date"] > last or any(day < first for day in ended):
            continue
        hearing = next_hearing(case.data, frame.day)
        on = date.fromisoformat(hearing["date"]) if hearing else Mark.NONE
        kind = types[hearing["type"]] if hearing else Mark.NONE
        opened = date.fromisoformat(case.data["history"][0]["date"])
        rows.append((case.id, status(status_on(case.data, frame.span.last) or "requested"), opened, on, kind))
    return Section("Cases one by one", ("Case", "Status", "Opened", "Next hearing", "Kind"), tuple(rows), (CASES,))
