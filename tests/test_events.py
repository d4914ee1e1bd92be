"""Deadlines that follow from what happened in a case: an arrival, a decision, a schedule."""

from __future__ import annotations

from datetime import date
from typing import Any

from law import CALENDAR, LAW, rules
from vecina.deadlines import Due, Law
from vecina.deadlines.events import by_rule
from vecina.views.today import _within

RULES = rules()


def after(case: dict[str, Any], today: date = LAW) -> list[tuple[str, date | None, date | None, bool]]:
    """What a case's events ask for: rule, due date, safe day, done."""
    whole = {"posture": "individual-hearing", "detained": False, "court": "HOU", **case}
    found = by_rule(whole, Law(RULES, CALENDAR, today), today)
    return [(court.computed.rule, court.computed.due, court.computed.file_by, court.done) for court in found]


def decision(kind: str, day: str, **more: str) -> dict[str, str]:
    """An order of the court."""
    return {"kind": kind, "date": day, **more}


def test_the_one_year_deadline_stands_until_the_i589_is_received() -> None:
    assert after({"last_arrival": "2025-12-07"}) == [("asy.one_year", date(2026, 12, 7), date(2026, 12, 4), False)]
    assert after({"last_arrival": "2025-12-07", "i589_filed": "2026-11-20"})[0][3]
    assert not after({"last_arrival": "2025-12-07", "i589_filed": "2062-11-20"})[0][3]
    assert after({"last_arrival": "2025-12-07", "posture": "withholding-only"}) == []


def test_an_appeal_runs_from_service_and_is_safe_on_day_ten() -> None:
    case = {"orders": [decision("ij-decision", "2026-11-02", served_on="2026-11-05")]}
    assert after(case) == [("bia.appeal", date(2026, 12, 7), date(2026, 11, 13), False)]


def test_what_followed_shows_that_a_deadline_was_met() -> None:
    appealed = [decision("ij-decision", "2026-07-14"), decision("bia-briefing-schedule", "2026-11-17")]
    assert [(rule, done) for rule, _, _, done in after({"orders": appealed})] == [("bia.appeal", True), ("bia.brief", False)]
    assert after({"orders": [decision("ij-decision", "2026-11-05", done="2026-11-12")]})[0][3]
    won = [{"relief": "asylum", "result": "granted", "decided_on": "2026-11-05"}]
    assert after({"orders": [decision("ij-decision", "2026-11-05")], "outcome": won})[0][3]


def test_a_date_in_the_order_wins_over_the_rule() -> None:
    assert after({"orders": [decision("bia-briefing-schedule", "2026-11-17", due="2026-12-07", due_for="brief")]}) == []


def test_a_final_order_asks_for_a_petition_and_an_absence_for_a_motion() -> None:
    assert after({"orders": [decision("bia-decision", "2026-11-02")]})[0][:2] == ("pfr", date(2026, 12, 2))
    assert after({"orders": [decision("in-absentia-order", "2026-08-17", served_on="2026-08-20")]})[0][1] == date(2027, 2, 16)


def test_a_rule_that_cannot_be_relied_on_gives_no_date_for_an_event() -> None:
    wrong = {**RULES, "bia.appeal": {**RULES["bia.appeal"], "direction": "before"}}
    case = {"posture": "bia-appeal", "detained": False, "court": "HOU", "orders": [decision("ij-decision", "2026-11-05")]}
    got = next(by_rule(case, Law(wrong, CALENDAR, LAW), LAW))
    assert (got.computed.due, "no date is known" in got.title) == (None, True)


def test_a_safe_day_that_went_by_belongs_to_today() -> None:
    due = Due("c-aaaaa", "court", "Appeal", date(2026, 12, 7), date(2026, 11, 13), "soon", 13, "a-finch")
    assert due.safe_day_is_past
    assert due.shown == date(2026, 12, 7)
    assert _within(due, 0, 7)
    in_time = Due("c-aaaaa", "court", "Appeal", date(2026, 12, 7), date(2026, 12, 4), "soon", 10, "a-finch")
    assert not in_time.safe_day_is_past
    assert in_time.shown == date(2026, 12, 4)
    late = Due("c-aaaaa", "court", "Appeal", date(2026, 11, 23), date(2026, 11, 20), "late", -1, "a-finch")
    assert (late.safe_day_is_past, late.shown) == (False, date(2026, 11, 23))
