"""The program's own dates of a case: milestones, requirements, check-ins and answers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from ..calendars import Calendar
from ..facts import Data, asked_since, last_contact, next_hearing, settled
from ..schema import labels, labels_at
from ..words import day, inside, plural, sentence
from .due import Dated
from .in_person import advice


def milestones(case: Data, today: date) -> Iterator[Dated]:
    """The steps of the mentoring plan. One that is marked done on a day to come is not done."""
    rows = case.get("plan", {}).get("milestones", ())
    if not rows:
        return
    names, now = labels("milestone_kind"), today.isoformat()
    agreed, seen = f"Agreed in the mentoring plan of {_day(case['plan']['agreed_on'])}.", dict[str, int]()
    for index, row in enumerate(rows):
        why = agreed
        done = row.get("done", "9") <= now
        if "done" in row and not done:
            why += " It is marked done on a day that is still to come."
        if row.get("compressed"):
            why += " The plan had less time than the usual offsets."
        kind = row["kind"]
        if kind == "client-meeting" and not done:
            why += f" {advice(case, today)}"
        nth = seen[kind] = seen.get(kind, 0) + 1
        key = f"milestone.{kind}" + (f"-{nth}" if nth > 1 else "")
        path = ("plan", "milestones", index, "due")
        yield Dated("milestone", names[kind], date.fromisoformat(row["due"]), done, row["owner"], path, why, key)


def moved_plan(case: Data, filing: date | None, today: date) -> Iterator[Dated]:
    """A plan whose hearing or safe filing day has moved since: it is to be made anew today."""
    plan = case.get("plan", {})
    made_for, made_for_filing = plan.get("for_hearing"), plan.get("for_filing")
    hearing = next_hearing(case, today, "individual")
    if made_for and hearing and hearing["date"] != made_for:
        why = (
            f"The plan was made for an individual hearing on {_day(made_for)}; it is now {_day(hearing['date'])}. "
            "`vecina plan` counts the open steps anew and leaves those that are done."
        )
        yield Dated(
            "milestone", "Mentoring plan: the hearing has moved", today, False, "both", ("plan", "for_hearing"), why, "plan.moved"
        )
    elif made_for_filing and filing is not None and filing.isoformat() != made_for_filing:
        why = (
            f"The plan was made for filings by {_day(made_for_filing)}; the safe day is now {day(filing)}. "
            "`vecina plan` counts the open steps anew and leaves those that are done."
        )
        path: tuple[str, ...] = ("plan", "for_filing")
        yield Dated("milestone", "Mentoring plan: the filing date has moved", today, False, "both", path, why, "plan.moved")
    elif filing is not None and filing >= today and hearing and _packed_after(plan, filing, hearing["date"]):
        why = (
            f"The filing package is planned for a day after the safe filing day, {day(filing)}. "
            "`vecina plan --again` counts the open steps anew."
        )
        title, path = "Mentoring plan: the filing package comes too late", ("plan", "milestones")
        yield Dated("milestone", title, today, False, "both", path, why, "plan.moved")


def _packed_after(plan: Data, filing: date, hearing: str) -> bool:
    """Whether the plan has the filing package, not done, after the safe filing day of the hearing that it is for."""
    rows = (row for row in plan.get("milestones", ()) if row["kind"] == "filing-package" and "done" not in row)
    return any(filing.isoformat() < row["due"] <= hearing for row in rows)


def requirements(case: Data, attorney: Data | None, program: Data, calendar: Calendar, today: date) -> Iterator[Dated]:
    """What the program asks of the attorney and has not got, each so many days after the match."""
    for row in program["requirements"]:
        name = row["requirement"]
        matched, now = asked_since(case, name), settled(case, attorney, name, today)
        if matched is None or now.done:
            continue
        if now.waiver and now.day:
            due, why = date.fromisoformat(now.day), f"{sentence(waived_words(now.waiver))}. It is due on this day."
        else:
            due = required_by(row, date.fromisoformat(matched), calendar)
            before = inside(labels_at("program", ("requirements", 0, "needed_before"))[row["needed_before"]])
            after = f"{plural(int(row.get('days_after_match', 0)), 'day')} after the match of {_day(matched)}"
            needed = "Due" if name == "agreement_signed" else f"Needed {before}; due"  # it is the agreement itself
            again = f" It was met on {_day(now.day)} with the mentor before, and is done anew with this one." if now.day else ""
            why = f"{needed} {after}.{again} {row['tell_attorney']}"
        title = f"Not yet: {labels('requirement')[name]}"
        yield Dated("requirement", title, due, False, "attorney", ("requirements",), why, f"requirement.{name}")


def required_by(row: Data, matched: date, calendar: Calendar) -> date:
    """The business day by which a requirement of the settings is due after the match."""
    return calendar.next_business(matched + timedelta(days=int(row.get("days_after_match", 0))))


def waived_words(waiver: Data) -> str:
    """A waiver: `put off until Fri 11 Dec 2026 by s-alvarez on Fri 20 Nov 2026 (a hearing or deadline is near)`."""
    why = inside(labels_at("case", ("waivers", 0, "reason"))[waiver["reason"]])
    what = f"put off until {_day(waiver['until'])}" if "until" in waiver else "waived for this case"
    return f"{what} by {waiver['by']} on {_day(waiver['date'])} ({why})"


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
    return Dated("check-in", "Check-in", due, False, "program", path, why, "check-in")


def answers(case: Data, program: Data, calendar: Calendar, today: date) -> Iterator[Dated]:
    """Messages still to be answered within the program's reply time in business days."""
    for index, row in enumerate(case.get("messages", ())):
        if row.get("answered", "9") > today.isoformat():
            days = program["reply_business_days"]
            due = calendar.add_business(date.fromisoformat(row["asked"]), days)
            why = f"Asked on {_day(row['asked'])}; the answer is due within {plural(days, 'business day')}."
            path = ("messages", index, "asked")
            yield Dated("message", f"Answer to the {row['by']}", due, False, row["to"], path, why, f"message-{index}")


@lru_cache(maxsize=8192)
def _day(text: str) -> str:
    """A recorded day in words."""
    return day(date.fromisoformat(text))
