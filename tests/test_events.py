"""Deadlines that follow from what happened in a case: an arrival, a decision, a schedule, a filing, a notice."""

from __future__ import annotations

from array import array
from datetime import date
from typing import Any

import pytest

from law import CALENDAR, LAW, rules
from vecina.deadlines import Due, Law, of_case
from vecina.deadlines.by_rule import by_rule, lasting
from vecina.store import Record
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
    withheld = after({"last_arrival": "2025-12-07", "posture": "withholding-only"})
    assert "asy.one_year" not in [rule for rule, *_ in withheld]


def test_an_appeal_runs_from_service_and_is_safe_on_day_ten() -> None:
    case = {"orders": [decision("ij-decision", "2026-11-02", served_on="2026-11-05")]}
    assert after(case) == [("bia.appeal", date(2026, 12, 7), date(2026, 11, 12), False)]  # day 10 from the date on the order


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


def dues(today: date, **case: Any) -> list[Due]:
    """What is due in a case that waits for its mentor."""
    data = {"status": "vetted", "attorney": "a-finch", "court": "HOU", "detained": False, "posture": "bia-appeal", **case}
    whole = Record("case", "c-aaaaa", "data/cases/c-aaaaa.yml", data, array("I"))
    return list(of_case(whole, None, {"due_soon_days": 14}, Law(RULES, CALENDAR, today), today))


@pytest.mark.parametrize(
    ("today", "state", "days", "past", "shown"),
    [
        ("2026-11-06", "soon", 7, False, "2026-11-13"),  # the safe day still lies ahead
        ("2026-11-13", "soon", 0, False, "2026-11-13"),
        ("2026-11-14", "soon", 23, True, "2026-12-07"),  # it has gone by: file at once
        ("2026-12-07", "soon", 0, True, "2026-12-07"),
        ("2026-12-08", "late", -1, False, "2026-12-07"),
    ],
)
def test_a_safe_day_that_went_by_says_so_and_one_ahead_does_not(
    today: str, state: str, days: int, past: bool, shown: str
) -> None:
    due = dues(date.fromisoformat(today), orders=[decision("ij-decision", "2026-11-05")])[0]
    assert (due.state, due.days, due.safe_day_is_past, due.shown) == (state, days, past, date.fromisoformat(shown))
    assert _within(due, 0, 7) == (state != "late")


def test_a_petition_runs_from_the_order_and_an_appeal_from_service() -> None:
    bia = decision("bia-decision", "2026-11-02", served_on="2026-11-09")
    assert [(rule, due) for rule, due, _, _ in after({"orders": [bia]})] == [
        ("pfr", date(2026, 12, 2)), ("stays", None), ("mtr.reconsider", date(2026, 12, 2)), ("mtr.reopen", date(2027, 2, 1)),
    ]  # fmt: skip
    judge = decision("ij-decision", "2026-11-02", served_on="2026-11-09")
    assert after({"orders": [judge]})[0][1:3] == (date(2026, 12, 9), date(2026, 11, 12))  # the safe day from the order's date


def test_one_step_does_not_close_another() -> None:
    motion = {**decision("bia-decision", "2026-11-02"), "steps": [{"step": "motion-to-reconsider", "date": "2026-11-16"}]}
    assert {rule: done for rule, _, _, done in after({"orders": [motion]})} == {
        "pfr": False, "stays": False, "mtr.reconsider": True, "mtr.reopen": False,
    }  # fmt: skip
    both = [decision("bia-decision", "2026-11-02"), decision("circuit-decision", "2026-11-20")]
    assert {rule: done for rule, _, _, done in after({"orders": both})}["mtr.reopen"] is False


def test_a_motion_after_a_bia_decision_goes_to_the_bia() -> None:
    whole = {"posture": "bia-appeal", "detained": False, "court": "HOU", "orders": [decision("bia-decision", "2026-11-02")]}
    notes = {court.computed.rule: court.computed.notes for court in by_rule(whole, Law(RULES, CALENDAR, LAW), LAW)}
    assert any("the BIA receives it" in note for note in notes["mtr.reopen"])


def test_a_date_in_a_decision_takes_away_no_deadline_that_runs_from_it() -> None:
    for kind, rule in (("ij-decision", "bia.appeal"), ("bia-decision", "pfr"), ("in-absentia-order", "mtr.inabsentia_180")):
        found = after({"orders": [decision(kind, "2026-11-05", due="2026-12-10", due_for="other")]})
        assert rule in [name for name, *_ in found], kind


def outcome(relief: str, result: str, day: str, **more: str) -> dict[str, str]:
    return {"relief": relief, "result": result, "decided_on": day, **more}


@pytest.mark.parametrize(
    ("rows", "done"),
    [
        ([outcome("bond", "granted", "2026-02-03")], False),
        ([outcome("cat", "granted", "2024-05-06")], False),
        ([outcome("asylum", "denied", "2026-11-05"), outcome("cat", "granted", "2026-11-05")], False),
        ([outcome("asylum", "granted", "2026-11-05")], True),
        ([outcome("asylum", "denied", "2026-11-05", appealed="respondent")], True),
        ([outcome("asylum", "denied", "2026-11-05", appealed="reserved")], False),
        ([outcome("asylum", "granted", "2026-11-05", appealed="dhs")], True),
    ],
)
def test_only_what_was_decided_that_day_closes_the_appeal(rows: list[dict[str, str]], done: bool) -> None:
    found = after({"orders": [decision("ij-decision", "2026-11-05")], "outcome": rows})
    assert [closed for rule, _, _, closed in found if rule == "bia.appeal"] == [done]


def test_a_decision_that_nobody_appeals_leaves_the_motions() -> None:
    denied = [outcome("asylum", "denied", "2026-11-05", appealed="none")]
    found = after({"orders": [decision("ij-decision", "2026-11-05")], "outcome": denied})
    assert [(rule, done) for rule, _, _, done in found] == [
        ("bia.appeal", True),
        ("mtr.reconsider", False),
        ("mtr.reopen", False),
    ]


def test_no_appeal_lies_from_an_order_in_absentia_or_a_fear_review() -> None:
    absent = [outcome("asylum", "in-absentia", "2026-08-17")]
    assert [rule for rule, *_ in after({"orders": [decision("ij-decision", "2026-08-17")], "outcome": absent})] == [
        "mtr.inabsentia_180"
    ]
    reviewed = after({"posture": "reasonable-fear-review", "orders": [decision("ij-decision", "2026-11-05")]})
    assert [(rule, due) for rule, due, *_ in reviewed] == [("pfr", None)]  # from which day it runs has to be recorded


def test_in_withholding_only_proceedings_the_petition_runs_from_the_removal_order() -> None:
    case = {"posture": "bia-appeal", "proceedings": "withholding-only", "last_arrival": "2025-12-07"}
    bia = {**case, "orders": [decision("bia-decision", "2026-11-02")]}
    asked = next(row for row in after(bia) if row[0] == "pfr")
    assert asked[1:] == (None, None, False)
    known = {**bia, "events": [{"kind": "removal-order", "date": "2026-10-28"}]}
    assert [(rule, due) for rule, due, _, _ in after(known) if rule == "pfr"] == [("pfr", date(2026, 11, 27))]
    assert "asy.one_year" not in [rule for rule, *_ in after(bia)]


def happened(kind: str, day: str, **more: str) -> dict[str, str]:
    return {"kind": kind, "date": day, **more}


@pytest.mark.parametrize(
    ("kind", "rule", "due"),
    [
        ("address-change", "ic.eoir33", date(2026, 11, 25)),
        ("dhs-filing", "ic.response", date(2026, 11, 30)),
        ("motion-to-pretermit", "asy.pretermit", date(2026, 11, 30)),
        ("fee-notice", "fee.aaf_uscis", date(2026, 12, 21)),
        ("i589-returned", "asy.refile", None),
        ("removal-order", "pfr", date(2026, 12, 21)),
        ("reasonable-fear-referral", "rf.interview", date(2026, 11, 30)),
    ],
)
def test_each_event_starts_its_deadline(kind: str, rule: str, due: date | None) -> None:
    found = after({"events": [happened(kind, "2026-11-20")]})
    assert found[0][:2] == (rule, due)
    assert after({"events": [happened(kind, "2026-11-20", done="2026-11-23")]})[0][3]


def test_an_order_stands_for_the_filing_before_it_and_for_no_other() -> None:
    filings = [happened("dhs-filing", "2026-11-09"), happened("dhs-filing", "2026-11-18")]
    order = decision("scheduling-order", "2026-11-20", due="2026-12-15", due_for="response")
    assert [due for rule, due, _, _ in after({"events": filings, "orders": [order]}) if rule == "ic.response"] == [
        date(2026, 11, 19)
    ]
    fee = decision("fee-order", "2026-11-20", due="2026-12-15", due_for="fee")
    assert "fee.aaf_uscis" in [rule for rule, *_ in after({"events": [happened("fee-notice", "2026-11-18")], "orders": [fee]})]


def test_before_the_bia_other_times_count_and_both_courts_until_the_appeal_is_on_record() -> None:
    case = {"posture": "bia-appeal", "events": [happened("address-change", "2026-11-20"), happened("dhs-filing", "2026-11-18")]}
    assert [(rule, due) for rule, due, _, _ in after(case)] == [
        ("bia.eoir33", date(2026, 11, 30)), ("ic.eoir33", date(2026, 11, 25)),
        ("bia.response", None), ("ic.response", date(2026, 11, 30)),
    ]  # fmt: skip
    appealed = {**case, "outcome": [outcome("asylum", "denied", "2026-09-01", appealed="respondent")]}
    assert [rule for rule, *_ in after(appealed)] == ["bia.eoir33", "bia.response"]


def test_filing_again_is_never_later_than_the_one_year_day() -> None:
    case = {"last_arrival": "2025-12-07", "i589_filed": "2026-11-09", "events": [happened("i589-returned", "2026-11-16")]}
    assert next(file_by for rule, _, file_by, _ in after(case) if rule == "asy.refile") == date(2026, 12, 4)


def test_a_late_i589_says_that_it_needs_an_exception() -> None:
    whole = {
        "posture": "individual-hearing",
        "detained": False,
        "court": "HOU",
        "last_arrival": "2024-03-04",
        "i589_filed": "2025-05-14",
    }
    court = next(by_rule(whole, Law(RULES, CALENDAR, LAW), LAW))
    assert (court.done, court.title.endswith("filed 71 days late, an exception is needed")) == (True, True)
    referred = {**whole, "asylum_clock": {"started_on": "2025-02-03"}}
    assert next(by_rule(referred, Law(RULES, CALENDAR, LAW), LAW)).title == RULES["asy.one_year"]["title"]


def test_a_closed_case_keeps_what_can_still_be_filed() -> None:
    whole = {"posture": "bia-appeal", "detained": False, "court": "HOU", "orders": [decision("ij-decision", "2026-11-05")]}
    own = Law(RULES, CALENDAR, LAW)
    assert [court.computed.rule for court in lasting(whole, own, LAW)] == ["bia.appeal"]
    later = [(court.computed.rule, court.computed.due) for court in lasting(whole, own, date(2027, 1, 4))]
    assert later == [("mtr.reopen", date(2027, 2, 3))]  # nobody appealed: the decision is final, and a motion is still possible
    assert list(lasting(whole, own, date(2027, 2, 4))) == []
    assert list(lasting({**whole, "orders": [decision("ij-decision", "2026-11-05", done="2026-11-12")]}, own, LAW)) == []


def test_an_open_task_is_to_be_done_and_waits_for_no_order() -> None:
    stay = next(due for due in dues(LAW, orders=[decision("bia-decision", "2026-11-02")]) if due.rule == "stays")
    assert (stay.state, stay.days, stay.due) == ("soon", None, None)
    assert _within(stay, 0, 7)


def test_voluntary_departure_is_listed_until_the_client_left_or_appealed() -> None:
    granted = outcome("voluntary-departure", "granted", "2026-11-02")
    assert after({"outcome": [granted]}) == [("vd", date(2027, 1, 4), date(2026, 12, 31), False)]
    for more in ({"departed_on": "2026-11-20"}, {"appealed": "respondent"}):
        assert after({"outcome": [{**granted, **more}]})[0][3]


def test_an_order_in_absentia_stays_open_beside_a_decision_of_the_same_day() -> None:
    twice = [decision("in-absentia-order", "2026-11-05"), decision("ij-decision", "2026-11-05")]
    assert [(rule, done) for rule, _, _, done in after({"orders": twice})] == [("mtr.inabsentia_180", False)]


def test_an_order_that_is_still_to_come_closes_nothing() -> None:
    mistyped = [decision("ij-decision", "2026-11-05"), decision("bia-briefing-schedule", "2027-11-12")]
    assert next(done for rule, _, _, done in after({"orders": mistyped}) if rule == "bia.appeal") is False
    order = decision("scheduling-order", "2027-11-20", due="2027-12-15", due_for="response")
    assert "ic.response" in [rule for rule, *_ in after({"events": [happened("dhs-filing", "2026-11-18")], "orders": [order]})]


def test_a_rule_that_is_missing_is_said_and_nothing_left_out() -> None:
    rest = {name: rule for name, rule in RULES.items() if name != "bia.appeal"}
    case = {"posture": "bia-appeal", "detained": False, "court": "HOU", "orders": [decision("ij-decision", "2026-11-05")]}
    got = next(by_rule(case, Law(rest, CALENDAR, LAW), LAW))
    assert (got.title, got.computed.due, got.done) == ("bia.appeal: the law could not be read", None, False)
