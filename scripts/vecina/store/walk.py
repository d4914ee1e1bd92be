"""Walks the data folder: which files are records, and what does not belong there. Opens nothing, follows nothing."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from functools import partial
from pathlib import Path

from ..finding import Finding
from .kinds import DATA, FILES, FOLDERS, NAMES, Entry
from .strays import mode_of, stray, twins

Listing = Callable[[str], list[tuple[str, int]] | None]
"""Gives the names and modes in a folder, sorted by name; None for a folder that cannot be looked into."""


def walk(root: Path) -> tuple[list[Entry], list[Finding]]:
    """Every record file under `root/data`, and a finding for everything else."""
    top = root / DATA
    if not top.is_dir() or top.is_symlink():
        return [], [
            Finding(DATA, 1, 1, "V005", "there is no data folder here", "run the command where data/ lies, or give --root")
        ]
    return walk_in(partial(_on_disk, root))


def walk_in(listing: Listing) -> tuple[list[Entry], list[Finding]]:
    """The same for a data folder that lies wherever the listing is from: on disk, or in Git."""
    records: list[Entry] = []
    findings: list[Finding] = []
    for number, (name, mode) in enumerate(listing(DATA) or (), 1):
        if stat.S_ISDIR(mode) and name in FOLDERS:
            found, strays = _folder(listing(f"{DATA}/{name}"), name)
            records += found
            findings += strays
        elif stat.S_ISREG(mode) and name in FILES:
            records.append(Entry(FILES[name], f"{DATA}/{name}", FILES[name]))
        else:
            findings.append(stray(DATA, name, number, mode))
    return records, findings


def _on_disk(root: Path, folder: str) -> list[tuple[str, int]] | None:
    path = root / folder
    if not os.access(path, os.R_OK | os.X_OK):
        return None
    return [(entry.name, mode_of(entry)) for entry in _list(path)]


def _list(path: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(path) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return []


def _folder(listed: list[tuple[str, int]] | None, name: str) -> tuple[list[Entry], list[Finding]]:
    kind, folder = FOLDERS[name], f"{DATA}/{name}"
    records: list[Entry] = []
    if listed is None:
        return [], [Finding(folder, 1, 1, "V006", "this computer does not let us read the folder")]
    doubled = twins(folder, [name for name, _ in listed])
    findings = list(doubled.values())
    for number, (name, mode) in enumerate(listed, 1):
        if stat.S_ISREG(mode) and name.endswith(".yml") and NAMES[kind].match(name[:-4]):
            records.append(Entry(kind, f"{folder}/{name}", name[:-4]))
        elif name == ".gitkeep" and stat.S_ISREG(mode):
            continue
        elif name not in doubled:  # one cause, one finding
            findings.append(stray(folder, name, number, mode))
    return records, findings
