"""Outcomes, people served, hours and money, each counted by hand from a few records."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from cases import DAY, book, case
from vecina.views.figures import budget, hours, outcomes, served


def test_outcomes_count_forms_of_relief_since_the_match() -> None:
    def decided(relief: str, result: str, day: str = "2026-10-01", **more: str) -> dict[str, str]:
        return {"relief": relief, "result": result, "decided_on": day, **more}

    records = book(
        case(outcome=[decided("asylum", "denied", appealed="respondent"), decided("withholding", "granted")]),
        case(outcome=[decided("cat", "denied", "2026-06-10"), decided("asylum", "terminated")]),  # the first: before the match
        case(outcome=[decided("asylum", "granted", "2026-06-11")]),
        case("2026-06-01 requested", outcome=[decided("asylum", "denied")]),  # has never had a mentor
        case(posture="withholding-only"),
    )
    found = outcomes(records, DAY)
    assert found.results == ("Granted", "Denied", "Ordered removed in absentia", "Proceedings terminated")
    assert [(row.relief.split()[0], row.counts, row.not_final, row.pending) for row in found.rows] == [
        ("Asylum", (1, 1, 0, 1), 1, 0), ("Withholding", (1, 0, 0, 0), 0, 1), ("Protection", (0, 0, 0, 0), 0, 2),
    ]  # fmt: skip
    assert (found.decided, found.protected, found.before) == (3, 2, 1)


def test_people_are_shown_without_the_small_numbers() -> None:
    """Two detained, three in Mexico: together five. Twelve speak Spanish; eleven languages have one or two people each."""
    rare = [case(languages=[name]) for name in ("fr", "pt", "ht", "ar", "am", "ti", "om", "so", "sw", "rw")]
    away = [case(client={"place": "mexico"})] * 3 + [case(detained=True, client={"place": "detention-facility"})] * 2
    found = served(book(*rare, *[case(languages=["ru", "es"])] * 2, *away, *[case()] * 7), DAY)
    places, languages = ({row.name: row.count for row in group.rows} for group in found.groups)
    assert (found.total, languages) == (24, {"Spanish": 12, "11 other languages": 12})
    assert [places.pop(name) for name in ("Not detained, in a US state", "Not detained, elsewhere")] == [19, 0]
    assert places == {"Detained": None, "Not detained": None, "Not detained, in Mexico": None}


def test_who_is_detained_is_shown_where_nobody_can_be_told_from_it() -> None:
    places = served(book(*[case(detained=True)] * 6, *[case()] * 20), DAY).groups[0].rows
    assert [(row.name, row.count) for row in places[:2]] == [("Detained", 6), ("Not detained", 20)]


def test_a_table_of_people_that_would_need_to_hide_its_total_is_left_out() -> None:
    found = served(book(*[case(languages=[name]) for name in ("es", "fr", "pt", "ht", "ar", "am")]), DAY)
    assert [bool(group.rows) for group in found.groups] == [True, False]  # six languages with one person each
    assert served(book(case(), case()), DAY).total is None


def test_served_is_who_had_a_mentor_on_one_of_the_days() -> None:
    before = case("2025-09-01 requested", "2025-09-02 matched", "2025-11-30 withdrawn other")
    on_the_first = case("2025-09-01 requested", "2025-09-02 matched", "2025-12-01 withdrawn other")
    assert served(book(before, on_the_first, *[case()] * 5, case("2026-06-01 requested")), DAY).total == 6


def time(day: str, worked: float, who: str = "mentor", **more: str) -> dict[str, Any]:
    return {"date": day, "who": who, "activity": "review", "hours": worked, **more}


def test_hours_stand_under_how_the_mentor_is_paid() -> None:
    """The volunteer Weaver stood in once."""
    rows = [
        time("2026-11-02", 1.25),
        time("2026-11-03", 2, mentor="m-weaver"),
        time("2026-11-04", 3, "attorney"),
        time("2026-12-01", 9),
    ]
    found = hours(book(case(hours=rows), case()), DAY)
    last = found.months[-1]
    assert (last.hourly, last.flat, last.volunteer, last.mentor, last.attorney) == (1.25, 0, 2, 3.25, 3)
    assert [(row.name, row.mentor, row.attorney) for row in found.activities] == [("Review of drafts", 3.25, 3)]
    assert found.per_case == (1.6, 1.5)


BUDGET = [
    {"from": "2026-07-01", "to": "2026-12-31", "amount": 9600},
    {"from": "2026-01-01", "to": "2026-06-15", "amount": 1000, "hours": 11},
    {"from": "2026-12-31", "to": "2026-01-01", "amount": 1},  # a finding; it counts nowhere
]


def test_a_budget_is_used_by_hours_that_are_paid_by_the_hour() -> None:
    """The 50 hours of a volunteer cost nothing, and December is to come. By today 147 of 184 days are over."""
    rows = [time("2026-07-02", 10.25), time("2026-10-02", 40), time("2026-07-03", 50, mentor="m-weaver"), time("2026-12-01", 9)]
    first, second = budget(book(case(hours=rows), pay={"planning_rate": 80.5, "budget": BUDGET}), DAY).periods
    assert [first.used_hours, first.cost, first.used, first.over] == [0, 0, 0, 100]
    assert [second.used_hours, second.cost, second.left] == [Decimal("50.25"), Decimal("4045.125"), Decimal("5554.875")]
    assert [second.hours, second.used, second.over] == [Decimal("119.25"), 42, 80]


def test_a_month_has_its_part_of_the_budget() -> None:
    """Eleven hours for five months and a half: two for each, one for the half."""
    found = {row.span.month: row.share for row in budget(book(pay={"planning_rate": 80, "budget": BUDGET}), DAY).months}
    assert (found["Dec 2025"], found["Jan 2026"], found["Jun 2026"], found["Jul 2026"]) == (None, 2, 1, 20)


def test_without_a_planning_rate_there_are_hours_and_no_cost() -> None:
    found = budget(book(case(hours=[time("2026-07-02", 6)]), pay={"budget": BUDGET}), DAY)
    assert [(row.cost, row.left, row.used) for row in found.periods] == [(None, None, 0), (None, None, None)]
    assert {row.cost for row in found.months} == {None}
    assert "no cost is shown" in " ".join(found.definition)
