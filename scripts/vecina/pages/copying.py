"""Copies a site's sources: plain files of known kinds, and nothing else."""

from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path

ALLOWED = (".md", ".css", ".js", ".svg", ".png", ".txt")


class Refused(Exception):
    """Something lies among the site's sources that must not be published."""


def copy_tree(source: Path, target: Path) -> None:
    """Copies a folder of sources. Raises Refused for links, special files and files of other kinds."""
    for folder, names, files in os.walk(source):
        names.sort()
        for name in sorted([*names, *files]):
            path = Path(folder, name)
            mode = path.lstat().st_mode
            if stat.S_ISDIR(mode):
                continue
            if not stat.S_ISREG(mode):
                raise Refused(f"{path.relative_to(source.parent)} is not a plain file; only plain files are published")
            if path.suffix not in ALLOWED:
                raise Refused(f"{path.relative_to(source.parent)} is no page, style, script or picture; it is not published")
            to = target / path.relative_to(source)
            to.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, to)


def fresh(folder: Path) -> Path:
    """The folder, empty."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder
