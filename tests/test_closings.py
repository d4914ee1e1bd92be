"""Days off at one place, closings and outages: they may move a due date, and never a safe day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, strategies as st

from law import CALENDAR, CALENDARS, LAW, rules
from vecina.calendars import Calendar, calendar_of
from vecina.deadlines import Computed, compute

RULES = rules()


def asked(rule: str, day: str, calendar: Calendar = CALENDAR, **more: Any) -> Computed:
    return compute(RULES[rule], date.fromisoformat(day), calendar, date.fromisoformat(more.pop("as_of", day)), **more)


def with_outage(**row: Any) -> Calendar:
    """The calendar with one outage more."""
    told = {"what": "ecas-outage", "authority": "EOIR operational status", **row}
    return calendar_of([*CALENDARS, {"id": "more", "kind": "outages", "outages": [told]}])


def test_inauguration_day_counts_at_the_bia_and_at_courts_near_washington_only() -> None:
    assert asked("bia.appeal", "2020-12-21").due == date(2021, 1, 21)
    assert asked("ic.judge_set", "2021-01-20", court="HYA").due == date(2021, 1, 21)
    assert asked("ic.judge_set", "2021-01-20", court="HOU").due == date(2021, 1, 20)
    assert asked("ic.judge_set", "2021-01-20", court="STE").due == date(2021, 1, 20)  # Sterling lies outside
    assert asked("pfr", "2020-12-21").due == date(2021, 1, 20)


def test_a_safe_day_does_not_lean_on_a_holiday_of_one_place() -> None:
    got = asked("bia.appeal", "2020-12-21")
    assert got.file_by == date(2021, 1, 19)
    assert any("Washington area only" in note for note in got.notes)
    moved = asked("bia.eoir33", "2021-01-14")  # over Martin Luther King's birthday and Inauguration Day
    assert (moved.due, moved.file_by) == (date(2021, 1, 25), date(2021, 1, 22))


def test_the_federal_courts_have_a_calendar_of_their_own() -> None:
    own = CALENDAR.at("court-of-appeals")
    assert own is not CALENDAR.at("immigration-court")
    assert own.why_closed(date(2026, 11, 26)) == "Thanksgiving Day"
    assert own.is_business(date(2021, 1, 20))


def test_a_closing_by_the_president_is_noted_and_moves_nothing() -> None:
    got = asked("bia.appeal", "2025-11-24")
    assert (got.due, got.file_by) == (date(2025, 12, 24), date(2025, 12, 24))
    assert any("the last day is Mon 29 Dec 2025" in note for note in got.notes)


def test_late_december_may_still_be_closed() -> None:
    got = asked("bia.brief", "2026-12-08", as_of="2026-11-24")
    assert got.due == date(2026, 12, 28)
    assert any("ordered only days ahead" in note for note in got.notes)


def test_an_outage_on_the_last_day_moves_the_due_date_alone() -> None:
    calendar = with_outage(**{"from": "2026-12-03", "to": "2026-12-04"})
    got = asked("ic.response", "2026-11-23", calendar)
    assert (got.raw, got.due, got.file_by) == (date(2026, 12, 3), date(2026, 12, 7), date(2026, 12, 3))
    assert "e-filing was down (EOIR operational status)" in got.explanation


@pytest.mark.parametrize(
    ("rule", "row", "more"),
    [
        ("bia.appeal", {}, {}),  # the BIA was not touched
        ("ic.response", {"courts": ["NYC"]}, {"court": "HOU"}),
        ("ic.response", {"courts": ["NYC"]}, {}),  # nobody said which court
        ("ic.judge_set", {"what": "detained-only"}, {"detained": True}),
        ("vd", {}, {}),  # leaving the country is no filing
    ],
)
def test_an_outage_moves_nothing_that_it_did_not_touch(rule: str, row: dict[str, Any], more: dict[str, Any]) -> None:
    calendar = with_outage(**({"from": "2026-11-25", "to": "2027-03-01"} | row))
    assert asked(rule, "2026-11-23", calendar, **more).due == asked(rule, "2026-11-23", **more).due


def test_outages_in_a_row_are_passed_in_turn() -> None:
    rows = [{"from": "2026-12-03", "to": "2026-12-03"}, {"from": "2026-12-04", "to": "2026-12-04"}]
    told = [{"what": "court-closed", "authority": "notice", **row} for row in rows]
    calendar = calendar_of([*CALENDARS, {"id": "more", "kind": "outages", "outages": told}])
    assert asked("ic.response", "2026-11-23", calendar).due == date(2026, 12, 7)


@given(st.dates(date(2026, 11, 1), date(2027, 1, 31)), st.integers(0, 9), st.dates(date(2026, 11, 1), date(2027, 1, 31)))
def test_no_outage_ever_moves_a_safe_day_or_brings_a_date_forward(first: date, days: int, trigger: date) -> None:
    calendar = with_outage(**{"from": first.isoformat(), "to": (first + timedelta(days=days)).isoformat()})
    with_it, without = (compute(RULES["ic.response"], trigger, one, LAW) for one in (calendar, CALENDAR))
    assert with_it.file_by == without.file_by
    assert with_it.due and without.due
    assert with_it.due >= without.due
    assert CALENDAR.is_business(with_it.due)
    assert not first <= with_it.due <= first + timedelta(days=days)
