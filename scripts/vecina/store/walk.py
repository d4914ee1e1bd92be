"""Walks the data folder: which files are records, and what does not belong there. Opens nothing, follows nothing."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from ..finding import Finding
from .kinds import DATA, FILES, FOLDERS, NAMES, Entry
from .strays import mode_of, stray, twins


def _list(path: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(path) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return []


def walk(root: Path) -> tuple[list[Entry], list[Finding]]:
    """Every record file under `root/data`, and a finding for everything else."""
    top = root / DATA
    if not top.is_dir() or top.is_symlink():
        return [], [
            Finding(DATA, 1, 1, "V005", "there is no data folder here", "run the command where data/ lies, or give --root")
        ]
    records: list[Entry] = []
    findings: list[Finding] = []
    for number, entry in enumerate(_list(top), 1):
        mode = mode_of(entry)
        if stat.S_ISDIR(mode) and entry.name in FOLDERS:
            found, strays = _folder(Path(entry.path), entry.name)
            records += found
            findings += strays
        elif stat.S_ISREG(mode) and entry.name in FILES:
            records.append(Entry(FILES[entry.name], f"{DATA}/{entry.name}", FILES[entry.name]))
        else:
            findings.append(stray(DATA, entry.name, number, mode))
    return records, findings


def _folder(path: Path, name: str) -> tuple[list[Entry], list[Finding]]:
    kind, folder = FOLDERS[name], f"{DATA}/{name}"
    records: list[Entry] = []
    if not os.access(path, os.R_OK | os.X_OK):
        return [], [Finding(folder, 1, 1, "V006", "this computer does not let us read the folder")]
    entries = _list(path)
    doubled = twins(folder, [entry.name for entry in entries])
    findings = list(doubled.values())
    for number, entry in enumerate(entries, 1):
        mode = mode_of(entry)
        if stat.S_ISREG(mode) and entry.name.endswith(".yml") and NAMES[kind].match(entry.name[:-4]):
            records.append(Entry(kind, f"{folder}/{entry.name}", entry.name[:-4]))
        elif entry.name == ".gitkeep" and stat.S_ISREG(mode):
            continue
        elif entry.name not in doubled:  # one cause, one finding
            findings.append(stray(folder, entry.name, number, mode))
    return records, findings
