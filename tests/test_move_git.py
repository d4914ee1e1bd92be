"""Move checks on what Git has: what is staged, what is pushed, and two changes that meet."""

from __future__ import annotations

from pathlib import Path
from subprocess import CalledProcessError

import pytest

from programs import vecina
from repos import committed, git
from test_move_checks import CASE, MENTOR, apply, moved, repo

__all__ = ["repo"]  # the fixture


def test_what_is_staged_is_checked_and_not_what_lies_there(repo: Path) -> None:
    committed(repo)
    text = (repo / CASE).read_text(encoding="utf-8")
    (repo / CASE).write_text(text.replace("detained: false", "detained: secret"), encoding="utf-8")
    git(repo, "add", CASE)
    (repo / CASE).write_text(text, encoding="utf-8")
    done = vecina("check --staged", repo)
    assert done.exit_code == 1
    assert f"{CASE}:21:11 V101 " in done.output
    assert "secret" not in done.output
    git(repo, "add", CASE)
    assert vecina("check --staged", repo).output == "no records, no findings.\n"


def test_what_is_pushed_is_checked_against_what_the_host_has(repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In pre-commit's hook the two revisions are named by it."""
    first = committed(repo)
    apply(repo, [(CASE, "detained: false", "detained: maybe")])
    second = committed(repo)
    apply(repo, [(CASE, "detained: maybe", "detained: false")])
    assert vecina("check --pushed", repo).exit_code == 2
    monkeypatch.setenv("PRE_COMMIT_FROM_REF", first)
    monkeypatch.setenv("PRE_COMMIT_TO_REF", second)
    assert f"{CASE}:21:11 V101 " in vecina("check --pushed", repo).output


def test_a_last_place_taken_twice_is_found_in_what_is_staged(repo: Path) -> None:
    """The finding stands in the mentor's record, which the change does not touch."""
    apply(repo, [(MENTOR, "cases: 3", "cases: 2")])
    committed(repo)
    apply(repo, [("data/cases/c-v7htp.yml", "attorney: ", "mentor: m-ibarra\nattorney: ")])
    apply(repo, [("data/cases/c-v7htp.yml", "status: vetted\nhistory", "status: matched\nhistory")])
    git(repo, "add", "--all")
    assert " V302 " in vecina("check --staged", repo).output


def test_a_base_that_is_not_there_is_wrong_usage(repo: Path) -> None:
    committed(repo)
    done = vecina("check --base nowhere", repo)
    assert done.exit_code == 2
    assert "nowhere" not in done.output


def test_two_changes_that_take_a_last_place_collide_in_git(repo: Path) -> None:
    """Each is right by itself, and where no queue looks at both together, Git lets only one of them in."""
    apply(repo, [(MENTOR, "cases: 3", "cases: 3"), (MENTOR, "\npay:\n", "\nlatest_case: c-m3wqz\npay:\n")])
    waiting = "data/cases/c-v7htp.yml"
    second = (repo / waiting).read_text(encoding="utf-8").replace("c-v7htp", "c-k7p4x")
    (repo / "data/cases/c-k7p4x.yml").write_text(second, encoding="utf-8")
    committed(repo)
    for name in ("c-v7htp", "c-k7p4x"):
        git(repo, "switch", "-q", "-c", name, "main")
        apply(repo, [(f"data/cases/{name}.yml", "status: vetted\nhistory", "status: matched\nhistory"),
                     (f"data/cases/{name}.yml", "attorney: ", "mentor: m-ibarra\nattorney: "),
                     (MENTOR, "latest_case: c-m3wqz", f"latest_case: {name}")])  # fmt: skip
        assert [line for line in moved(repo) if " V82" in line] == []
        committed(repo)
    with pytest.raises(CalledProcessError):
        git(repo, "merge", "-q", "c-v7htp")
    assert git(repo, "diff", "--name-only", "--diff-filter=U") == MENTOR
