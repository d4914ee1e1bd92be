"""The history of one case of the miniature program, for tests: somebody changes it, and what is said of it."""

from __future__ import annotations

from pathlib import Path

from programs import copy_of
from repos import begun, committed
from test_match import edit
from vecina.changes import History, histories

CASE, NAME = "cases/c-m3wqz", "c-m3wqz"
MOVED = "Master calendar hearing moved from Tue 9 Feb 2027 to Tue 16 Feb 2027"
COURT = "Immigration court: HOU, was NYC"


def program(tmp_path: Path) -> Path:
    """The miniature program, committed."""
    root = begun(copy_of(tmp_path))
    committed(root)
    return root


def changed(root: Path, old: str, new: str, who: str = "Ada Admin", day: str = "2026-11-20T23:30:00-06:00") -> str:
    """Somebody changes some text in the case and commits it on a day; the commit's id. In London it is the day after."""
    edit(root, CASE, old, new)
    return committed(root, "2026-11-24T12:00:00+00:00", "--author", f"{who} <sample@example.org>", "--date", day)


def moved_program(tmp_path: Path) -> Path:
    """The miniature program, after somebody moved the hearing of a case."""
    root = program(tmp_path)
    changed(root, "2027-02-09", "2027-02-16")
    return root


def of(root: Path, name: str = NAME, newest: int = 12) -> History:
    """The case's history."""
    return histories(root, [name], newest)[name]


def said(root: Path, name: str = NAME) -> list[str]:
    """All that is said of the case, the newest first."""
    return [sentence for entry in of(root, name).entries for sentence in entry.sentences]
