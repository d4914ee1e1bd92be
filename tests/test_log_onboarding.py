"""`vecina log` for the onboarding: a training waived or put off by an admin, and the role that was agreed on."""

from __future__ import annotations

from pathlib import Path

import pytest

from programs import copy_of, edit, vecina
from test_log import changes, refused
from vecina.book import open_book

CASE = "c-m3wqz"
PUT_OFF = "waive intro_video 2026-11-16 --by s-holm --reason hearing-near --until 2026-12-11"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the miniature program."""
    return copy_of(tmp_path)


def test_a_training_is_put_off_or_waived_for_good(root: Path) -> None:
    row = ["+waivers:", "+  - requirement: intro_video", "+    date: 2026-11-16", "+    by: s-holm", "+    reason: hearing-near"]
    assert changes(root, PUT_OFF, CASE) == [*row, "+    until: 2026-12-11"]
    words = "waive center_of_excellence --by s-holm --reason trained-elsewhere"
    assert changes(root, words, CASE)[0] == "+  - requirement: center_of_excellence"
    assert vecina("fmt --check", root).exit_code == 0


def test_it_says_what_follows(root: Path) -> None:
    said = vecina(f"log {CASE} {PUT_OFF}", root).output
    assert said.startswith(
        "Introductory video training put off until Fri 11 Dec 2026 by s-holm on Mon 16 Nov 2026: a hearing or deadline is near."
    )
    assert "Not yet: Introductory video training: Fri 11 Dec 2026 (was Thu 19 Nov 2026)" in said


def test_the_first_meeting_waits_for_the_trainings_unless_an_admin_waived_them(root: Path) -> None:
    shown = vecina(f"log {CASE} met 2026-11-20", root)
    assert shown.exit_code == 1
    assert f"an admin waives it first: `vecina log {CASE} waive intro_video --by s-… --reason …`" in shown.stderr
    edit(
        root / f"data/cases/{CASE}.yml",
        ("  conflict_check: 2026-11-16\n", "  conflict_check: 2026-11-16\n  agreement_signed: 2026-11-16\n"),
    )
    assert vecina(f"log {CASE} {PUT_OFF}", root).exit_code == 0
    assert vecina(f"log {CASE} met 2026-11-20", root).exit_code == 1  # one of the two is still to be done
    vecina(f"log {CASE} waive center_of_excellence 2026-11-20 --by s-holm --reason experienced", root)
    assert changes(root, "met 2026-11-20", CASE) == [
        "+meetings:", "+  - date: 2026-11-20", "+    with: mentor", "+    mode: video",
    ]  # fmt: skip


def test_a_waiver_after_the_meeting_is_none(root: Path) -> None:
    for training in ("intro_video", "center_of_excellence"):
        vecina(f"log {CASE} waive {training} 2026-11-20 --by s-holm --reason other", root)
    assert vecina(f"log {CASE} met 2026-11-19", root).exit_code == 1


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("waive intro_video --by s-halm --reason other", "Only an admin waives a training: s-holm. Did you mean s-holm?"),
        ("waive intro_video --by m-ibarra --reason other", "Only an admin waives a training: s-holm."),
        ("waive intro_video --by s-holm", "Choose hearing-near, trained-elsewhere"),
        ("waive agreement_signed --by s-holm --reason other", "Choose intro_video or center_of_excellence"),
        ("waive intro_video 2026-11-25 --by s-holm --reason other", "still to come"),
        ("waive intro_video 2026-10-20 --by s-holm --reason other", "before the request"),
        ("waive intro_video --by s-holm --reason other --until 2026-11-20", "cannot be before the waiver"),
        ("role", "Say what the mentor helps with"),
        ("role --helps-with drafts,stategy", "Did you mean strategy?"),
        ("role --at-hearing observes", "Say what the mentor helps with"),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(root: Path, words: str, why: str) -> None:
    assert why in " ".join(refused(root, words, CASE).split())


def test_nothing_is_waived_twice_or_after_it_was_done(root: Path) -> None:
    vecina(f"log {CASE} {PUT_OFF}", root)
    assert "waived already" in refused(root, PUT_OFF, CASE)
    assert "nothing to waive" in refused(root, "waive intro_video --by s-holm --reason other", "c-a9xgu")


def test_without_an_admin_nobody_waives(root: Path) -> None:
    edit(root / "data/program.yml", ("roles: [admin]", "roles: [law]"))
    assert "data/program.yml names none yet" in refused(root, PUT_OFF, CASE)


def test_a_role_is_written_and_replaced(root: Path) -> None:
    first = changes(root, "role --helps-with strategy,drafts,drafts", CASE)
    assert first == ["+agreed_role:", "+  helps_with: [strategy, drafts]"]
    assert changes(root, "role --at-hearing on-call", CASE) == ["+  at_hearing: on-call"]
    again = changes(root, "role --helps-with Appeal --at-hearing absent", CASE)
    assert sorted(again) == sorted([
        "-  helps_with: [strategy, drafts]", "+  helps_with: [appeal]", "-  at_hearing: on-call", "+  at_hearing: absent",
    ])  # fmt: skip
    assert "already in the record" in refused(root, "role --helps-with appeal", CASE)
    assert vecina("fmt --check", root).exit_code == 0


def test_a_case_without_a_mentor_has_no_role(root: Path) -> None:
    assert "has no mentor now" in refused(root, "role --helps-with drafts", "c-v7htp")


def test_a_training_put_off_does_not_make_a_case_active_and_one_waived_does(root: Path) -> None:
    path = root / "data/cases/c-a9xgu.yml"
    edit(path, ("  intro_video: 2026-06-15\n", ""))
    row = "waivers:\n  - requirement: intro_video\n    date: 2026-06-22\n    by: s-holm\n    reason: experienced\n"
    edit(path, ("  eoir_28: 2026-06-17\n", f"  eoir_28: 2026-06-17\n{row}"))
    assert vecina("check", root).exit_code == 0
    edit(path, ("reason: experienced\n", "reason: experienced\n    until: 2026-12-11\n"))
    assert "V453 this status needs introductory video training" in vecina("check", root).output
    assert open_book(root).cases["c-a9xgu"].data["status"] == "active"
