"""The program's own dates of a case: milestones, check-ins and answers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from ..calendars import Calendar
from ..facts import Data, last_contact, next_hearing
from ..schema import labels
from ..words import day, plural


class Dated(NamedTuple):
    """A dated thing of the program, before it is judged against today."""

    kind: str
    title: str
    due: date
    done: bool
    role: str
    path: tuple[str | int, ...]
    why: str


def milestones(case: Data, today: date) -> Iterator[Dated]:
    """The steps of the mentoring plan. One that is marked done on a day to come is not done."""
    names = labels("milestone_kind")
    for index, row in enumerate(case.get("plan", {}).get("milestones", ())):
        due = date.fromisoformat(row["due"])
        why = f"Agreed in the mentoring plan of {day(date.fromisoformat(case['plan']['agreed_on']))}."
        done = row.get("done", "9") <= today.isoformat()
        if "done" in row and not done:
            why += " It is marked done on a day that is still to come."
        yield Dated("milestone", names[row["kind"]], due, done, row["owner"], ("plan", "milestones", index, "due"), why)


def cadence(case: Data, program: Data, today: date) -> int:
    """Every how many days the program checks in: more often as the individual hearing nears."""
    hearing = next_hearing(case, today, "individual")
    left = (date.fromisoformat(hearing["date"]) - today).days if hearing else 10_000
    rows: list[dict[str, Any]] = sorted(program["check_ins"], key=lambda row: -int(row["days_to_hearing_over"]))
    return int(next((row["every_days"] for row in rows if left > row["days_to_hearing_over"]), rows[-1]["every_days"]))


def check_in(case: Data, program: Data, calendar: Calendar, today: date) -> Dated:
    """The next check-in: so many days after the last contact, on a business day."""
    last = date.fromisoformat(last_contact(case, today))
    every = cadence(case, program, today)
    due = calendar.next_business(last + timedelta(days=every))
    path = ("check_ins", len(case["check_ins"]) - 1, "date") if case.get("check_ins") else ("history",)
    why = f"The last contact was on {day(last)}; a check-in is due every {plural(every, 'day')} at this stage."
    return Dated("check-in", "Check-in", due, False, "program", path, why)


def answers(case: Data, program: Data, calendar: Calendar, today: date) -> Iterator[Dated]:
    """Messages still to be answered within the program's reply time in business days."""
    for index, row in enumerate(case.get("messages", ())):
        if row.get("answered", "9") > today.isoformat():
            asked = date.fromisoformat(row["asked"])
            due = calendar.add_business(asked, program["reply_business_days"])
            why = f"Asked on {day(asked)}; the answer is due within {plural(program['reply_business_days'], 'business day')}."
            yield Dated("message", f"Answer to the {row['by']}", due, False, row["to"], ("messages", index, "asked"), why)
