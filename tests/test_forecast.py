"""The forecast of a budget, counted by hand: hours of a case a month by how far its hearing is off, times the days to come."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from vecina.book import Book
from vecina.store import Record
from vecina.views.figures import budget
from vecina.views.figures.forecast import pace

DAY = date(2026, 11, 20)
PAY = {"currency": "USD", "planning_rate": 100, "budget": [{"from": "2026-01-01", "to": "2026-12-31", "amount": 1000}]}


def record(kind: str, name: str, data: dict[str, Any]) -> Record:
    from array import array

    return Record(kind, name, f"data/{name}.yml", data, array("I", [1, 1]))


def case(name: str, hearing: str | None, *hours: tuple[str, float], since: str = "2026-09-01") -> Record:
    """An open case of m-a with its individual hearing and its hours."""
    rows = [{"date": day, "who": "mentor", "activity": "review", "hours": count} for day, count in hours]
    history = [{"status": status, "date": since} for status in ("requested", "vetted", "matched")]
    hearings = [{"type": "individual", "date": hearing, "status": "scheduled"}] if hearing else []
    data = {"status": "matched", "history": history, "requested_on": since, "mentor": "m-a", "hours": rows, "hearings": hearings}
    return record("case", name, data)


def book(*cases: Record, basis: str = "hourly", **pay: Any) -> Book:
    mentor = record("mentor", "m-a", {"pay": {"basis": basis, **pay}})
    kinds = {"case": {one.id: one for one in cases}, "mentor": {"m-a": mentor}}
    return Book(Path(), kinds | {"program": {"program": record("program", "program", {"pay": PAY})}})


def test_the_pace_is_hours_by_case_months() -> None:
    """September and October of two cases: one has no hearing and three hours, the other's is far off and one hour."""
    found = pace(book(case("c-a", None, ("2026-09-10", 2), ("2026-10-10", 1)), case("c-b", "2027-06-01", ("2026-10-01", 1))), DAY)
    assert [(row.months, row.hours) for row in found.stages] == [
        (Fraction(2), Fraction(1, 2)), (Fraction(0), None), (Fraction(0), None), (Fraction(2), Fraction(3, 2)),
    ]  # fmt: skip
    assert found.all == 1


def test_a_case_counts_for_the_days_on_which_it_had_a_mentor() -> None:
    found = pace(book(case("c-a", None, ("2026-10-20", 1), since="2026-10-17")), DAY)
    assert found.stages[3].months == Fraction(15, 31)


def test_what_is_expected_ends_with_the_hearing_or_the_budget() -> None:
    """Ten days of November and 31 of December at 1.5 hours a month; the other case until 5 December, at the average of all."""
    cases = case("c-a", None, ("2026-09-10", 2), ("2026-10-10", 1)), case("c-b", "2026-12-05", ("2026-09-02", 1))
    (row,) = budget(book(*cases), DAY).periods
    assert row.used_hours == 4
    near = Fraction(10, 30) * Fraction(1, 2) + Fraction(5, 31)  # 21 to 30 November, then four days of less than a month
    shown = budget(book(*cases), DAY).pace
    assert [stage.hours for stage in shown.stages] == [Fraction(1), Fraction(0), None, Fraction(3, 2)]
    assert shown.all == 1
    far = Fraction(3, 2) * (Fraction(10, 30) + 1)
    # from 21 November the hearing is 14 days off: a stage that no case was at, so the average of all
    near = Fraction(10, 30) + Fraction(5, 31)
    assert row.ahead == round(Decimal(float(far + near)), 2)
    assert row.expected_left == Decimal(1000) - 100 * (4 + row.ahead)


def test_hours_in_statements_and_not_yet_are_told_apart() -> None:
    (row,) = budget(book(case("c-a", None, ("2026-09-10", 2), ("2026-11-10", 1.25)), paid_through="2026-10-31"), DAY).periods
    assert (row.settled_hours, row.open_hours) == (Decimal(2), Decimal("1.25"))


def test_only_mentors_paid_by_the_hour_are_in_it() -> None:
    (row,) = budget(book(case("c-a", None, ("2026-09-10", 2)), basis="volunteer"), DAY).periods
    assert (row.used_hours, row.ahead) == (Decimal(0), None)


def test_a_budget_that_is_over_has_no_forecast() -> None:
    (row,) = budget(book(case("c-a", None, ("2026-09-10", 2))), date(2027, 1, 1)).periods
    assert (row.ahead, row.expected_hours, row.expected_left) == (None, None, None)
