"""Where an export may lie: never among the records, nor where Git would take it, nor over what is not an export of ours."""

from __future__ import annotations

import json
import os
from pathlib import Path

from ..store import RECORDS, git_would_take, touches

DEFAULTS = {"sqlite": "build/export/vecina.db", "parquet": "build/export/parquet", "jsonl": "build/export/jsonl"}
MARK = "vecina-export.json"  # by this file a folder is known as an export of ours: it lists all the others
_OURS = (b"SQLite format 3\0", b"VECN")


class CannotPlace(ValueError):
    """The export cannot lie there. Its text is a sentence for whoever asked."""


def placed(root: Path, out: Path, *, folder: bool, force: bool) -> None:
    """Raises CannotPlace unless an export may be written there: a file, or a folder with a file for each table."""
    if touches(root, out, RECORDS):
        raise CannotPlace(
            "An export never lies among the records or the pages of a site, nor around them. Choose a place under build/export."
        )
    if git_would_take(out):
        raise CannotPlace(
            "Git would take a file there into the repository, and everybody who has that would have the export. Choose a place "
            "under build/export, which Git leaves alone, or outside the repository."
        )
    if folder and not _free_folder(out):
        raise CannotPlace(
            "The folder there holds something else than an export, and a folder is never emptied. Name one that is not there yet."
        )
    if not folder and out.is_dir():
        raise CannotPlace("There is a folder of this name. Name a file, like vecina.db.")
    if not folder and os.path.lexists(out) and not force and not _is_our_file(out):
        raise CannotPlace("The file there is not an export. Choose another name, or add --force to replace it.")


def _is_our_file(path: Path) -> bool:
    """Whether it is a plain file that begins as a SQLite file of ours."""
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        head = file.read(72)
    return (head[:16], head[68:72]) == _OURS


def _free_folder(out: Path) -> bool:
    """Whether nothing is lost when a folder takes this place: nothing there, an empty folder, or an export and nothing else."""
    if not os.path.lexists(out):
        return True
    if out.is_symlink() or not out.is_dir():
        return False
    names = {path.name for path in out.iterdir()}
    if MARK not in names:
        return not names
    try:
        listed = json.loads((out / MARK).read_text(encoding="utf-8"))["files"]
        return names <= {MARK, *listed}
    except (OSError, ValueError, KeyError, TypeError):
        return False
