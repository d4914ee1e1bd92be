"""What the record shows of an order or event being answered, and what follows when it is not."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from law import CALENDAR, LAW, rules
from programs import MINI, vecina
from test_events import after, decision, dues, outcome
from vecina.deadlines import Law, asylum_clock, steps_after
from vecina.deadlines.court import court_dates
from vecina.views.today import _within

RULES = rules()


def ordered(case: dict[str, Any], today: date = LAW) -> list[tuple[str, date | None, date | None, bool]]:
    """Every court's date of a case: title, due date, safe day, done."""
    whole = {"posture": "individual-hearing", "detained": False, "court": "HOU", **case}
    found = court_dates(whole, Law(RULES, CALENDAR, today), today)
    return [(court.title, court.computed.due, court.computed.file_by, court.done) for court in found]


def hearing(day: str, kind: str = "individual", **more: Any) -> dict[str, Any]:
    return {"type": kind, "date": day, "mode": "in-person", "status": "scheduled", **more}


def test_a_step_of_an_event_closes_its_own_deadline_only() -> None:
    filed = {"kind": "removal-order", "date": "2026-11-20", "steps": [{"step": "petition-for-review", "date": "2026-11-23"}]}
    assert [(rule, done) for rule, _, _, done in after({"events": [filed]})] == [("pfr", True), ("stays", False)]


@pytest.mark.parametrize("day", ["2026-11-10", "2027-11-23"])
def test_a_step_before_its_event_or_still_to_come_closes_nothing(day: str) -> None:
    wrong = {"kind": "removal-order", "date": "2026-11-20", "steps": [{"step": "petition-for-review", "date": day}]}
    assert not after({"events": [wrong]})[0][3]


def test_the_steps_that_can_follow_are_those_the_deadlines_know() -> None:
    assert steps_after("orders", "ij-decision") == ("appeal", "motion-to-reconsider", "motion-to-reopen")
    assert steps_after("orders", "circuit-decision", "brief") == ("brief",)
    assert steps_after("events", "address-change") == ("eoir-33-court", "eoir-33-bia")
    assert steps_after("events", "dhs-filing") == ()


def test_filings_that_the_court_has_are_done() -> None:
    assert ordered({"hearings": [hearing("2027-03-02")]})[0][3] is False
    assert ordered({"hearings": [hearing("2027-03-02", filed="2026-11-20")]})[0][3] is True
    assert ordered({"hearings": [hearing("2027-03-02", filed="2027-01-20")]})[0][3] is False  # on a day still to come
    master = hearing("2027-01-12", "master-calendar", ruling_requested=True, filed="2026-11-20")
    assert ordered({"hearings": [master]})[0][3] is True


def test_a_date_for_the_filings_belongs_to_the_hearing_on_the_merits() -> None:
    order = decision("scheduling-order", "2026-11-20", due="2027-01-08", due_for="filing-package")
    both = [hearing("2027-01-12", "master-calendar", ruling_requested=True), hearing("2027-03-02")]
    found = {title: due for title, due, *_ in ordered({"hearings": both, "orders": [order]})}
    assert found == {"Pre-hearing filings": date(2027, 1, 8), "Filings: Master calendar hearing": date(2026, 12, 28)}


def test_the_day_of_a_voluntary_departure_is_not_moved_by_a_weekend() -> None:
    order = decision("ij-decision", "2026-11-02", due="2026-12-26", due_for="departure")  # a Saturday
    case = {"orders": [order], "outcome": [outcome("voluntary-departure", "granted", "2026-11-02")]}
    assert ordered(case) == [("Voluntary departure, by order", date(2026, 12, 26), date(2026, 12, 26), False)]
    case["outcome"][0]["departed_on"] = "2026-11-20"
    assert ordered(case)[0][3] is True


def test_after_an_appeal_the_new_day_of_departure_has_to_be_looked_up() -> None:
    granted = outcome("voluntary-departure", "granted", "2026-06-02", appealed="respondent")
    case = {"posture": "bia-appeal", "orders": [decision("bia-decision", "2026-11-02")], "outcome": [granted]}
    assert ("vd", None, None, False) in after(case)
    again = decision("bia-decision", "2026-11-02", due="2027-01-04", due_for="departure")
    assert ("vd", None, None, False) not in after({**case, "orders": [again]})


def test_a_brief_before_a_court_of_appeals_has_the_days_off_of_that_court() -> None:
    order = decision("circuit-decision", "2026-11-20", due="2027-01-18", due_for="brief")  # Martin Luther King Jr. Day
    (title, due, safe, _), *_ = ordered({"orders": [order]})
    assert (title, due, safe) == ("A brief, by order", date(2027, 1, 19), date(2027, 1, 15))
    step = {**order, "steps": [{"step": "brief", "date": "2026-11-23"}]}
    assert ordered({"orders": [step]})[0][3] is True


def test_when_the_time_to_appeal_is_over_motions_are_left() -> None:
    case = {"posture": "bia-appeal", "orders": [decision("ij-decision", "2026-10-05")]}
    assert [(rule, due) for rule, due, *_ in after(case)] == [
        ("bia.appeal", date(2026, 11, 4)), ("mtr.reconsider", date(2026, 11, 4)), ("mtr.reopen", date(2027, 1, 4)),
    ]  # fmt: skip


def test_a_clock_day_that_was_reached_is_for_today() -> None:
    reached = [due for due in dues(LAW, i589_filed="2026-06-01", posture="individual-hearing") if due.kind == "clock"]
    assert reached
    assert all(_within(due, 0, 7) for due in reached if due.state == "soon" and due.days is not None and due.days < 0)


def test_the_renewal_of_a_work_permit_is_on_the_list_until_it_is_filed_or_too_late() -> None:
    def renewals(today: str, **more: str) -> list[tuple[date | None, str]]:
        clock = {"permit_ends": "2027-05-10", **more}
        found = dues(date.fromisoformat(today), i589_filed="2025-02-03", posture="individual-hearing", asylum_clock=clock)
        return [(due.due, due.state) for due in found if due.rule == "ead.renew"]

    first = date(2026, 11, 12)  # day 180 is Veterans Day
    assert renewals("2026-10-01") == [(first, "later")]
    assert renewals("2026-11-24") == renewals("2027-05-10") == [(first, "soon")]
    assert renewals("2027-05-11") == renewals("2026-11-24", renewal_filed="2026-11-16") == []


def test_an_annotation_says_when_the_safe_day_has_gone_by() -> None:
    said = vecina("due --format github --case c-a9xgu --today 2026-11-28", MINI).stdout.splitlines()
    assert any("Pre-hearing filings" in line and line.endswith("file at once") for line in said)


def test_the_clock_keeps_to_the_application_on_file() -> None:
    returned = {"kind": "i589-returned", "date": "2026-11-16"}
    case = {"posture": "individual-hearing", "detained": False, "court": "HOU", "i589_filed": "2026-11-09", "events": [returned]}
    assert asylum_clock(case, Law(RULES, CALENDAR, LAW), LAW) is None
