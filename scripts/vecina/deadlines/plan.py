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
from .court import court_dates, filing_day
from .law import Law
from .spread import backward, counted_back, forward

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
    made_for_filing: date | None
    steps: tuple[Step, ...]
    undated: tuple[tuple[str, str], ...]
    again: bool = False  # every open step was counted anew, so that the plan is one for these days


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
    filing = filing_day(case, court_dates(case, law, today), today)
    made_for, made_for_filing = (as_day(case.get("plan", {}).get(name)) for name in ("for_hearing", "for_filing"))
    anchors = {
        "match": as_day(step_day(case, "matched")),
        "individual-hearing": held_on,
        "filing-deadline": filing,
        "decision": None if hearing else _decision(case),  # a hearing to come: the decision was not the last one
    }
    rows = list(enumerate(case.get("plan", {}).get("milestones", ())))
    known = ({row["kind"] for _, row in rows} - _used_up(case, hearing)) | _shown(case)
    waiting = [row["kind"] for _, row in rows if row.get("done", "9") > today.isoformat()]
    alone = {kind for kind in waiting if waiting.count(kind) == 1}
    shift = held_on - made_for if made_for and held_on else timedelta()
    refiled = filing is not None and made_for_filing is not None and filing != made_for_filing

    def counts(row: dict[str, Any]) -> bool:
        """Whether the step is to be dated now: it is new, or to be counted anew."""
        moved = (bool(shift) and row["from"] in _BACK) or (refiled and row["from"] == "filing-deadline")
        return row["kind"] not in known or (row["kind"] in alone and (again or moved))

    wanted = dict(enumerate(program["milestones"]))
    dated = {number: row for number, row in wanted.items() if anchors[row["from"]] is not None and counts(row)}
    days = _dates(dated, anchors, law.calendar, today)
    # what is counted from a day that is known stays or is counted anew; the rest moves with the hearing
    settled = {row["kind"] for row in wanted.values() if row["from"] not in _BACK or anchors[row["from"]] is not None}
    frame = _Frame(dated, days, anchors, shift, settled & alone, law.calendar, today)
    steps = [_existing(index, row, frame) for index, row in rows]
    steps += [_new(dated[number], *days[number], anchors) for number in dated if dated[number]["kind"] not in known]
    left = [row for row in wanted.values() if anchors[row["from"]] is None and row["kind"] not in known]
    in_order = tuple(sorted(steps, key=lambda step: (step.due, step.index is None, step.index or 0, step.kind)))
    undated = tuple((row["kind"], _lacking(row["from"], held_on)) for row in left)
    return Plan(name, today, held_on, made_for, filing, made_for_filing, in_order, undated, again)


def _shown(case: Data) -> set[str]:
    """The steps that the record shows as done elsewhere."""
    meetings = {(row["with"], row["mode"] == "in-person") for row in case.get("meetings", ())}
    shown = {"eoir-28"} if "eoir_28" in case.get("requirements", {}) else set()
    shown |= {"i589-filing"} if "i589_filed" in case else set()
    shown |= {"plan-meeting"} if any(who == "mentor" for who, _ in meetings) else set()
    return shown | ({"client-meeting"} if ("client", True) in meetings else set())


def _used_up(case: Data, hearing: Data | None) -> set[str]:
    """The filing package that went in for a hearing before this one: the next hearing needs its own."""
    packages = [row for row in case.get("plan", {}).get("milestones", ()) if row["kind"] == "filing-package"]
    if hearing is None or not packages:
        return set()
    before = max(
        (row["date"] for row in case["hearings"] if row["type"] == "individual" and row["date"] < hearing["date"]), default=""
    )
    return {"filing-package"} if all("done" in row and row["due"] <= before for row in packages) else set()


def _decision(case: Data) -> date | None:
    """The judge's last decision, unless the BIA has decided since."""
    later = max((row["date"] for row in case.get("orders", ()) if row["kind"] == "bia-decision"), default="")
    decided = [row.get("served_on", row["date"]) for row in case.get("orders", ()) if row["kind"] == "ij-decision"]
    last = max(decided, default="")
    return as_day(last) if last > later else None


def _ahead(row: dict[str, Any], anchor: date, calendar: Calendar) -> date:
    """The usual day of a step counted forward."""
    if row.get("unit") == "business-day":
        return calendar.add_business(anchor, row["days"])
    return anchor + timedelta(days=row["days"])


def _dates(
    dated: dict[int, dict[str, Any]], anchors: dict[str, date | None], calendar: Calendar, today: date
) -> dict[int, tuple[date, bool]]:
    """Each step's day on a business day, and whether it comes sooner than usual or its usual day has gone by."""
    hearing, filing, match = anchors["individual-hearing"], anchors["filing-deadline"], anchors["match"]
    at = {number: anchors[row["from"]] or today for number, row in dated.items()}
    back = {number: counted_back(row, at[number], calendar) for number, row in dated.items() if row["from"] in _BACK}
    found: dict[int, tuple[date, bool]] = {}
    for number, day in (backward(back, today, filing, hearing) if hearing else {}).items():
        rolled = calendar.last_business(day)
        found[number] = (rolled if rolled >= today else calendar.next_business(today), day != back[number])
    from_match = {number: row for number, row in dated.items() if row["from"] == "match"}
    offsets = {number: (_ahead(row, at[number], calendar) - at[number]).days for number, row in from_match.items()}
    ahead = forward(offsets, match, filing or hearing) if match else {}
    usuals = {number: _ahead(row, at[number], calendar) for number, row in dated.items() if row["from"] not in _BACK}
    ahead |= {number: day for number, day in usuals.items() if dated[number]["from"] == "decision"}
    for number, day in ahead.items():
        usual = usuals[number]
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
