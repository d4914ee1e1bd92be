"""A case goes to another mentor, or waits for one again: what stays with the mentor before, and what is done anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from programs import copy_of, edit, vecina
from repos import begun, committed
from vecina.book import open_book

CASE, OTHER = "c-a9xgu", "m-weaver"
PAIR = f"match --pair {CASE} {OTHER} --reason mentor-unavailable"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    repo = begun(copy_of(tmp_path))
    edit(
        repo / f"data/cases/{CASE}.yml",
        ("\ncourt:", "\nagreed_role:\n  helps_with: [strategy, drafts]\n  at_hearing: on-call\ncourt:"),
    )
    assert vecina("check", repo).output.endswith("no findings.\n"), vecina("fmt", repo).output
    committed(repo)
    return repo


def test_a_case_goes_to_another_mentor_and_every_check_is_content(root: Path) -> None:
    done = vecina(PAIR, root)
    assert done.exit_code == 0, done.output
    case = open_book(root).cases[CASE].data
    assert (case["mentor"], open_book(root).mentors[OTHER].data["latest_case"]) == (OTHER, CASE)
    assert {row["mentor"] for row in case["hours"] if row["who"] == "mentor"} == {"m-ibarra"}
    assert not {"agreed_role", "backup_mentor"} & set(case)  # the backup is mentor now
    assert case["corrections"] == [{"date": "2026-11-24", "of": "mentor", "reason": "mentor-unavailable"}]
    assert "Hours worked until now stay with m-ibarra" in done.output
    for words in ("check --base HEAD", "fmt --check"):
        assert vecina(words, root).exit_code == 0, vecina(words, root).output


def test_what_is_done_with_a_mentor_is_done_anew_with_the_next(root: Path) -> None:
    assert vecina(f"log {CASE} done conflict_check", root).exit_code == 2  # recorded, and with the mentor of now
    assert vecina(PAIR, root).exit_code == 0
    committed(root)
    assert vecina(f"log {CASE} done conflict_check 2026-11-23", root).exit_code == 2  # before the new mentor came
    assert vecina(f"log {CASE} done conflict_check", root).exit_code == 0
    assert open_book(root).cases[CASE].data["requirements"]["conflict_check"] == "2026-11-24"
    assert vecina("check --base HEAD", root).exit_code == 0
    assert vecina(f"log {CASE} done intro_video", root).exit_code == 2  # a training is had once


def test_a_case_that_waits_again_has_no_mentor_and_the_hours_stay(root: Path) -> None:
    done = vecina(f"log {CASE} status vetted", root)
    assert "m-ibarra is its mentor no longer" in done.output
    case = open_book(root).cases[CASE].data
    assert not {"mentor", "backup_mentor", "agreed_role"} & set(case)
    assert {row["mentor"] for row in case["hours"] if row["who"] == "mentor"} == {"m-ibarra"}
    assert vecina("check --base HEAD", root).exit_code == 0
    committed(root)
    assert vecina(f"match --pair {CASE} {OTHER}", root).exit_code == 0
    assert open_book(root).cases[CASE].data["status"] == "matched"
    assert vecina("check --base HEAD", root).exit_code == 0


@pytest.mark.parametrize(
    ("words", "code", "why"),
    [
        (f"--pair {CASE} {OTHER}", 2, "Say why the case gets another mentor with --reason"),
        (f"--pair {CASE} m-ibarra --reason conflict", 2, "already in the record"),
        (f"--pair {CASE} m-sat --reason conflict", 2, "Did you mean m-sato?"),
        ("--pair c-a9xg m-sato", 2, "Did you mean c-a9xgu?"),
        ("--pair c-r4kse m-sato", 2, "Only a case that is vetted"),
        (f"--pair {CASE} m-sato --reason conflict", 1, "V302"),  # no free place
        ("--pair c-v7htp m-sato --reason conflict", 2, "that has a mentor already"),
        ("--reason conflict", 2, "--reason belongs to --pair"),
        (f"--pair {CASE} {OTHER} --reason conflict --apply", 2, "--pair stands alone"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(root: Path, words: str, code: int, why: str) -> None:
    before = (root / f"data/cases/{CASE}.yml").read_bytes()
    done = vecina(f"match {words}", root)
    assert (done.exit_code, why in " ".join(done.stderr.split())) == (code, True), done.stderr
    assert (root / f"data/cases/{CASE}.yml").read_bytes() == before


def test_a_pair_that_a_check_forbids_is_not_written(root: Path) -> None:
    edit(root / f"data/mentors/{OTHER}.yml", ("status: active", "status: inactive"))
    before = (root / f"data/cases/{CASE}.yml").read_bytes()
    done = vecina(PAIR, root)
    assert (done.exit_code, "V305" in done.stderr) == (1, True), done.output
    assert (root / f"data/cases/{CASE}.yml").read_bytes() == before


def test_what_is_to_be_done_anew_stands_on_the_list_and_stops_nobody(root: Path) -> None:
    assert "Not yet: Mentoring agreement signed" not in vecina(f"due --case {CASE} --all", root).output
    assert vecina(PAIR, root).exit_code == 0
    listed = vecina(f"due --case {CASE} --all --explain", root).output
    assert "It was met on Thu 11 Jun 2026 with the mentor before, and is done anew with this one." in listed
    assert "Mon 30 Nov 2026  in 6 days     c-a9xgu  a-finch   Not yet: Mentoring agreement signed" in listed
    vetted = vecina(f"vet {CASE} --full", root).output
    assert "with the mentor before, and to be done anew with this one; it is due on Mon 30 Nov 2026" in " ".join(vetted.split())
    assert vecina("check", root).exit_code == 0  # an active case stays active
    assert vecina(f"log {CASE} done agreement_signed", root).exit_code == 0
    assert "Not yet: Mentoring agreement signed" not in vecina(f"due --case {CASE} --all", root).output
