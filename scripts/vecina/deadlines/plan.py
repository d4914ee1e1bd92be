"""A mentoring plan: milestones counted back from the hearing and the filing day, and forward from match and decision.

A proposal of the program's own offsets (`milestones` in its settings), never law. Agreed dates stay until the hearing moves.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

from ..calendars import Calendar
from ..facts import Data, as_day, next_hearing, step_day
from ..words import day as in_words, plural
from .court import court_dates
from .law import Law
from .spread import backward, forward

Change = Literal["new", "moved", "kept", "done"]
_FROM = {
    "individual-hearing": "the individual hearing",
    "filing-deadline": "the safe filing day",
    "match": "the match",
    "decision": "the decision",
}
_BACK = ("individual-hearing", "filing-deadline")


@dataclass(frozen=True, slots=True)
class Step:
    """One milestone: when, whose, and what becomes of it. `index` is its place in the record's plan, None if it is new."""

    kind: str
    due: date
    owner: str
    change: Change
    why: str
    compressed: bool = False
    was: date | None = None
    index: int | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What `vecina plan` proposes for a case, by date; `undated` are the kinds whose day nobody can know yet, and why."""

    case: str
    on: date
    hearing: date | None
    made_for: date | None
    filing: date | None
    steps: tuple[Step, ...]
    undated: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Frame:
    """What the steps of the record's plan are held against."""

    dated: dict[int, dict[str, Any]]
    days: dict[int, tuple[date, bool]]
    anchors: dict[str, date | None]
    shift: timedelta
    offsets: set[str]
    calendar: Calendar
    today: date


def propose_plan(name: str, case: Data, program: Data, law: Law, today: date, *, again: bool = False) -> Plan:
    """The plan of a matched case. With `again` every open step is counted anew, not only when the hearing has moved."""
    hearing = next_hearing(case, today, "individual")
    held_on = date.fromisoformat(hearing["date"]) if hearing else None
    filing = _filing(case, hearing, law, today)
    made_for = as_day(case.get("plan", {}).get("for_hearing"))
    anchors = {
        "match": as_day(step_day(case, "matched")),
        "individual-hearing": held_on,
        "filing-deadline": filing,
        "decision": _decision(case),
    }
    rows = list(enumerate(case.get("plan", {}).get("milestones", ())))
    known = {row["kind"] for _, row in rows} | _shown(case)
    waiting = [row["kind"] for _, row in rows if row.get("done", "9") > today.isoformat()]
    alone = {kind for kind in waiting if waiting.count(kind) == 1}
    shift = held_on - made_for if made_for and held_on else timedelta()

    def counts(row: dict[str, Any]) -> bool:
        """Whether the step is to be dated now: it is new, or to be counted anew."""
        return row["kind"] not in known or (row["kind"] in alone and (again or (bool(shift) and row["from"] in _BACK)))

    wanted = dict(enumerate(program["milestones"]))
    dated = {number: row for number, row in wanted.items() if anchors[row["from"]] is not None and counts(row)}
    days = _dates(dated, anchors, law.calendar, today)
    offsets = {row["kind"] for row in wanted.values()}
    frame = _Frame(dated, days, anchors, shift, offsets & alone, law.calendar, today)
    steps = [_existing(index, row, frame) for index, row in rows]
    steps += [_new(dated[number], *days[number], anchors) for number in dated if dated[number]["kind"] not in known]
    left = [row for row in wanted.values() if anchors[row["from"]] is None and row["kind"] not in known]
    in_order = tuple(sorted(steps, key=lambda step: (step.due, step.index is None, step.index or 0, step.kind)))
    undated = tuple((row["kind"], _lacking(row["from"], held_on)) for row in left)
    return Plan(name, today, held_on, made_for, filing, in_order, undated)


def _filing(case: Data, hearing: Data | None, law: Law, today: date) -> date | None:
    """The safe filing day of the hearing; None without a hearing, and where a court order is needed."""
    if hearing is None:
        return None
    key = f"filings.hearing-{case['hearings'].index(hearing)}"
    return next((court.computed.file_by for court in court_dates(case, law, today) if court.key == key), None)


def _shown(case: Data) -> set[str]:
    """The steps that the record shows as done elsewhere."""
    meetings = {(row["with"], row["mode"] == "in-person") for row in case.get("meetings", ())}
    shown = {"eoir-28"} if "eoir_28" in case.get("requirements", {}) else set()
    shown |= {"i589-filing"} if "i589_filed" in case else set()
    shown |= {"plan-meeting"} if any(who == "mentor" for who, _ in meetings) else set()
    return shown | ({"client-meeting"} if ("client", True) in meetings else set())


def _decision(case: Data) -> date | None:
    decided = [row.get("served_on", row["date"]) for row in case.get("orders", ()) if row["kind"] == "ij-decision"]
    return as_day(max(decided, default=None))


def _ideal(row: dict[str, Any], anchor: date, calendar: Calendar) -> date:
    """The usual day of a step counted back."""
    if row.get("unit") == "business-day":
        return calendar.add_business(anchor, -row["days"])
    return anchor - timedelta(days=row["days"])


def _dates(
    dated: dict[int, dict[str, Any]], anchors: dict[str, date | None], calendar: Calendar, today: date
) -> dict[int, tuple[date, bool]]:
    """Each step's day on a business day, and whether it comes sooner than usual or its usual day has gone by."""
    hearing, filing, match = anchors["individual-hearing"], anchors["filing-deadline"], anchors["match"]
    at = {number: anchors[row["from"]] or today for number, row in dated.items()}
    back = {number: _ideal(row, at[number], calendar) for number, row in dated.items() if row["from"] in _BACK}
    found: dict[int, tuple[date, bool]] = {}
    for number, day in (backward(back, today, filing, hearing) if hearing else {}).items():
        rolled = calendar.last_business(day)
        found[number] = (rolled if rolled >= today else calendar.next_business(today), day != back[number])
    offsets = {number: int(row["days"]) for number, row in dated.items() if row["from"] == "match"}
    ahead = forward(offsets, match, filing or hearing) if match else {}
    ahead |= {number: at[number] + timedelta(days=row["days"]) for number, row in dated.items() if row["from"] == "decision"}
    for number, day in ahead.items():
        usual = at[number] + timedelta(days=dated[number]["days"])
        # what hangs on a decision is for the days before an appeal is due: never later than its usual day
        rolled = calendar.last_business(day) if dated[number]["from"] == "decision" else calendar.next_business(day)
        rolled = rolled if rolled >= today else calendar.next_business(today)
        found[number] = (rolled, day < usual or day < today)
    return found


def _why(row: dict[str, Any], anchors: dict[str, date | None], compressed: bool) -> str:
    anchor, unit = anchors[row["from"]], "business day" if row.get("unit") == "business-day" else "day"
    way = "before" if row["from"] in _BACK else "after"
    usually = "usually " if compressed else ""
    return f"{usually}{plural(row['days'], unit)} {way} {_FROM[row['from']]} of {in_words(anchor or date.min)}"


def _new(row: dict[str, Any], due: date, compressed: bool, anchors: dict[str, date | None]) -> Step:
    return Step(row["kind"], due, row["owner"], "new", _why(row, anchors, compressed), compressed)


def _existing(index: int, row: dict[str, Any], frame: _Frame) -> Step:
    """A step of the record's plan: done ones stay, open ones stay as agreed until the hearing they were counted from moves.

    A kind that the program has no offset for, or that is open more than once, moves by as many days as the hearing did.
    """
    due, owner, pressed = date.fromisoformat(row["due"]), row["owner"], row.get("compressed", False)
    if row.get("done", "9") <= frame.today.isoformat():
        return Step(row["kind"], due, owner, "done", "", pressed, None, index)
    number = next((number for number, offset in frame.dated.items() if offset["kind"] == row["kind"]), None)
    if number is not None:
        (to, pressed) = frame.days[number]
        why = _why(frame.dated[number], frame.anchors, pressed)
    elif frame.shift and row["kind"] not in frame.offsets:
        to, why = (
            max(frame.calendar.last_business(due + frame.shift), frame.calendar.next_business(frame.today)),
            "moves with the hearing",
        )
    else:
        return Step(row["kind"], due, owner, "kept", "as agreed", pressed, None, index)
    change: Change = "kept" if to == due else "moved"
    return Step(row["kind"], to, owner, change, why, pressed, None if to == due else due, index)


def _lacking(anchor: str, hearing: date | None) -> str:
    if anchor == "filing-deadline" and hearing is not None:
        return "needs the filing date of the court's order"
    return {"decision": "counted from the decision", "match": "counted from the match"}.get(
        anchor, "needs the date of the individual hearing"
    )
