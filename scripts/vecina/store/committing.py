"""Commits one file of the program and nothing else, as the person at the keyboard would: with her name and her hooks."""

from __future__ import annotations

import os
from pathlib import Path

from .gitting import KEPT, git, prefix_of

_OWN = (*KEPT, "GIT_AUTHOR", "GIT_COMMITTER")  # who commits and when; the rest could lead to another repository


def is_committed(root: Path, file: str) -> bool:
    """Whether Git has the file exactly as it lies on the disk. Raises NoRevision where there is no Git or no repository."""
    prefix_of(root)
    if not _is_known(root, file):
        return False
    status = git(root, "status", "--porcelain", "--", file)
    return status.returncode == 0 and not status.stdout


def is_tracked(root: Path, file: str) -> bool:
    """Whether Git keeps the file. Raises NoRevision where there is no Git or no repository."""
    prefix_of(root)
    return _is_known(root, file)


def commit_file(root: Path, file: str, message: str) -> bool:
    """Commits the file as it lies on the disk, whatever else is staged. Git says on standard error why it could not."""
    known = _is_known(root, file) or _run(root, "add", "--intent-to-add", "--", file)
    return known and _run(root, "commit", "--quiet", "--only", "--message", message, "--", file)


def _is_known(root: Path, file: str) -> bool:
    return git(root, "ls-files", "--error-unmatch", "--", file).returncode == 0


def _run(root: Path, *words: str) -> bool:
    import subprocess

    ours = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") or name.startswith(_OWN)}
    command = ["git", "-C", str(root), *words]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, check=False, env=ours | {"GIT_LITERAL_PATHSPECS": "1"})
    return done.returncode == 0
