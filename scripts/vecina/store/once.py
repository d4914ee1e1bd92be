"""Which files a repository once held and holds no more: their ids are not free."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from .gitting import INCOMPLETE, NoRevision, git

_AT_ONCE = 500  # paths that one Git is asked for: a command line has an end


def deleted_before(root: Path, rev: str, files: Sequence[str]) -> frozenset[str]:
    """Those of the files, by their paths from root, that some commit up to a revision deleted. Raises NoRevision."""
    found: set[str] = set()
    for start in range(0, len(files), _AT_ONCE):
        part = files[start : start + _AT_ONCE]
        done = git(
            root, "log", "--diff-filter=D", "--no-renames", "--relative", "--name-only", "--format=", "-z", rev, "--", *part
        )
        if done.returncode:
            raise NoRevision(INCOMPLETE)
        found |= {name.strip("\n") for name in done.stdout.decode("utf-8", "surrogateescape").split("\0") if name.strip("\n")}
    return frozenset(found)
