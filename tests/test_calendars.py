"""Federal holidays by rule, held against a package that knows them, and business days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import holidays as others
import pytest

from outside import ROOT
from vecina.calendars import Calendar, calendar_of, falls_on, holidays
from vecina.yamlmap import read


def rules() -> dict[str, Any]:
    data: dict[str, Any] = read((ROOT / "data/calendars/federal-holidays.yml").read_bytes(), "").data
    return data


@pytest.fixture(scope="module")
def calendar() -> Calendar:
    return calendar_of([rules()])


def test_every_day_of_1990_to_2035_agrees_with_the_package() -> None:
    # The package knows the observed days of Saturday and Sunday holidays; both lists name the day itself too.
    theirs = set(others.country_holidays("US", years=range(1990, 2036)))
    ours = {day for day, _ in holidays(rules()["holidays"], range(1989, 2037)) if 1990 <= day.year <= 2035}
    assert sorted(ours ^ theirs) == INTENDED


# 31 December 2033 and the like are found by both; nothing is meant to differ.
INTENDED: list[date] = []


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("2026-11-26", "Thanksgiving Day"),
        ("2026-07-03", "Independence Day, observed"),
        ("2026-07-04", "Independence Day"),
        ("2021-06-18", "Juneteenth National Independence Day, observed"),
        ("2021-12-31", "New Year's Day, observed"),
        ("2023-01-02", "New Year's Day, observed"),
    ],
)
def test_holidays_people_ask_about(calendar: Calendar, day: str, why: str) -> None:
    assert calendar.why_closed(date.fromisoformat(day)) == why


@pytest.mark.parametrize("day", ["2020-06-19", "2021-01-20", "2025-12-24", "2025-12-26", "2026-04-16"])
def test_days_that_are_no_federal_holiday_for_a_court_in_houston(calendar: Calendar, day: str) -> None:
    assert calendar.is_business(date.fromisoformat(day))


def test_inauguration_day_counts_in_the_washington_area_only() -> None:
    days = {
        day
        for day, name in holidays(rules()["holidays"], range(2013, 2030), "washington-dc-area")
        if name.startswith("Inauguration")
    }
    assert date(2013, 1, 21) in days  # the Sunday moves to Monday
    assert date(2021, 1, 20) in days
    assert date(2029, 1, 19) not in days  # a Saturday has no day in lieu


def test_the_last_monday_of_may_and_the_leap_day() -> None:
    memorial = {"from": 1990, "month": 5, "weekday": "monday", "nth": -1}
    assert falls_on(memorial, 2026) == date(2026, 5, 25)
    assert falls_on({"from": 1990, "month": 12, "weekday": "friday", "nth": -1}, 2026) == date(2026, 12, 25)


def test_business_days_are_counted_from_the_next_day(calendar: Calendar) -> None:
    wednesday = date(2026, 11, 25)
    assert calendar.add_business(wednesday, 1) == date(2026, 11, 27)  # over Thanksgiving
    assert calendar.add_business(wednesday, 2) == date(2026, 11, 30)
    assert calendar.next_business(date(2026, 11, 28)) == date(2026, 11, 30)
    assert calendar.last_business(date(2026, 11, 29)) == date(2026, 11, 27)


def test_no_year_has_more_closed_weekdays_than_holidays(calendar: Calendar) -> None:
    for year in range(1990, 2051):
        days = [date(year, 1, 1) + timedelta(days=step) for step in range(366)]
        closed = [day for day in days if day.year == year and day.weekday() < 5 and not calendar.is_business(day)]
        assert 9 <= len(closed) <= 12
