"""What is wrong about a change: in what it leaves behind, and in the change itself."""

from __future__ import annotations

import os
from pathlib import Path

from ..book import make
from ..checks import run
from ..finding import Finding, in_order
from ..moves import Sides, moves
from ..store.once import deleted_before
from ..store.pairing import Pair
from .common import pair_at


def of_change(root: Path, base: str) -> list[Finding]:
    """The findings about the change itself from a revision to what lies on the disk. Ends with wrong usage without it."""
    return moves(_sides(root, base, pair_at(root, base)))


def of_part(root: Path, base: str, head: str | None) -> tuple[list[Finding], int]:
    """Every finding of a revision, or of what is staged, that changed files have or that was not there before.

    Also how many files differ. Only what the change can touch is read, so that a hook is quick; CI reads everything.
    """
    pair = pair_at(root, base, head, part=True)
    sides = _sides(root, base, pair)
    files = {entry.file for entry in pair.changed}
    known = {_mark(finding) for finding in run(sides.before)}
    now = [one for one in run(sides.after) if one.file in files or _mark(one) not in known]
    return in_order([*now, *moves(sides)]), len(files)


def unpushed() -> tuple[str, str]:
    """From which revision to which is pushed: what pre-commit says in its hook, else from what the host has to here."""
    return os.environ.get("PRE_COMMIT_FROM_REF", "@{upstream}"), os.environ.get("PRE_COMMIT_TO_REF", "HEAD")


def _sides(root: Path, base: str, pair: Pair) -> Sides:
    before, after = make(pair.before), make(pair.after)
    new = [entry for entry in pair.changed if not before.knows(entry.kind, entry.id)]
    gone = deleted_before(root, base, [entry.file for entry in new]) if new else frozenset()
    return Sides(before, after, frozenset(entry.id for entry in new if entry.file in gone))


def _mark(finding: Finding) -> tuple[str, str, str]:
    """What makes a finding the same one, wherever its line has moved."""
    return finding.code, finding.file, finding.message
