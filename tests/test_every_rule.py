"""What holds for every deadline rule on every day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings, strategies as st

from law import CALENDAR, LAW, QUIET, rules
from vecina.deadlines import Computed, compute
from vecina.rules import Rule

RULES = rules()
COUNTED = {name: rule for name, rule in RULES.items() if any("count" in value for value in rule["values"])}
days = st.dates(date(1998, 1, 1), date(2048, 12, 31))


def on(rule: Rule, day: date, *, detained: bool = False) -> Computed:
    return compute(rule, day, CALENDAR, LAW, detained=detained)


@pytest.mark.parametrize("name", sorted(COUNTED))
@given(day=days)
@settings(max_examples=60)
def test_dates_are_business_days_in_their_order(name: str, day: date) -> None:
    got, here = on(RULES[name], day), CALENDAR.at(RULES[name]["applies"]["forum"])
    if got.due is None or got.raw is None or got.file_by is None:
        return
    assert got.raw <= got.due
    assert got.file_by <= got.due
    assert here.is_business(got.due)
    assert here.is_business(got.file_by)
    assert list(got.rolled) == [got.raw + timedelta(days=step) for step in range((got.due - got.raw).days)]
    assert not any(here.is_business(rolled) for rolled in compute(RULES[name], day, QUIET, LAW).rolled)
    if RULES[name].get("nature") != "earliest":
        assert got.file_by <= got.raw


@pytest.mark.parametrize("name", sorted(COUNTED))
@given(day=days)
@settings(max_examples=60)
def test_a_day_later_never_gives_an_earlier_date(name: str, day: date) -> None:
    first, second = on(RULES[name], day), on(RULES[name], day + timedelta(days=1))
    for before, after in ((first.raw, second.raw), (first.due, second.due)):
        assert before is None or after is None or before <= after


@pytest.mark.parametrize("name", sorted(RULES))
@given(day=days)
@settings(max_examples=20)
def test_every_answer_explains_itself(name: str, day: date) -> None:
    for detained in (False, True):
        got = on(RULES[name], day, detained=detained)
        assert got.explanation.endswith(".")
        assert got.authority
        assert got.url.startswith("http")
        assert got.notes[-1].startswith("Verified on")
        if got.due is None:
            assert got.status in ("needs-order", "open-task")
            assert "court" in got.explanation or "open task" in got.explanation


@pytest.mark.parametrize("name", sorted(name for name, rule in RULES.items() if rule["applies"].get("detained") is False))
def test_a_detained_case_gets_no_default(name: str) -> None:
    got = on(RULES[name], date(2026, 12, 28), detained=True)
    assert (got.due, got.file_by, got.status) == (None, None, "needs-order")


@pytest.mark.parametrize("name", sorted(RULES))
def test_every_value_says_what_kind_of_text_it_rests_on(name: str) -> None:
    assert all("basis" in value for value in RULES[name]["values"])
    assert "nature" in RULES[name]


def test_a_higher_text_goes_before_a_later_one() -> None:
    rule = RULES["ic.response"]
    manual = rule["values"][0]
    statute = {**manual, "basis": "statute", "from": "2020-01-01", "count": 21}
    newer_manual = {**manual, "from": "2024-01-01", "count": 5}
    both = {**rule, "values": [manual, statute, newer_manual]}
    assert on(both, date(2026, 11, 23)).raw == date(2026, 12, 14)
    assert compute(both, date(2019, 6, 3), CALENDAR, date(2019, 6, 3)).raw == date(2019, 6, 13)


@pytest.mark.parametrize(
    ("status", "argued", "file_by"),
    [
        ("disputed", False, "2026-11-27"),
        ("vacated", True, "2026-11-27"),
        ("vacated", False, "2026-12-03"),
        ("proposed", False, "2026-12-03"),
        ("unknown", False, "2026-12-03"),
    ],
)
def test_what_is_no_law_never_sets_the_due_date(status: str, argued: bool, file_by: str) -> None:
    rule = RULES["ic.response"]
    other = {**rule["values"][0], "from": "2026-01-01", "status": status, "still_argued": argued, "count": 5}
    got = on({**rule, "values": [*rule["values"], other]}, date(2026, 11, 23))
    assert (got.due, got.file_by) == (date(2026, 12, 3), date.fromisoformat(file_by))


def test_a_proposal_is_told_as_such() -> None:
    notes = on(RULES["ead.apply"], date(2026, 6, 1)).notes
    assert any(note.startswith("Proposed and not law: 365 days (91 FR 8616)") for note in notes)


def test_a_first_day_is_never_pulled_forward() -> None:
    got = on(RULES["ead.eligible"], date(2026, 6, 1))
    assert (got.raw, got.due, got.file_by) == (date(2026, 11, 28), date(2026, 11, 30), date(2026, 11, 30))
    assert "Not before Sat 28 Nov." in got.explanation


def test_a_date_that_only_a_disputed_reading_gives_is_a_safe_day() -> None:
    got = on(RULES["asy.refile"], date(2026, 11, 24))
    assert (got.due, got.file_by) == (None, date(2026, 12, 24))
    assert "To be safe file by Thu 24 Dec 2026" in got.explanation


@pytest.mark.parametrize(
    ("rule", "day", "said"),
    [
        (
            "ic.ich_filing", "2027-02-15",
            "30 days before the individual hearing of Mon 15 Feb 2027 is Sat 16 Jan 2027, a Saturday; Mon 18 Jan is a holiday "
            "(Birthday of Martin Luther King, Jr.); the next business day is Tue 19 Jan. File by Fri 15 Jan.",
        ),
        (
            "bia.eoir33", "2026-11-20",
            "5 business days after Fri 20 Nov 2026 (change of address or phone) is Mon 30 Nov 2026; "
            "Thu 26 Nov, Thanksgiving Day, is not counted.",
        ),
        (
            "asy.one_year", "1996-12-01",
            "An event of Sun 1 Dec 1996 counts as one of Tue 1 Apr 1997. 1 year after Tue 1 Apr 1997 (last arrival in the United "
            "States) is Wed 1 Apr 1998. File by Tue 31 Mar. The safe day keeps to a reading that is disputed and ends on "
            "Tue 31 Mar: Count used by the BIA before Minasyan v. Mukasey, 553 F.3d 1224 (9th Cir. 2009).",
        ),
        (
            "mtr.reconsider", "2026-06-03",
            "30 days after Wed 3 Jun 2026 (final administrative order) is Fri 3 Jul 2026, Independence Day, observed; "
            "the next business day is Mon 6 Jul. File by Thu 2 Jul.",
        ),
        (
            "ic.judge_set", "2008-06-21",
            "The date set is Sat 21 Jun 2008, a Saturday; the next business day is Mon 23 Jun. File by Fri 20 Jun.",
        ),
    ],
)  # fmt: skip
def test_the_sentence_names_weekdays_and_why_a_day_was_skipped(rule: str, day: str, said: str) -> None:
    assert on(RULES[rule], date.fromisoformat(day)).explanation == said
