"""The asylum clock: what counts, what stops it, and the days of the work permit."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, strategies as st

from law import LAW, law
from vecina.deadlines import Clock, asylum_clock

OWN = law("ead.apply", "ead.eligible", "asy.180_adjudication")
FILED = date(2026, 6, 1)


def clock(*stops: dict[str, str], today: date = LAW, **case: Any) -> Clock:
    whole = {
        "posture": "individual-hearing",
        "detained": False,
        "i589_filed": FILED.isoformat(),
        "asylum_clock": {"stops": list(stops)},
        **case,
    }
    got = asylum_clock(whole, OWN, today)
    assert got is not None
    return got


def stop(first: str, last: str = "", reason: str = "continuance-to-prepare") -> dict[str, str]:
    return {"from": first, "reason": reason} | ({"to": last} if last else {})


def days(got: Clock) -> tuple[date | None, date | None]:
    """The first business days from day 150 and from day 180."""
    return got.reached["ead.apply"].due, got.reached["ead.eligible"].due


def test_without_a_stop_the_days_run_from_receipt() -> None:
    got = clock()
    assert (got.days, got.running) == (176, True)
    assert days(got) == (date(2026, 10, 29), date(2026, 11, 30))  # day 180 is a Saturday
    assert got.reached["ead.apply"].explanation.startswith("150 days after Mon 1 Jun 2026 (I-589 received) is Thu")


def test_a_stop_that_ended_moves_the_days_by_its_length() -> None:
    got = clock(stop("2026-08-03", "2026-08-17"))
    assert got.days == 162
    assert days(got) == (date(2026, 11, 12), date(2026, 12, 14))
    assert [(row.running, row.days) for row in got.intervals] == [(True, 63), (False, 14), (True, 99)]
    assert (
        "would be Thu 29 Oct 2026; the clock stood still for 14 days (Mon 3 Aug 2026 to Mon 17 Aug 2026, continuance to prepare "
        "the case), so the day is Thu 12 Nov 2026." in got.reached["ead.apply"].explanation
    )


def test_while_it_stands_still_there_is_no_date() -> None:
    got = clock(stop("2026-08-03"))
    assert (got.days, got.running, got.for_good) == (63, False, False)
    assert days(got) == (None, None)
    assert "stood still since Mon 3 Aug 2026 at day 63 of 150" in got.reached["ead.apply"].explanation


def test_a_day_that_was_reached_before_the_stop_stays_reached() -> None:
    assert days(clock(stop("2026-11-10"))) == (date(2026, 10, 29), None)


def test_a_decision_on_asylum_ends_it() -> None:
    outcome = [{"relief": "asylum", "result": "denied", "decided_on": "2026-07-01"}]
    got = clock(outcome=outcome)
    assert (got.days, got.for_good) == (30, True)
    assert "does not start again" in got.reached["ead.apply"].explanation


def test_an_order_in_absentia_ends_it_under_its_own_name() -> None:
    got = clock(outcome=[{"relief": "asylum", "result": "in-absentia", "decided_on": "2026-07-01"}])
    assert "ordered removed in absentia" in got.reached["ead.apply"].explanation
    ordered = clock(orders=[{"kind": "in-absentia-order", "date": "2026-07-01"}])
    assert (ordered.days, ordered.for_good) == (30, True)


@pytest.mark.parametrize("result", ["terminated", "dismissed"])
def test_when_the_proceedings_end_so_does_the_clock(result: str) -> None:
    got = clock(outcome=[{"relief": "asylum", "result": result, "decided_on": "2026-07-01"}])
    assert (got.days, got.for_good) == (30, True)
    assert "proceedings were terminated or dismissed" in got.reached["ead.apply"].explanation


def test_a_decision_of_the_time_before_this_application_does_not_touch_it() -> None:
    assert clock(outcome=[{"relief": "asylum", "result": "denied", "decided_on": "2024-07-01"}]).running


def test_a_second_decision_ends_what_ran_again_after_a_remand() -> None:
    twice = [{"relief": "asylum", "result": "denied", "decided_on": day} for day in ("2026-07-01", "2026-10-01")]
    got = clock(stop("2026-07-01", "2026-09-24", "decided"), outcome=twice, posture="bia-appeal")
    assert (got.days, got.for_good) == (37, True)


def test_after_a_remand_it_stands_still_and_can_be_started_again() -> None:
    outcome = [{"relief": "asylum", "result": "denied", "decided_on": "2026-07-01"}]
    got = clock(outcome=outcome, posture="remand")
    assert (got.running, got.for_good) == (False, False)
    assert "joint notice" in got.reached["ead.apply"].explanation
    again = clock(stop("2026-07-01", "2026-09-24", "decided"), outcome=outcome, posture="remand")
    assert (again.running, again.days) == (True, 91)


@pytest.mark.parametrize("case", [{"posture": "withholding-only"}, {"posture": "bia-appeal", "proceedings": "withholding-only"}])
def test_where_asylum_cannot_be_had_there_is_no_clock(case: dict[str, str]) -> None:
    assert asylum_clock({"detained": False, "i589_filed": "2026-06-01", **case}, OWN, LAW) is None


def test_a_proposal_is_not_told_of_a_clock_that_stands_still() -> None:
    assert not any(note.startswith("Proposed") for note in clock(stop("2026-08-03")).reached["ead.apply"].notes)


def test_stops_that_overlap_count_once_and_their_order_does_not_matter() -> None:
    rows = [stop("2026-08-10", "2026-08-24"), stop("2026-08-03", "2026-08-17")]
    assert days(clock(*rows)) == days(clock(*reversed(rows))) == days(clock(stop("2026-08-03", "2026-08-24")))


def test_a_stop_still_to_come_is_not_known_yet() -> None:
    assert days(clock(stop("2026-12-01"))) == days(clock())
    assert not clock(stop("2026-11-02", "2027-01-04")).running


def test_a_case_that_uscis_referred_starts_with_uscis() -> None:
    got = clock(asylum_clock={"started_on": "2026-02-10"})
    assert got.started == date(2026, 2, 10)


@pytest.mark.parametrize("case", [{}, {"i589_filed": "2026-12-01"}])
def test_before_the_filing_there_is_no_clock(case: dict[str, Any]) -> None:
    assert asylum_clock({"posture": "master-calendar", "detained": False, **case}, OWN, LAW) is None


spans = st.lists(st.tuples(st.integers(1, 300), st.integers(1, 40)), max_size=4)


@given(spans, st.integers(0, 400))
def test_days_that_count_and_days_that_do_not_make_up_the_time(found: list[tuple[int, int]], later: int) -> None:
    today = FILED + timedelta(days=later)
    rows = [
        stop((FILED + timedelta(days=at)).isoformat(), (FILED + timedelta(days=at + length)).isoformat()) for at, length in found
    ]
    got = clock(*rows, today=today)
    assert sum(row.days for row in got.intervals) == later
    assert got.days == sum(row.days for row in got.intervals if row.running)
    reached = got.reached["ead.apply"].raw
    if reached is not None and reached <= today:
        assert got.days >= 150
    if got.days >= 150:
        assert reached is not None
        assert reached <= today


def test_a_stop_that_contradicts_itself_gives_no_date() -> None:
    assert days(clock(stop("2026-08-10", "2026-08-01"))) == (None, None)


def test_a_decision_closes_a_stop_that_was_open() -> None:
    got = clock(stop("2026-08-03"), outcome=[{"relief": "asylum", "result": "denied", "decided_on": "2026-09-01"}])
    assert (got.days, got.for_good) == (63, True)


def test_beyond_the_calendar_there_is_no_date() -> None:
    got = clock(stop("2049-12-20", "2050-02-20"), i589_filed="2049-12-01", today=date(2050, 12, 1))
    assert got.reached["ead.apply"].due is None
