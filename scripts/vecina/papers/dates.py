"""The days of a case as its documents show them: the court's dates, the steps of the plan, what was decided."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from ..book import ENDED, OPEN, Book
from ..deadlines import Due, Law, agenda, of_case
from ..deadlines.by_rule import by_rule
from ..deadlines.follows import LASTS
from ..deadlines.plan import propose_plan
from ..facts import Data, as_day, next_hearing, step_day
from ..schema import labels, labels_at
from ..store import Record
from ..words import day
from .people import zone

FIRST_DAYS = 30
DEPARTURE = "vd"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the plan."""

    kind: str
    title: str
    due: date
    owner: str
    done: date | None
    evidence: str
    compressed: bool


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided on one form of relief. `kind` and `came` are the record's own words for relief and result."""

    relief: str
    result: str
    on: date
    appeal: str
    kind: str
    came: str


def agenda_of(book: Book, case: Record, today: date) -> list[Due]:
    """Everything due in this case, also what can still be filed after it was closed."""
    return agenda(book.of_cases([case]), today)


def court_dates(case: Record, law: Law, today: date) -> list[Due]:
    """The hearings to come and what a court waits for, also after the program's part has ended; then without what has gone by."""
    dues = sorted(of_case(case, None, {}, law, today), key=lambda due: due.sort_key)
    ended = case.data["status"] in ENDED
    found = [due for due in dues if due.of_a_court and due.state != "done"]
    return [due for due in found if not ended or due.state != "late"]


def still_open(dues: list[Due]) -> list[Due]:
    """What can still be filed against a decision, in a case that was closed too."""
    open_still = (due for due in dues if due.kind == "court" and due.state != "done")
    return [due for due in open_still if due.rule in LASTS or due.title.startswith("A brief")]


def departure(case: Data, law: Law, today: date) -> str:
    """What is known of the day by which the client must have left, where voluntary departure was granted and nobody left yet."""
    granted = [row for row in case.get("outcome", ()) if row["relief"] == "voluntary-departure" and row["result"] == "granted"]
    if not granted or "departed_on" in granted[-1]:
        return ""
    days = [row.computed.raw for row in by_rule(case, law, today) if row.computed.rule == DEPARTURE and row.computed.raw]
    days += [date.fromisoformat(row["due"]) for row in case.get("orders", ()) if row.get("due_for") == "departure"]
    last = max(days, default=None)
    if last is None:
        return "Read in the order by which day the client must have left, and tell us the day of the departure."
    by = f"the client must leave by {day(last)}" if last >= today else f"the client had to leave by {day(last)}"
    late = "" if last >= today else " If the client is still here, talk with your mentor today: staying on can bar other relief."
    return f"By our record {by}. Check that against the order, and tell us the day of the departure.{late}"


def hearing_words(book: Book, case: Data, today: date) -> str:
    """`Mon 28 Dec 2026 at 09:00 (Chicago time), in person`, or nothing."""
    found = next_hearing(case, today, "individual")
    if found is None:
        return ""
    court = book.courts.get(case["court"], {})
    clock = f" at {found['time']}" if "time" in found else ""
    clock += f" ({zone(court['time_zone'])})" if clock and court else ""
    mode = labels_at("case", ("hearings", 0, "mode"))[found["mode"]]
    return f"{day(date.fromisoformat(found['date']))}{clock}, {mode[:1].lower()}{mode[1:]}"


def steps(book: Book, case: Record, law: Law, today: date) -> tuple[list[Step], bool]:
    """The steps of the plan in the order of their days, and whether they are agreed: without a plan they are a proposal."""
    agreed = bool(case.data.get("plan", {}).get("milestones"))
    evidence = {row["kind"]: row.get("evidence", "") for row in book.program["milestones"]}
    names = labels("milestone_kind")
    if agreed:
        found = [
            Step(
                row["kind"], names[row["kind"]], date.fromisoformat(row["due"]), row["owner"], _past(row.get("done"), today),
                evidence.get(row["kind"], ""), row.get("compressed", False),
            )
            for row in case.data["plan"]["milestones"]
        ]  # fmt: skip
    elif case.data["status"] in OPEN:
        plan = propose_plan(case.id, case.data, book.program, law, today)
        found = [
            Step(step.kind, names[step.kind], step.due, step.owner, None, evidence.get(step.kind, ""), step.compressed)
            for step in plan.steps
        ]
    else:
        found = []
    return sorted(found, key=lambda step: (step.due, step.title)), agreed


def first_steps(found: list[Step], case: Data, asked: Collection[str]) -> list[Step]:
    """The steps of the first days after the match, without those that are asked for as a requirement anyway."""
    matched = as_day(step_day(case, "matched"))
    until = matched + timedelta(days=FIRST_DAYS) if matched else date.min
    return [step for step in found if step.due <= until and step.kind.replace("-", "_") not in asked]


def decided(case: Data) -> list[Decided]:
    """What was decided, for each form of relief, the latest last."""
    reliefs, results, appeals = (labels_at("case", ("outcome", 0, field)) for field in ("relief", "result", "appealed"))
    rows = sorted(case.get("outcome", ()), key=lambda row: str(row["decided_on"]))
    return [
        Decided(
            reliefs[row["relief"]], results[row["result"]], date.fromisoformat(row["decided_on"]),
            appeals.get(row.get("appealed", ""), ""), row["relief"], row["result"],
        )
        for row in rows
    ]  # fmt: skip


def _past(text: str | None, today: date) -> date | None:
    """A day on which something was done; one that is to come is none."""
    done = as_day(text)
    return done if done and done <= today else None
