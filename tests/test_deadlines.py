"""Filing dates: counted as EOIR counts, explained, and refused where there is no default."""

from __future__ import annotations

from array import array
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, strategies as st

from outside import ROOT
from vecina.calendars import Calendar, calendar_of
from vecina.deadlines import anniversary, compute, judged, of_case
from vecina.deadlines.court import filing
from vecina.store import Record
from vecina.yamlmap import read


def record(name: str) -> dict[str, Any]:
    data: dict[str, Any] = read((ROOT / "data" / name).read_bytes(), name).data
    return data


RULE = record("rules/ic.ich_filing.yml")
CALENDAR: Calendar = calendar_of([record("calendars/federal-holidays.yml")])
LAW = date(2026, 11, 24)


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


@pytest.mark.parametrize(("day", "safe"), [(date(2024, 2, 29), date(2025, 2, 28)), (date(2025, 3, 1), date(2026, 3, 1))])
def test_a_year_is_the_same_calendar_day(day: date, safe: date) -> None:
    assert anniversary(day, 1) == safe


CASE: dict[str, Any] = {
    "detained": True,
    "hearings": [{"type": "individual", "date": "2027-03-02", "mode": "in-person", "status": "scheduled"}],
}


def filed(case: dict[str, Any]) -> Any:
    return next(iter(filing(case, {"ic.ich_filing": RULE}, CALENDAR, LAW, LAW)))


def test_a_judges_date_wins_even_where_there_is_no_default() -> None:
    hearing = {**CASE["hearings"][0], "judge_set_filing_date": "2027-02-14"}
    got, path = filed(CASE | {"hearings": [hearing]})
    assert path == ("hearings", 0, "judge_set_filing_date")
    assert (got.status, got.due, got.file_by) == ("judge-order", date(2027, 2, 16), date(2027, 2, 12))  # Sunday, then a holiday
    assert "overrides every default" in got.explanation


def test_the_latest_order_counts() -> None:
    orders = [
        {"kind": "scheduling-order", "date": "2026-08-01", "due": "2027-01-04", "due_for": "filing-package"},
        {"kind": "scheduling-order", "date": "2026-10-01", "due": "2027-01-29", "due_for": "filing-package"},
        {"kind": "fee-order", "date": "2026-11-01", "due": "2027-01-02", "due_for": "fee"},
    ]
    got, path = filed(CASE | {"orders": orders})
    assert (got.due, path) == (date(2027, 1, 29), ("orders", 1, "due"))


def test_without_a_hearing_there_is_no_filing_date() -> None:
    assert list(filing({"detained": False}, {"ic.ich_filing": RULE}, CALENDAR, LAW, LAW)) == []


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
def test_due_is_a_business_day_never_before_the_count_and_file_by_never_after_due(hearing: date) -> None:
    got = compute(RULE, hearing, CALENDAR, hearing - timedelta(days=60))
    assert got.raw and got.due and got.file_by
    assert got.raw <= got.due
    assert got.file_by <= got.raw
    assert CALENDAR.is_business(got.due)
    assert CALENDAR.is_business(got.file_by)
    assert got.due < hearing


@given(hearings, st.integers(1, 40))
def test_a_later_hearing_never_gives_an_earlier_date(hearing: date, later: int) -> None:
    first = compute(RULE, hearing, CALENDAR, LAW)
    second = compute(RULE, hearing + timedelta(days=later), CALENDAR, LAW)
    assert first.due and second.due and first.file_by and second.file_by
    assert first.due <= second.due
    assert first.file_by <= second.file_by


def test_without_holidays_or_rule_nothing_is_guessed() -> None:
    nothing_known = Calendar({})
    known: list[tuple[dict[str, Any], Calendar]] = [({"ic.ich_filing": RULE}, nothing_known), ({}, CALENDAR)]
    for rules, calendar in known:
        got, _ = next(iter(filing(CASE | {"detained": False}, rules, calendar, LAW, LAW)))
        assert (got.due, got.file_by) == (None, None)
        assert "vecina check" in got.explanation


def test_business_days_can_be_counted_back() -> None:
    rule = {**RULE, "values": [{**RULE["values"][-1], "unit": "business-day", "count": 3}]}
    assert compute(rule, date(2026, 11, 30), CALENDAR, LAW).raw == date(2026, 11, 24)  # over Thanksgiving


def dues(case: dict[str, Any], today: date) -> list[tuple[str, str, str]]:
    """Kind, title and state of what is due in a case of the miniature program's attorney."""
    data = {**CASE, "status": "vetted", "attorney": "a-finch", "court": "HOU", **case}
    whole = Record("case", "c-aaaaa", "data/cases/c-aaaaa.yml", data, array("I"))
    found = of_case(whole, {"due_soon_days": 14}, {"ic.ich_filing": RULE}, CALENDAR, today, today)
    return [(due.kind, due.title, due.state) for due in found]


def test_a_hearing_is_on_the_list_also_before_the_match() -> None:
    assert dues({}, date(2027, 2, 20))[0] == ("hearing", "Individual hearing", "soon")


def test_a_hearing_that_went_by_or_is_held_too_early_asks_what_became_of_it() -> None:
    assert dues({}, date(2027, 3, 3)) == [("hearing", "Individual hearing: what became of it?", "late")]
    held = {**CASE["hearings"][0], "status": "held"}
    assert dues({"hearings": [held]}, LAW) == [("hearing", "Individual hearing: marked held, still to come", "later")]


def test_every_date_an_order_sets_is_on_the_list_until_it_is_done() -> None:
    order = {"kind": "fee-order", "date": "2026-11-01", "due_for": "fee", "due": "2026-12-01"}
    assert ("court", "A fee, by order", "soon") in dues({"orders": [order]}, LAW)
    assert ("court", "A fee, by order", "done") in dues({"orders": [{**order, "done": "2026-11-20"}]}, LAW)
