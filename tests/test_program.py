"""The program's numbers over time, each counted by hand from a few records, with the rules that a reader is told beside them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from cases import BOOK, DAY, MATCHED, book, case
from vecina.book import Book
from vecina.deadlines import agenda
from vecina.views.figures import counts, ends, kept, waits
from vecina.views.figures.kept import Share


def steps(*milestones: tuple[str, str | None], owner: str = "attorney") -> dict[str, Any]:
    """A plan with steps that were due and done on these days."""
    rows = [{"kind": "foia", "due": due, "owner": owner} | ({"done": done} if done else {}) for due, done in milestones]
    return {"agreed_on": "2026-06-12", "milestones": rows}


def share(records: Book, what: str, who: str = "Attorney") -> tuple[Share, Share] | None:
    """A row of what was kept: 90 days, 12 months."""
    rows = [row for row in kept(records, [], DAY).rows if (row.what, row.who) == (what, who)]
    return (rows[0].recent, rows[0].year) if rows else None


def test_the_months_of_the_miniature_program() -> None:
    """Six cases: one closed in September, two requested this month, three with a mentor now."""
    months = counts(BOOK, DAY).months
    by_month = {row.span.month: (row.opened, row.matched, row.closed, row.left) for row in months}
    assert list(by_month)[::11] == ["Dec 2025", "Nov 2026"]
    assert {name: row for name, row in by_month.items() if any(row)} == {
        "Jun 2026": (1, 1, 0, 0), "Sep 2026": (1, 1, 1, 0), "Oct 2026": (1, 0, 0, 0), "Nov 2026": (2, 1, 0, 0),
    }  # fmt: skip
    assert [row.with_mentor for row in months] == [1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3]


def test_the_last_month_ends_with_the_day_and_a_leap_day_counts() -> None:
    spans = [row.span for row in counts(book(), date(2028, 3, 5)).months]
    assert (spans[0].first, spans[-2].last, spans[-1].last) == (date(2027, 4, 1), date(2028, 2, 29), date(2028, 3, 5))


def test_a_case_that_came_back_waits_again_and_its_second_match_counts_too() -> None:
    again = ("2026-08-03 onboarding", "2026-09-07 vetted")
    waiting, matched = book(case(*MATCHED, *again)), book(case(*MATCHED, *again, "2026-10-05 matched"))
    assert [row.with_mentor for row in counts(waiting, DAY).months][-6:] == [1, 1, 1, 0, 0, 0]
    assert (counts(waiting, DAY).waiting, counts(matched, DAY).with_mentor) == (1, 1)
    assert [(row.name, row.count) for row in counts(waiting, DAY).now if row.count] == [("Vetted", 1)]
    assert sum(row.matched for row in counts(matched, DAY).months) == 2
    assert [(row.cases, row.median) for row in waits(matched, DAY).rows] == [(1, 10), (1, 10), (0, None)]
    assert waits(waiting, DAY).rows[2].median == (DAY - date(2026, 9, 7)).days
    assert [(row.what, row.why, row.recent, row.ever) for row in ends(waiting, DAY).rows] == [("Back for a new mentor", "", 1, 1)]


def test_the_waits_of_the_miniature_program() -> None:
    """Matched after 8, 4 and 17 days, one a year ago after 8; 4 and 15 days waited so far."""
    found = waits(BOOK, DAY)
    figures = [(row.cases, row.median, row.fastest, row.slowest) for row in found.rows]
    assert figures == [(3, 8, 4, 17), (4, 8, 4, 17), (2, 9.5, 4, 15)]
    assert [(row.matched, row.waiting) for row in found.bins] == [(1, 1), (1, 0), (1, 1), (0, 0), (0, 0)]


def test_a_case_that_was_declined_and_asked_for_again_waits_from_then() -> None:
    declined = ("2026-03-02 requested", "2026-03-05 declined no-mentor")
    assert waits(book(case(*declined, *MATCHED)), DAY).rows[0].slowest == 10


@pytest.mark.parametrize(
    ("due", "done", "recent", "year"),
    [
        ("2026-11-23", "2026-11-23", (1, 1), (1, 1)),  # on the day is in time
        ("2026-11-20", "2026-11-23", (0, 1), (0, 1)),  # done, but late
        ("2026-11-23", None, (0, 1), (0, 1)),
        ("2026-11-24", None, (0, 0), (0, 0)),  # due today: it can still be kept
        ("2026-11-20", "2026-12-01", (0, 1), (0, 1)),  # marked done on a day to come
        ("2026-08-25", "2026-08-20", (0, 0), (1, 1)),  # 91 days ago
        ("2025-11-30", None, (0, 0), (0, 0)),  # before the last 12 months
    ],
)
def test_a_step_is_kept_when_it_was_done_by_its_day(
    due: str, done: str | None, recent: tuple[int, int], year: tuple[int, int]
) -> None:
    found = share(book(case(plan=steps(("2026-06-12", "2026-06-12"), (due, done)))), "Steps of the plan")
    assert found == (Share(*recent), Share(year[0] + 1, year[1] + 1))


def test_steps_of_cases_that_left_or_fell_due_after_the_end_are_not_counted() -> None:
    plan = steps(("2026-09-01", None), ("2026-10-20", None))
    closed = case(*MATCHED, "2026-06-15 onboarding", "2026-06-20 active", "2026-10-01 closed decided", plan=plan)
    left = case(*MATCHED, "2026-10-30 withdrawn attorney-left", plan=plan)
    assert share(book(closed, left), "Steps of the plan") == (Share(0, 1), Share(0, 1))


def test_each_kind_of_owner_has_a_row_and_all_have_one_together() -> None:
    records = book(case(plan=steps(("2026-10-01", "2026-10-01"))), case(plan=steps(("2026-10-02", None), owner="mentor")))
    found = kept(records, agenda(records, DAY), DAY).rows
    assert [(row.who, row.year, row.late) for row in found if row.what == "Steps of the plan"] == [
        ("Attorney", Share(1, 1), 0), ("Mentor", Share(0, 1), 1), ("All", Share(1, 2), 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "answered", "counted"),
    [
        ("2026-11-06", "2026-11-10", Share(1, 1)),  # Friday to Tuesday: two business days
        ("2026-11-09", "2026-11-12", Share(1, 1)),  # Veterans Day between
        ("2026-11-09", "2026-11-13", Share(0, 1)),
        ("2026-11-19", None, Share(0, 1)),  # was due yesterday
        ("2026-11-20", None, None),  # due today
    ],
)
def test_an_answer_has_the_reply_time_in_business_days(asked: str, answered: str | None, counted: Share | None) -> None:
    message = {"asked": asked, "by": "mentor", "to": "attorney"} | ({"answered": answered} if answered else {})
    found = share(book(case(messages=[message])), "Answers")
    assert (found[0] if found else None) == counted


def test_check_ins_keep_to_the_cadence_that_the_hearing_asks_for() -> None:
    """Every 30 days, every 14 from 90 days before the hearing on; the match is the first contact."""
    days = ("2026-07-10", "2026-08-17", "2026-10-19", "2026-11-05")  # 29, 38, 63 and 17 days after the contact before
    hearing = {"type": "individual", "date": "2026-12-28", "status": "scheduled"}
    found = case(check_ins=[{"date": day, "by": "program", "how": "email"} for day in days], hearings=[hearing])
    assert share(book(found), "Check-ins", "Program") == (Share(0, 3), Share(1, 5))
    held = {
        **found,
        "hearings": [{**hearing, "date": "2026-11-10", "status": "held"}],
    }  # it was once to come; then every 30 again
    assert share(book(held), "Check-ins", "Program") == (Share(0, 1), Share(1, 4))


def test_a_check_in_missed_before_a_hearing_stays_missed_after_it() -> None:
    """Every 7 days in the last month: nobody was in touch for three weeks, though 30 days are enough since the hearing."""
    days = ["06-25", "07-09", "07-23", "08-06", "08-20", "08-27", "09-03", "09-10", "10-09", "11-05"]
    meetings = [{"date": f"2026-{day}", "with": "mentor"} for day in days]
    found = case(hearings=[{"type": "individual", "date": "2026-10-01", "status": "held"}], meetings=meetings)
    assert share(book(found), "Check-ins", "Program") == (Share(4, 5), Share(9, 10))


def test_no_check_in_is_due_once_a_case_has_no_mentor() -> None:
    ended = case(*MATCHED, "2026-06-25 withdrawn client-decision")
    assert share(book(ended), "Check-ins", "Program") is None


def test_what_is_late_now_is_what_the_list_says() -> None:
    dues = agenda(BOOK, DAY)
    late = sum(1 for due in dues if due.state == "late" and due.kind in ("milestone", "message", "check-in"))
    found = kept(BOOK, dues, DAY).rows
    alone = {row.what for row in found if row.who == "All"}
    assert sum(row.late or 0 for row in found if row.who == "All" or row.what not in alone) == late > 0


def test_a_percent_is_never_all_or_nothing_unless_it_is() -> None:
    assert [Share(*pair).percent for pair in ((199, 200), (1, 1000), (2, 3), (4, 4), (0, 3), (0, 0))] == [99, 1, 67, 100, 0, None]
