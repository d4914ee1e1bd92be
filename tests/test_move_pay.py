"""What may change of what was paid and held, and what is left of closed months once a record was deleted."""

from __future__ import annotations

from pathlib import Path

import pytest

from programs import copy_of, vecina
from repos import begun, committed
from test_move_checks import CASE, CLOSED, GRANTED, HELD, KEPT, MENTOR, MET, PAID, PROGRAM, RATES, apply, moved


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    """The miniature program, to be committed."""
    return begun(copy_of(tmp_path))


def test_what_may_change_after_closing_and_after_a_hold(repo: Path) -> None:
    """The day of the payment, a rate from a later day on, rows of a record whose hold was lifted, a hold that is renewed."""
    apply(repo, [CLOSED, RATES, HELD, (GRANTED, "  reason: audit\n", "  reason: audit\n  ended: 2026-11-23\n")])
    committed(repo)
    later = "      amount: 80\n    - code: A\n      from: 2026-07-01\n      amount: 90\n"
    apply(repo, [(MENTOR, "paid_on: 2026-07-09", "paid_on: 2026-07-10"), (PROGRAM, "      amount: 80\n", later)])
    apply(repo, [(GRANTED, MET, ""), (GRANTED, "  ended: 2026-11-23\n", "")])
    assert moved(repo) == []


def test_a_case_that_is_new_brings_no_hours_into_paid_time(repo: Path) -> None:
    apply(repo, [PAID])
    committed(repo)
    text = (repo / CASE).read_text(encoding="utf-8").replace("c-a9xgu", "c-k7p4x")
    (repo / "data/cases/c-k7p4x.yml").write_text(text, encoding="utf-8")
    assert [line.split()[1] for line in moved(repo) if "c-k7p4x.yml" in line] == ["V802"]


def test_a_record_that_was_kept_its_time_leaves_the_closed_months_as_they_are(repo: Path) -> None:
    """Nothing is left to add up, and that is no finding; more than was closed still is one."""
    apply(repo, [CLOSED, (MENTOR, "      hours: 1\n", "      hours: 3\n")])
    assert " V612 " in vecina("check", repo).output
    apply(repo, [(PROGRAM, "\ncontacts:\n", KEPT.replace("c-c8yjf", "c-k7p4x"))])
    assert " V612 " not in vecina("check", repo).output
    apply(repo, [(MENTOR, "      hours: 3\n", "      hours: 0.5\n")])
    assert " V612 " in vecina("check", repo).output
