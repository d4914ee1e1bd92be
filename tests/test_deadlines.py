"""Filing dates: counted as EOIR counts, explained, and refused where there is no default."""

from __future__ import annotations

from array import array
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, strategies as st

from law import CALENDAR, LAW, QUIET, law, record
from vecina.calendars import Calendar
from vecina.deadlines import Law, anniversary, compute, judged, of_case, usable
from vecina.deadlines.court import Court, court_dates
from vecina.store import Record

RULE = record("rules/ic.ich_filing.yml")


def test_the_sentence_tells_the_whole_way() -> None:
    got = compute(RULE, date(2026, 12, 28), CALENDAR, LAW)
    assert got.explanation == (
        "30 days before the individual hearing of Mon 28 Dec 2026 is Sat 28 Nov 2026, a Saturday; "
        "the next business day is Mon 30 Nov. File by Fri 27 Nov."
    )
    assert (got.raw, got.due, got.file_by) == (date(2026, 11, 28), date(2026, 11, 30), date(2026, 11, 27))
    assert got.rolled == (date(2026, 11, 28), date(2026, 11, 29))


def test_a_holiday_is_named_when_it_is_skipped() -> None:
    got = compute(RULE, date(2026, 12, 11), CALENDAR, LAW)
    assert "Veterans Day" in got.explanation
    assert got.due == date(2026, 11, 12)


@pytest.mark.parametrize(("as_of", "days"), [("2010-01-01", 15), ("2021-06-01", 30), ("2023-01-01", 15), ("2026-11-24", 30)])
def test_the_law_of_the_day_counts(as_of: str, days: int) -> None:
    hearing = date(2027, 3, 31)
    got = compute(RULE, hearing, CALENDAR, date.fromisoformat(as_of))
    assert got.raw == hearing - timedelta(days=days)


def test_a_detained_case_gets_no_guess() -> None:
    got = compute(RULE, date(2026, 12, 28), CALENDAR, LAW, detained=True)
    assert (got.due, got.file_by, got.status) == (None, None, "needs-order")
    assert "ask the court" in got.explanation


def test_before_the_first_value_there_is_no_date() -> None:
    assert compute(RULE, date(2000, 1, 31), CALENDAR, date(2000, 1, 1)).due is None


def test_a_disputed_value_pulls_the_safe_day_and_nothing_else() -> None:
    disputed = {**RULE["values"][-1], "status": "disputed", "count": 45}
    rule = {**RULE, "values": [*RULE["values"], disputed]}
    got = compute(rule, date(2027, 3, 31), CALENDAR, LAW)
    assert (got.due, got.file_by) == (date(2027, 3, 1), date(2027, 2, 12))  # the 14th is a Sunday


@pytest.mark.parametrize(("day", "same"), [(date(2024, 2, 29), date(2025, 3, 1)), (date(2025, 3, 1), date(2026, 3, 1))])
def test_a_year_is_the_same_calendar_day(day: date, same: date) -> None:
    assert anniversary(day, 1) == same


CASE: dict[str, Any] = {
    "court": "HOU",
    "detained": True,
    "hearings": [{"type": "individual", "date": "2027-03-02", "mode": "in-person", "status": "scheduled"}],
}


def courts(case: dict[str, Any], today: date = LAW) -> list[Court]:
    """Every court's date of a case."""
    own = law("ic.ich_filing", "ic.mch_filing", "ic.judge_set", "bia.date_set", as_of=today)
    return list(court_dates({"court": "HOU", **case}, own, today))


def of(case: dict[str, Any], today: date = LAW) -> list[tuple[str, date | None, bool]]:
    """Title, due date and whether it is done."""
    return [(court.title, court.computed.due, court.done) for court in courts(case, today)]


def hearing(day: str, **more: str) -> dict[str, str]:
    """A scheduled individual hearing."""
    return {"type": "individual", "date": day, "mode": "in-person", "status": "scheduled", **more}


def order(day: str, due: str, due_for: str = "filing-package", **more: str) -> dict[str, str]:
    """A scheduling order."""
    return {"kind": "scheduling-order", "date": day, "due": due, "due_for": due_for, **more}


def plan(due: str, done: str) -> dict[str, Any]:
    """A plan whose filing package is done."""
    return {"agreed_on": "2026-06-01", "milestones": [{"kind": "filing-package", "due": due, "owner": "attorney", "done": done}]}


def test_a_judges_date_wins_even_where_there_is_no_default() -> None:
    court = courts(CASE | {"hearings": [hearing("2027-03-02", judge_set_filing_date="2027-02-14")]})[0]
    got = court.computed
    assert court.path == ("hearings", 0, "judge_set_filing_date")
    assert (got.status, got.due, got.file_by) == ("judge-order", date(2027, 2, 16), date(2027, 2, 12))  # Sunday, then a holiday
    assert "takes the place of the court's default dates, not of a deadline that a statute sets" in got.explanation
    schedule = {"kind": "bia-briefing-schedule", "date": "2026-11-16", "due": "2026-12-07", "due_for": "brief"}
    assert courts({"detained": False, "orders": [schedule]})[0].computed.explanation.startswith("The BIA set Mon 7 Dec 2026")


def test_the_latest_order_counts_and_of_one_day_the_earliest_date() -> None:
    orders = [order("2026-08-01", "2027-01-04"), order("2026-10-01", "2027-01-29"), order("2026-10-01", "2027-01-22")]
    court = courts(CASE | {"orders": orders})[0]
    assert (court.computed.due, court.path) == (date(2027, 1, 22), ("orders", 2, "due"))


def test_where_hearing_and_order_disagree_the_earlier_date_is_shown() -> None:
    case = {
        "hearings": [hearing("2027-03-02", judge_set_filing_date="2027-02-11")],
        "orders": [order("2026-11-20", "2026-12-01")],
    }
    assert courts(CASE | case)[0].computed.due == date(2026, 12, 1)


def test_an_order_for_an_earlier_hearing_is_not_used_again() -> None:
    case = {
        "hearings": [{**hearing("2026-07-10"), "status": "adjourned"}, hearing("2027-01-20")],
        "orders": [order("2026-03-01", "2026-06-10")],
    }
    assert of(CASE | {"detained": False} | case)[0] == ("Pre-hearing filings", date(2026, 12, 21), False)


def test_a_hearing_that_goes_on_has_one_filing_date() -> None:
    assert of({"detained": False, "hearings": [hearing("2027-03-02"), hearing("2027-03-04")]}) == [
        ("Pre-hearing filings", date(2027, 2, 1), False)
    ]


def test_a_date_set_for_a_hearing_that_was_adjourned_is_asked_about() -> None:
    moved = {**hearing("2027-01-12", judge_set_filing_date="2026-12-11"), "status": "adjourned"}
    listed = dict.fromkeys(title for title, _, _ in of({"detained": True, "hearings": [moved, hearing("2027-03-02")]}))
    assert list(listed) == ["Filings: ask whether this date still stands", "Pre-hearing filings"]
    newer = hearing("2027-03-02", judge_set_filing_date="2027-02-01")
    assert [title for title, _, _ in of({"detained": True, "hearings": [moved, newer]})] == ["Pre-hearing filings"]


def test_a_date_set_for_a_master_calendar_hearing_takes_the_place_of_the_fifteen_days() -> None:
    master = {**hearing("2027-01-12"), "type": "master-calendar", "ruling_requested": True}
    assert of({"detained": False, "hearings": [master]}) == [("Filings: Master calendar hearing", date(2026, 12, 28), False)]
    case = {"detained": False, "hearings": [master], "orders": [order("2026-11-20", "2026-12-18")]}
    assert of(case) == [("Filings: Master calendar hearing", date(2026, 12, 18), False)]


def test_an_order_to_cure_the_i589_is_not_met_by_the_one_filed_before() -> None:
    cure = order("2026-11-10", "2026-12-10", "i589")
    assert of({"detained": False, "i589_filed": "2024-05-01", "orders": [cure]})[0][2] is False
    assert of({"detained": False, "i589_filed": "2026-11-20", "orders": [cure]})[0][2] is True


def test_an_order_that_no_hearing_claims_is_listed_by_itself() -> None:
    assert of({"detained": False, "orders": [order("2026-11-01", "2026-11-30")]}) == [
        ("Pre-hearing filings, by order", date(2026, 11, 30), False)
    ]


def test_every_individual_hearing_has_its_filing_date() -> None:
    case = {
        "detained": False,
        "hearings": [hearing("2026-12-01"), hearing("2027-01-06")],
        "plan": plan("2026-10-30", "2026-10-30"),
    }
    assert of(case) == [("Pre-hearing filings", date(2026, 11, 2), True), ("Pre-hearing filings", date(2026, 12, 7), False)]


def test_a_finished_package_does_not_silence_a_later_hearing() -> None:
    moved = [{**hearing("2026-11-10"), "status": "adjourned"}, hearing("2026-12-10")]
    case = {"detained": False, "hearings": moved, "plan": plan("2026-10-09", "2026-10-12")}
    assert of(case) == [("Pre-hearing filings", date(2026, 11, 10), False)]


def test_a_package_marked_done_on_a_day_to_come_is_not_done() -> None:
    case = {"detained": False, "hearings": [hearing("2026-12-28")], "plan": plan("2026-11-27", "2036-11-27")}
    assert not courts(case)[0].done


def test_a_judges_date_for_another_kind_of_hearing_is_kept() -> None:
    bond = {**hearing("2026-12-20", judge_set_filing_date="2026-11-25"), "type": "bond"}
    assert of({"detained": True, "hearings": [bond]}) == [("Filings: Bond hearing", date(2026, 11, 25), False)]


def test_without_a_hearing_there_is_no_filing_date() -> None:
    assert courts({"detained": False}) == []


@pytest.mark.parametrize(
    "change",
    [
        {"trigger": "last-arrival"},
        {"direction": "after"},
        {"applies": {"forum": "immigration-court"}},
        {"values": [{**RULE["values"][-1], "count": 15}]},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_rule_that_contradicts_itself_gives_no_date(change: dict[str, Any]) -> None:
    wrong = Law({"ic.ich_filing": {**RULE, **change}}, CALENDAR, LAW)
    got = next(court_dates({"detained": False, "court": "HOU", "hearings": [hearing("2026-12-28")]}, wrong, LAW)).computed
    assert (got.due, got.authority) == (None, "data/rules and data/calendars")


def test_beyond_the_calendar_there_is_no_date() -> None:
    assert courts({"detained": False, "hearings": [hearing("2052-01-31")]})[0].computed.due is None


@pytest.mark.parametrize(
    ("due", "file_by", "state", "days"),
    [
        (date(2026, 11, 23), date(2026, 11, 20), "late", -1),
        (date(2026, 11, 24), date(2026, 11, 23), "soon", 0),
        (date(2026, 11, 30), date(2026, 11, 27), "soon", 3),
        (date(2026, 12, 9), date(2026, 12, 9), "later", 15),
        (None, None, "needs-order", None),
    ],
)
def test_late_means_past_the_rules_own_day(due: date | None, file_by: date | None, state: str, days: int | None) -> None:
    assert judged(due, file_by, False, LAW, 14) == (state, days)


hearings = st.dates(date(2009, 1, 1), date(2049, 12, 31))


@given(hearings)
def test_due_is_a_business_day_never_before_the_count_and_file_by_never_after_due(day: date) -> None:
    got = compute(RULE, day, QUIET, day - timedelta(days=60))
    assert got.raw and got.due and got.file_by
    assert got.raw <= got.due
    assert got.file_by <= got.raw
    assert CALENDAR.is_business(got.due)
    assert CALENDAR.is_business(got.file_by)
    assert got.due < day


@given(hearings, st.integers(1, 40))
def test_a_later_hearing_never_gives_an_earlier_date(day: date, later: int) -> None:
    first = compute(RULE, day, CALENDAR, LAW)
    second = compute(RULE, day + timedelta(days=later), CALENDAR, LAW)
    assert first.due and second.due and first.file_by and second.file_by
    assert first.due <= second.due
    assert first.file_by <= second.file_by


def test_without_holidays_or_rule_nothing_is_guessed() -> None:
    assert usable({"ic.ich_filing": RULE}, Calendar({})) == {}
    none = Law({}, CALENDAR, LAW)
    got = next(court_dates({"detained": False, "court": "HOU", "hearings": [hearing("2026-12-28")]}, none, LAW)).computed
    assert (got.due, got.file_by) == (None, None)
    assert "vecina check" in got.explanation


def test_business_days_can_be_counted_back() -> None:
    rule = {**RULE, "values": [{**RULE["values"][-1], "unit": "business-day", "count": 3}]}
    assert compute(rule, date(2026, 11, 30), CALENDAR, LAW).raw == date(2026, 11, 24)  # over Thanksgiving


def dues(case: dict[str, Any], today: date) -> list[tuple[str, str, str]]:
    """Kind, title and state of what is due in a case of the miniature program's attorney."""
    data = {**CASE, "status": "vetted", "attorney": "a-finch", "posture": "individual-hearing", **case}
    whole = Record("case", "c-aaaaa", "data/cases/c-aaaaa.yml", data, array("I"))
    found = of_case(whole, None, {"due_soon_days": 14}, law("ic.ich_filing", "ic.judge_set", as_of=today), today)
    return [(due.kind, due.title, due.state) for due in found]


def test_a_hearing_is_on_the_list_also_before_the_match() -> None:
    assert dues({}, date(2027, 2, 20))[0] == ("hearing", "Individual hearing", "soon")


def test_a_hearing_that_went_by_or_is_held_too_early_asks_what_became_of_it() -> None:
    assert dues({}, date(2027, 3, 3)) == [("hearing", "Individual hearing: what became of it?", "late")]
    held = {**hearing("2027-03-02"), "status": "held"}
    assert dues({"hearings": [held]}, LAW) == [("hearing", "Individual hearing: marked held, still to come", "later")]


def test_every_date_an_order_sets_is_on_the_list_until_it_is_done() -> None:
    for done, state in (({}, "soon"), ({"done": "2026-11-20"}, "done"), ({"done": "2062-11-20"}, "soon")):
        fee = order("2026-11-01", "2026-12-01", "fee", **done)
        assert ("court", "A fee, by order", state) in dues({"orders": [fee]}, LAW)
