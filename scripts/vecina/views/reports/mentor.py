"""The report on one mentor, for the office and for a talk with the mentor."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from statistics import mean

from ...facts import whose_hours
from ...schema import labels_at
from ...store import Record
from ..figures.kept import STEPS
from ..figures.promises import answers, milestones
from ..figures.way import had_mentor
from ..linked import whole
from ..suppress import LEAST
from . import court, people
from .draft import Based, Count, DraftCell, Part
from .head import report
from .promises import KEPT, answered, share_row, until_yesterday
from .shape import Cell, Frame, Mark, Report, Section

GUIDED = (
    "Cases guided: those whose record names this mentor now and that had a mentor in the period, and those in which this mentor "
    "gave hours in the period, also as an earlier mentor or as the backup. All numbers but the hours are of these cases."
)
CONTACT = (
    "Meetings: of attorney and mentor. Check-ins: of the mentor, and of the program, with the attorney. Messages: those that the "
    "mentor had to answer."
)
HOURS = "This mentor’s hours as recorded in the cases, by the day of the work."
OWN = "Counted are the steps and answers that were the mentor’s, or the mentor’s and the attorney’s together."
FEEDBACK = (
    "What attorneys and organizations of these cases said in the period, in marks from 1 (the mentoring did not help) to 5 (it "
    "helped very much). The average is shown from five answers on, in every report."
)


def mentor(frame: Frame, name: str, revision: str, *, over: bool) -> Report:
    """What one mentor did in the period; cases by id only where all numbers are shown."""
    cases = [case for case in frame.book.cases.values() if _guides(case, name, frame)]
    own = replace(frame, book=frame.book.of_cases(cases))
    parts = [_work(own), _hours(own, name), _in_time(own), court.decided(own), court.outcomes(own), _feedback(own)]
    about = f"{frame.book.mentors[name].data['name']} ({name})"
    more = [_by_case(own, name)] if frame.full else []
    return report(own, "mentor", "Report on a mentor", parts, revision, about=about, more=more, ids=frame.full, over=over)


def _guides(case: Record, name: str, frame: Frame) -> bool:
    return (case.data.get("mentor") == name and had_mentor(case.data, frame.span)) or bool(_own_hours(case, name, frame))


def _own_hours(case: Record, name: str, frame: Frame) -> list[tuple[str, float]]:
    """Activity and hours of the mentor in a case in the period."""
    rows = (row for row in case.data.get("hours", ()) if row["who"] == "mentor" and frame.span.holds(row["date"]))
    return [(row["activity"], row["hours"]) for row in rows if whose_hours(case.data, row) == name]


def _work(frame: Frame) -> Part:
    cases = frame.book.cases.values()

    def days(field: str, key: str, *words: str) -> int:
        rows = (row for case in cases for row in case.data.get(field, ()))
        return sum(1 for row in rows if row[key] in words and frame.span.holds(row.get("date", row.get("asked"))))

    helped = Count("helped", len(people.helped(frame)))
    rest = Count("guided only then", len(cases) - helped.value)
    rows: tuple[tuple[DraftCell, ...], ...] = (
        ("Cases guided", Count("guided", len(cases))),
        ("of these, with a mentor in the period", helped),
        ("Meetings with attorneys", days("meetings", "with", "mentor")),
        ("Check-ins by the mentor", days("check_ins", "by", "mentor", "both")),
        ("Check-ins by the program", days("check_ins", "by", "program")),
        ("Messages to the mentor", days("messages", "to", "mentor", "both")),
    )
    return Part("Cases and contact", ("", "Number"), rows, (GUIDED, CONTACT), (rest,), (whole("guided", ("helped", rest.name)),))


def _hours(frame: Frame, name: str) -> Part:
    sums = defaultdict[str, float](float)
    for case in frame.book.cases.values():
        for activity, hours in _own_hours(case, name, frame):
            sums[activity] += hours
    words = labels_at("case", ("hours", 0, "activity"))
    rows = [(word, sums[code]) for code, word in words.items() if sums[code]]
    return Part("Hours", ("Activity", "Hours"), (*rows, ("All", sum(sums.values()))), (HOURS,))


def _by_case(frame: Frame, name: str) -> Section:
    words = labels_at("case", ("hours", 0, "activity"))
    table = {case.id: _own_hours(case, name, frame) for case in frame.book.cases.values()}
    codes = [code for code in words if any(activity == code for rows in table.values() for activity, _ in rows)]
    rows: list[tuple[Cell, ...]] = []
    for case, own in sorted(table.items()):
        sums = [sum(hours for activity, hours in own if activity == code) for code in codes]
        rows.append((case, *map(float, sums), float(sum(sums))))
    return Section("Hours by case", ("Case", *(words[code] for code in codes), "All"), tuple(rows), (HOURS,))


def _in_time(frame: Frame) -> Part:
    span, implied, rows = until_yesterday(frame), [], []
    for what, promises in (("Steps of the plan", milestones), ("Answers", answers)):
        found = [one for one in promises(frame.book, frame.day) if one.who in ("mentor", "both")]
        on = Count(f"in time.{what}", len({one.case for one in found if span.holds(one.due)}))
        implied.append(on)
        rows.append(share_row(what, found, span, on.name))
    notes = (KEPT, STEPS, answered(frame.book), OWN)
    return Part("Done in time", ("", "In time", "Due", "Share"), tuple(rows), notes, tuple(implied))


def _feedback(frame: Frame) -> Part:
    marks = [
        row["helpful"]
        for case in frame.book.cases.values()
        for row in case.data.get("feedback", ())
        if row["by"] != "mentor" and frame.span.holds(row["date"])
    ]
    average: Cell = round(float(mean(marks)), 1) if len(marks) >= LEAST else Mark.HIDDEN if marks else Mark.NONE
    rows = (("Answers", Count("feedback", len(marks))), ("Average of 1 to 5", Based(average, "feedback")))
    return Part("Feedback", ("", "Value"), rows, (FEEDBACK,))
