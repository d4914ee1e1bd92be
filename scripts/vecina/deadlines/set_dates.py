"""A date in an order: it takes the place of the court's default, never of a deadline that a statute sets."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ..calendars import FIRST_YEAR, LAST_YEAR
from ..facts import Data
from ..words import day
from .due import Computed
from .law import BIA_SET, JUDGE_SET, Law

ISSUERS = {"bia-decision": "BIA", "bia-briefing-schedule": "BIA", "circuit-decision": "court of appeals"}
_FILINGS = ("filing-package", "i589", "brief", "response", "other")
_WINS = "It takes the place of the court's default dates, not of a deadline that a statute sets."


def set_date(set_for: str, purpose: str, case: Data, law: Law, who: str = "judge", due_for: str = "filing-package") -> Computed:
    """The date as it was set: on a day off a filing moves to the next business day; the safe day is before it."""
    on, rule = date.fromisoformat(set_for), JUDGE_SET if who == "judge" else BIA_SET
    intro = f"The {who} set {day(on)} {purpose}. {_WINS if who == 'judge' else ''}".strip()
    if rule not in law.usable or not FIRST_YEAR <= on.year < LAST_YEAR:
        text = f"{intro} The rule or the federal holidays could not be read: check by hand whether that day is a business day."
        return Computed(JUDGE_SET, on, on, on, on, "judge-order", f"Order of the {who}", "", text)
    forum = "court-of-appeals" if who == "court of appeals" else None
    got = law.answer(rule, on, detained=case["detained"], court=case["court"], forum=forum)
    if due_for == "departure":
        said = (
            f"The {who} set {day(on)} {purpose}: the client must have left by then. Nothing extends that day, no weekend either."
        )
        return replace(got, due=on, file_by=on, rolled=(), status="judge-order", explanation=said, notes=_plain(got))
    rest = got.explanation.removeprefix(f"The date set is {day(on)}").removeprefix(", ").removeprefix(".").strip()
    said = f"{intro} That is {rest}" if got.due != got.raw else f"{intro} {rest}".strip()
    authority = f"Order of the {who}" if who == "court of appeals" else got.authority
    notes = got.notes if due_for in _FILINGS else _plain(got)
    return replace(got, status="judge-order", authority=authority, explanation=said, notes=notes)


def _plain(got: Computed) -> tuple[str, ...]:
    """The notes of what is no filing: nothing is received there."""
    return tuple(note for note in got.notes if not note.startswith("What counts is the day on which"))
