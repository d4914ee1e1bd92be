"""Reports on a period: each number counted by hand from a few records."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from cases import DAY, book, case
from vecina.book import Book
from vecina.views.figures.span import Span
from vecina.views.reports import Cell, Frame, Mark, Percent, Report, funder, mentor, organization, program, retention

REQUESTED = ("2026-01-05 requested", "2026-01-08 vetted")
MATCHED = (*REQUESTED, "2026-01-15 matched")
SPAN = Span(date(2026, 1, 1), date(2026, 6, 30))


def table(report: Report, title: str) -> dict[Cell, tuple[Cell, ...]]:
    """A table of a report by the names of its rows."""
    return {row[0]: row[1:] for section in report.sections if section.title == title for row in section.rows}


def full(records: Book, span: Span = SPAN) -> Report:
    """The report for the office with all numbers."""
    return program(Frame(records, span, DAY, full=True), "", over=True)


def test_cases_at_both_ends_and_the_moves_between() -> None:
    """One was there before and was closed on the last day; one was declined, one went back, one is still to come."""
    records = book(
        case("2025-06-01 requested", "2025-06-03 vetted", "2025-06-09 matched", "2026-06-30 closed decided"),
        case(*MATCHED, "2026-03-02 vetted", "2026-03-09 matched"),
        case(*REQUESTED, "2026-01-09 declined no-mentor"),
        case(*MATCHED, "2026-02-02 withdrawn attorney-left"),
        case(*REQUESTED),
        case("2026-07-01 requested"),
    )
    found = {name: cells[0] for name, cells in table(full(records), "Cases").items()}
    assert list(found.values()) == [1, 0, 1, 4, 3, 1, 1, 1, 1, 2, 1, 1]
    assert found["Matched"] == 3  # one of them for the second time
    people = table(full(records), "People")
    assert people["People helped"] == (3,)  # the one that was closed, the one that went back, the one that was withdrawn
    assert table(full(records), "Time to match") == {
        "Cases": (2,), "Median, days": (10.0,), "Fastest, days": (10,), "Slowest, days": (10,)
    }  # fmt: skip


def test_a_case_that_was_closed_and_is_taken_up_again() -> None:
    way = ("2025-06-01 requested", "2025-06-03 vetted", "2025-06-09 matched", "2025-12-01 closed decided", "2026-02-02 active")
    found = table(full(book(case(*way))), "Cases")
    assert found["Taken up again after it was closed"] == (1,)
    assert (found["At the start, in the program"], found["At the end, with a mentor"]) == ((0,), (1,))


def test_months_add_up_to_the_period() -> None:
    rows = table(full(book(case(*MATCHED), case(*MATCHED, "2026-03-31 withdrawn other"))), "By month")
    assert rows["Jan 2026"][:4] == (2, 2, 0, 0)
    assert rows["Mar 2026"][:4] == (0, 0, 0, 1)
    months = [cells for name, cells in rows.items() if name != "All"]
    assert rows["All"][:4] == tuple(sum(int(str(cells[place])) for cells in months) for place in range(4))


def hours(day: str, worked: float, who: str = "mentor", **more: str) -> dict[str, Any]:
    return {"date": day, "who": who, "activity": "review", "hours": worked, **more}


PAY = {"planning_rate": 80, "budget": [{"from": "2026-01-01", "to": "2026-12-31", "amount": 1000}]}


def test_hours_value_and_cost() -> None:
    """Weaver is a volunteer; July is after the period."""
    rows = [hours("2026-02-01", 2.5), hours("2026-02-01", 1, mentor="m-weaver"), hours("2026-03-01", 6, "attorney")]
    report = full(book(case(*MATCHED, hours=[*rows, hours("2026-07-01", 8)]), case(*MATCHED), pay=PAY))
    assert table(report, "Hours")["All"] == (2.5, 0, 1, 3.5, 6)
    value = table(report, "Value of pro bono time")
    assert (value["Mentors’ hours for each case"], value["Attorneys’ hours for each case"]) == ((1.8,), (3,))
    assert value["Value of the attorneys’ hours (USD)"] == (Decimal(1500),)
    cost = table(report, "Planned cost and budget")
    assert cost["In the period"][:2] == (2.5, Decimal(200))
    assert list(cost.values())[1] == (2.5, Decimal(200), Decimal(1000), Decimal(800))


def test_without_a_value_of_an_hour_there_are_hours_and_no_value() -> None:
    report = full(book(case(*MATCHED), settings={"time_zone": "America/Chicago"}))
    assert list(table(report, "Value of pro bono time")) == [
        "Mentors’ hours for each case", "Attorneys’ hours for each case", "Attorneys’ pro bono hours",
    ]  # fmt: skip


def hearing(day: str, status: str, kind: str = "individual", **more: str) -> dict[str, Any]:
    return {"type": kind, "date": day, "status": status, "mode": "internet", **more}


def test_hearings_by_type_and_what_became_of_them() -> None:
    """Before the match, after the period and what is still to come today do not count."""
    rows = [
        hearing("2026-01-10", "held"), hearing("2026-02-10", "adjourned"), hearing("2026-05-10", "held"),
        hearing("2026-06-10", "scheduled", "bond"), hearing("2026-07-10", "held"),
    ]  # fmt: skip
    found = table(full(book(case(*MATCHED, hearings=rows, court="CHI"))), "Hearings")
    assert found == {"Individual hearing": (1, 1, 0, 0, 2), "Bond hearing": (0, 0, 0, 1, 1), "All": (1, 1, 0, 1, 3)}


def decided(relief: str, result: str, day: str) -> dict[str, str]:
    return {"relief": relief, "result": result, "decided_on": day}


def test_outcomes_with_what_is_pending() -> None:
    records = book(
        case(*MATCHED, outcome=[decided("asylum", "granted", "2026-05-01")]),
        case(*MATCHED, outcome=[decided("asylum", "denied", "2026-05-01"), decided("withholding", "granted", "2026-05-01")]),
        case(*MATCHED, outcome=[decided("asylum", "in-absentia", "2026-05-01")]),
        case(*MATCHED, outcome=[decided("asylum", "denied", "2026-07-01")]),  # after the period: pending at its end
        case(*MATCHED, "2026-03-02 withdrawn attorney-left"),
        case(*MATCHED, posture="withholding-only"),
        case(*MATCHED, outcome=[decided("asylum", "denied", "2026-01-02")]),  # before the match
    )
    report = full(records)
    found = table(report, "Outcomes")  # granted, denied, in absentia, pending, left undecided
    assert found["Asylum"] == (1, 1, 1, 2, 1)
    assert found["Withholding"] == (1, 0, 0, 3, 1)
    assert found["CAT protection"] == (0, 0, 0, 4, 1)
    assert [cells[0] for cells in table(report, "Cases decided").values()] == [3, 2, 1]


def test_an_order_in_absentia_counts_without_an_outcome() -> None:
    order = {"kind": "in-absentia-order", "date": "2026-05-04"}
    found = table(full(book(case(*MATCHED, orders=[order]), case(*REQUESTED, orders=[order]))), "Cases decided")
    assert found["Cases ordered removed in absentia"] == (1,)


def test_what_was_done_in_time() -> None:
    plan = {"agreed_on": "2026-01-20", "milestones": [
        {"kind": "foia", "due": "2026-02-02", "owner": "attorney", "done": "2026-02-02"},
        {"kind": "foia", "due": "2026-03-02", "owner": "mentor", "done": "2026-03-03"},
        {"kind": "foia", "due": "2026-07-02", "owner": "attorney"},
    ]}  # fmt: skip
    asked = [{"asked": "2026-02-02", "by": "mentor", "to": "attorney", "answered": "2026-02-05"}]
    found = table(full(book(case(*MATCHED, plan=plan, messages=asked))), "Done in time")
    assert found["Steps of the plan, mentor"] == (0, 1, Percent(0))
    assert found["Steps of the plan"] == (1, 2, Percent(50))
    assert found["Answers"] == (0, 1, Percent(0))


@pytest.mark.parametrize(
    ("filed", "share"),
    [("2026-05-15", (1, 1, Percent(100))), ("2026-05-18", (0, 1, Percent(0))), (None, (0, 1, Percent(0)))],
)
def test_filings_are_in_time_by_the_day_that_the_judge_set(filed: str | None, share: tuple[Cell, ...]) -> None:
    """One hearing was held. Another was adjourned: what was due for it is not counted."""
    held = hearing("2026-06-10", "held", judge_set_filing_date="2026-05-15") | ({"filed": filed} if filed else {})
    moved = hearing("2026-03-10", "adjourned", judge_set_filing_date="2026-02-15")
    records = book(case(*MATCHED, hearings=[moved, held], court="CHI"))
    assert table(full(records), "Done in time")["Filings for hearings"] == share


def test_why_cases_ended_and_came_back() -> None:
    way = case(*MATCHED, "2026-03-02 withdrawn returned")
    way["history"][-1]["returned_because"] = "illness"
    report = full(book(way, case(*MATCHED, "2026-03-02 withdrawn attorney-left"), case(*MATCHED, "2026-04-01 vetted")))
    assert table(report, "Why cases ended") == {
        "Withdrawn: Returned to the organization": (1,), "Withdrawn: The attorney left the case": (1,),
        "Back for a new mentor": (1,),
    }  # fmt: skip
    assert table(report, "Why attorneys gave cases back") == {"Illness or family": (1,), "Not recorded": (1,)}


def test_feedback_and_trainings() -> None:
    def said(by: str, helpful: int, **more: bool) -> dict[str, Any]:
        return {"date": "2026-04-01", "by": by, "helpful": helpful, **more}

    marks = [said("attorney", 5, again=True), said("attorney", 4, again=False), said("mentor", 3)]
    report = full(book(case(*MATCHED, feedback=marks, requirements={"intro_video": "2026-01-16"})))
    assert table(report, "Feedback") == {
        "Attorney": (2, 4.5, Percent(50)), "Mentor": (1, 3.0, Mark.NONE), "Organization": (0, Mark.NONE, Mark.NONE),
        "All": (3, 4.0, Percent(50)),
    }  # fmt: skip
    assert table(report, "Trainings completed")["Introductory video"] == (1,)


def test_a_funder_sees_languages_of_many_by_name_and_the_rest_together() -> None:
    records = book(*[case(*MATCHED)] * 9, *[case(*MATCHED, languages=[code]) for code in ("fr", "ht", "ht", "ru", "ru")])
    report = funder(Frame(records, SPAN, DAY), "", over=True)
    assert table(report, "Languages") == {"Spanish": (9,), "3 other languages": (5,)}
    assert not [row for section in report.sections for row in section.rows if "c-" in str(row[0])]


def test_a_median_of_few_cases_is_hidden() -> None:
    frame = Frame(book(*[case(*MATCHED)] * 4), SPAN, DAY)
    assert set(table(funder(frame, "", over=True), "Time to match").values()) == {(Mark.HIDDEN,)}


def test_an_organization_sees_its_cases_one_by_one_only_when_asked() -> None:
    own = [case(*MATCHED, organization="o-faro", hearings=[hearing("2026-12-01", "scheduled")])]
    frame = Frame(book(*own, *[case(*MATCHED)] * 6), SPAN, DAY)
    quiet, listed = (organization(frame, "o-faro", "", listed=which, over=True) for which in (False, True))
    assert table(quiet, "People")["People helped"] == (Mark.HIDDEN,)
    assert (table(quiet, "Cases one by one"), quiet.stamp) == ({}, "")
    assert table(listed, "People")["People helped"] == (1,)
    assert list(table(listed, "Cases one by one").values()) == [
        ("Matched", date(2026, 1, 5), date(2026, 12, 1), "Individual hearing")
    ]
    assert "for nobody else" in listed.stamp


def test_a_mentor_is_credited_with_own_hours_and_own_steps() -> None:
    """Another mentor stood in for an hour. The average of four marks is shown to nobody."""
    rows = [hours("2026-02-01", 2), hours("2026-02-02", 1, mentor="m-weaver")]
    marks = [{"date": "2026-04-01", "by": "attorney", "helpful": 5}] * 4
    records = book(case(*MATCHED, hours=rows, feedback=marks, mentor="m-ibarra"), case(*MATCHED, mentor="m-weaver"))
    report = mentor(Frame(records, SPAN, DAY, full=True), "m-ibarra", "", over=True)
    assert table(report, "Hours")["All"] == (2,)
    assert list(table(report, "Hours by case")) == ["c-0"]
    assert table(report, "Feedback") == {"Answers": (4,), "Average of 1 to 5": (Mark.HIDDEN,)}
    other = mentor(Frame(records, SPAN, DAY, full=True), "m-weaver", "", over=True)
    assert table(other, "Cases and contact")["Cases guided"] == (2,)


def test_which_records_may_be_deleted() -> None:
    """Closed cases are kept seven years and those that left two; a hold keeps a record for as long as it lasts."""
    hold = {"since": "2020-01-01", "by": "s-alvarez", "reason": "audit"}
    records = book(
        case(*MATCHED[:1], "2024-11-24 withdrawn other"),
        case(*MATCHED[:1], "2025-01-02 withdrawn other"),
        case("2017-01-01 requested", "2019-11-25 closed decided"),
        case("2017-01-01 requested", "2018-01-01 withdrawn other", legal_hold=hold),
        case("2017-01-01 requested", "2018-01-01 withdrawn other", legal_hold={**hold, "ended": "2027-03-01"}),
        case(*MATCHED),
    )
    report = retention(records, DAY, "")
    assert {name: cells[-1] for name, cells in table(report, "May be deleted now").items()} == {"c-0": date(2026, 11, 24)}
    assert list(table(report, "May be deleted within 90 days")) == ["c-2", "c-1"]
    assert table(report, "Under legal hold")["c-3"][1:3] == (date(2020, 1, 1), "An audit")
    assert [cells[0] for cells in table(report, "All cases").values()] == [1, 2, 1, 1, 0, 5, 1]


def test_without_settings_every_record_is_kept() -> None:
    report = retention(book(case("2010-01-01 requested", "2010-01-02 withdrawn other"), settings={"name": "x"}), DAY, "")
    assert table(report, "All cases")["Without a set time"] == (1,)
    assert any("settings name no time" in note for section in report.sections for note in section.notes)
