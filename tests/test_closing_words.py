"""The end of a case and after: why it came back, what people say of the mentoring, and how long its record is kept."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from programs import copy_of, vecina
from vecina.book import open_book
from vecina.facts import keep_until

PROGRAM = {"retention": {"closed_years": 7, "left_years": 2}}


def ended(status: str, day: str, **more: Any) -> dict[str, Any]:
    """A case that took this status last, on that day."""
    return {"status": status, "history": [{"status": "requested", "date": "2025-01-07"}, {"status": status, "date": day}], **more}


HOLD = {"since": "2026-11-20", "by": "s-alvarez", "reason": "audit"}


@pytest.mark.parametrize(
    ("case", "day"),
    [
        (ended("closed", "2026-10-05"), date(2033, 10, 5)),
        (ended("withdrawn", "2026-10-05"), date(2028, 10, 5)),
        (ended("declined", "2026-10-05"), date(2028, 10, 5)),
        (ended("closed", "2028-02-29"), date(2035, 3, 1)),  # never a day too early
        (ended("active", "2026-10-05"), None),
        (ended("closed", "2026-10-05", legal_hold=HOLD), None),
        (ended("withdrawn", "2024-10-05", legal_hold={**HOLD, "ended": "2027-03-01"}), date(2027, 3, 1)),
        (ended("withdrawn", "2026-10-05", legal_hold={**HOLD, "ended": "2027-03-01"}), date(2028, 10, 5)),
    ],
)
def test_a_record_is_kept_for_the_years_of_the_settings_and_while_a_hold_lasts(case: dict[str, Any], day: date | None) -> None:
    assert keep_until(case, PROGRAM) == day


def test_without_a_time_in_the_settings_a_record_is_kept() -> None:
    assert keep_until(ended("closed", "2026-10-05"), {}) is None


HELD = "c-c8yjf"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the miniature program."""
    return copy_of(tmp_path)


def record(root: Path, case: str = HELD) -> dict[str, Any]:
    return open_book(root).cases[case].data


def test_a_case_that_is_given_back_says_why(root: Path) -> None:
    words = "log c-a9xgu status withdrawn --reason attorney-left"
    assert "--returned-because: no-time, illness" in vecina(words, root).stderr
    said = vecina(f"{words} --returned-because left-firm", root)
    assert "(the attorney left the case: left the firm or the bar)" in said.output
    assert record(root, "c-a9xgu")["history"][-1] == {
        "status": "withdrawn", "date": "2026-11-24", "reason": "attorney-left", "returned_because": "left-firm",
    }  # fmt: skip
    assert vecina("fmt --check", root).exit_code == 0


def test_only_a_case_that_is_given_back_says_why(root: Path) -> None:
    words = "log c-a9xgu status withdrawn --reason client-decision --returned-because no-time"
    assert "belongs to the reasons returned and attorney-left" in vecina(words, root).stderr


def test_closing_takes_the_reason_and_the_outcome_together(root: Path) -> None:
    words = "log c-a9xgu closed --reason returned --returned-because no-time --decided-on 2026-11-20"
    assert vecina(f"{words} --relief asylum --result no-decision", root).exit_code == 2  # such a result is not on the list
    done = vecina(f"{words} --relief asylum --result withdrawn --relief withholding --result withdrawn", root)
    assert done.exit_code == 0, done.output
    closed = record(root, "c-a9xgu")
    assert (closed["history"][-1]["returned_because"], len(closed["outcome"])) == ("no-time", 2)


def test_feedback_is_marks_and_once_a_day_from_each(root: Path) -> None:
    assert "5 of 5, again" in vecina(f"log {HELD} feedback --by attorney --helpful 5 --again", root).output
    assert vecina(f"log {HELD} feedback 2026-11-20 --by mentor --helpful 2 --not-again", root).exit_code == 0
    assert record(root)["feedback"] == [
        {"date": "2026-11-20", "by": "mentor", "helpful": 2, "again": False},
        {"date": "2026-11-24", "by": "attorney", "helpful": 5, "again": True},
    ]
    assert "already in the record" in vecina(f"log {HELD} feedback --by attorney --helpful 4", root).stderr


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("c-c8yjf feedback 2025-11-24 --by mentor --helpful 4", "it comes after the match"),
        ("c-r4kse feedback --by attorney --helpful 4", "it comes after the match"),
        ("c-c8yjf feedback --by attorney --helpful 6", "whole number from 1 to 5"),
        ("c-c8yjf hold --by s-holm", "--reason"),
        ("c-c8yjf hold --by s-hom --reason audit", "Did you mean s-holm?"),
        ("c-c8yjf hold ended", "No hold lasts"),
        ("c-c8yjf hold today 2026-11-20 --by s-holm --reason audit", "Say one day"),
        ("c-c8yjf hold ended --by s-holm", "belong to the hold"),
    ],
)
def test_what_cannot_be_is_refused(root: Path, words: str, why: str) -> None:
    shown = vecina(f"log {words}", root)
    assert (shown.exit_code, why in " ".join(shown.stderr.split())) == (2, True), shown.output


def test_a_hold_keeps_the_record_until_it_is_lifted(root: Path) -> None:
    program = open_book(root).program
    assert keep_until(record(root), program) == date(2033, 9, 30)
    vecina(f"log {HELD} hold 2026-11-20 --by s-holm --reason audit", root)
    assert keep_until(record(root), program) is None
    assert "cannot end before" in vecina(f"log {HELD} hold ended 2026-11-19", root).stderr
    assert "Legal hold ended on Tue 24 Nov 2026." in vecina(f"log {HELD} hold ended", root).output
    assert record(root)["legal_hold"]["ended"] == "2026-11-24"
    assert keep_until(record(root), program) == date(2033, 9, 30)
