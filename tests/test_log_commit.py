"""A line about a case is committed alone, never with what nobody has looked at, and only where there is Git."""

from __future__ import annotations

from pathlib import Path

import pytest

from programs import copy_of, vecina
from repos import begun, committed, git
from test_match import edit

CASE = "c-a9xgu"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the miniature program, committed."""
    root = begun(copy_of(tmp_path))
    committed(root)
    return root


def test_a_commit_holds_this_file_alone(root: Path) -> None:
    edit(root, "cases/c-d5nbe", "status: active\n", "status: active # staged\n")
    git(root, "add", "data/cases/c-d5nbe.yml")
    shown = vecina(f"log {CASE} met 2026-11-20 --commit", root)
    assert f"Committed: {CASE}: met the mentor on 2026-11-20" in shown.output
    assert git(root, "log", "-1", "--format=%s", "--name-only").split("\n\n") == [
        f"{CASE}: met the mentor on 2026-11-20", f"data/cases/{CASE}.yml",
    ]  # fmt: skip
    assert git(root, "diff", "--cached", "--name-only") == "data/cases/c-d5nbe.yml"


def test_earlier_changes_are_not_committed_unseen(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert vecina(f"log {CASE} met 2026-11-20", root).exit_code == 0
    shown = vecina(f"log {CASE} met 2026-11-21 --commit", root)
    assert (shown.exit_code, "earlier changes" in shown.stderr) == (1, True)
    assert git(root, "log", "--format=%s") == "sample"
    monkeypatch.setattr("vecina.cli.log_write.interactive", lambda: True)
    assert "To commit it" in vecina(f"log {CASE} met 2026-11-22", root, "n\n").output
    assert "Commit this?" in vecina(f"log {CASE} met 2026-11-23", root, "y\n").output
    assert git(root, "log", "-1", "--format=%s") == f"{CASE}: met the mentor on 2026-11-23"


def test_without_git_it_is_written_and_not_committed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = copy_of(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    shown = vecina(f"log {CASE} met --commit", root)
    assert (shown.exit_code, "lies in no Git repository" in shown.output) == (0, True)
    monkeypatch.setenv("PATH", str(tmp_path))
    shown = vecina(f"log {CASE} met yesterday", root)
    assert (shown.exit_code, "Git is not installed" in shown.output) == (0, True)


def test_a_new_case_is_asked_for_and_a_git_that_refuses_is_said(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vecina.cli.log_write.interactive", lambda: True)
    git(root, "rm", "--quiet", "--cached", f"data/cases/{CASE}.yml")
    git(root, "commit", "-q", "-m", "before there was the case")
    assert f"Committed: {CASE}" in vecina(f"log {CASE} met", root, "y\n").output
    assert git(root, "status", "--porcelain") == ""
    hook = root / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    shown = vecina(f"log {CASE} met yesterday --commit", root)
    assert (shown.exit_code, "Git did not commit it; the record is written" in shown.stderr) == (1, True)
    assert "date: 2026-11-23\n    with: mentor" in (root / f"data/cases/{CASE}.yml").read_text()
