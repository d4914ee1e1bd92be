"""Where a file may lie that tells of people: never among the records or in a site, and never where Git would take it."""

from __future__ import annotations

import os
from pathlib import Path

from .gitting import NoRevision, git

RECORDS = ("data", "site", "build/public", "build/status", "build/input")  # the records, and what becomes or is a site


def touches(root: Path, path: Path, folders: tuple[str, ...]) -> bool:
    """Whether a path, with its links followed, is one of these folders of the program, lies in one or lies around one."""
    real, top = Path(os.path.realpath(path)), Path(os.path.realpath(root))
    places = [top / name for name in folders]
    return any(real == place or place in real.parents or real in place.parents for place in places)


def git_would_take(path: Path) -> bool:
    """Whether the path, with its links followed, lies in a repository of Git and is not ignored there. May raise OSError."""
    real = Path(os.path.realpath(path))
    near = next(folder for folder in real.parents if folder.is_dir())
    try:
        asked = git(near, "--no-literal-pathspecs", "check-ignore", "--quiet", "--", str(real))
    except NoRevision:  # no Git on this computer
        return False
    return asked.returncode != 0 and b"not a git repository" not in asked.stderr
