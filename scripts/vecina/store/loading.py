"""Loads every record once: what has its shape, what is broken, and why. Never raises for what a person typed."""

from __future__ import annotations

import marshal
import multiprocessing
import os
from array import array
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..finding import Finding, in_order
from ..schema import shape_findings
from ..yamlmap import MAX_BYTES, Reading, read
from .files import read_plain
from .kinds import DATA, Entry
from .missing import missing
from .record import Record
from .walk import walk

ALONE = 600  # up to so many files one process is faster than starting more


@dataclass(frozen=True, slots=True)
class Loaded:
    """Everything under one root: the good records, the broken ones and what could be read of them, and the findings so far."""

    root: Path
    records: list[Record]
    broken: list[Entry]
    findings: list[Finding]
    partial: list[Record] = field(default_factory=list)


def load(root: Path) -> Loaded:
    """Loads the data folder under root."""
    entries, strays = walk(root)
    workers = min(_processors(), 4)
    if len(entries) <= ALONE or workers < 2 or "fork" not in multiprocessing.get_all_start_methods():
        parts = [_part(root, entries)]
    else:
        size = -(-len(entries) // (workers * 4))
        chunks = [entries[start : start + size] for start in range(0, len(entries), size)]
        with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("fork")) as pool:
            parts = list(pool.map(_part, [root] * len(chunks), chunks))
    records: list[Record] = []
    broken: list[Entry] = []
    partial: list[Record] = []
    findings = [*strays, *(missing(entries) if (root / DATA).is_dir() else ())]
    done = iter(entries)
    for packed, found in parts:
        findings += found
        for good, data, places in marshal.loads(packed):
            entry = next(done)
            if not good:
                broken.append(entry)
            if data is not None:
                record = Record(entry.kind, entry.id, entry.file, data, array("I", places))
                (records if good else partial).append(record)
    return Loaded(root, records, broken, in_order(findings), partial)


def read_entry(root: Path, entry: Entry) -> tuple[Reading, list[Finding]]:
    """One file's reading and everything that is wrong with it alone."""
    try:
        path = root / entry.file
        if path.lstat().st_size > MAX_BYTES:
            return Reading(), [Finding(entry.file, 1, 1, "V021", "a record holds at most 256 kB")]
        raw = read_plain(path)
    except OSError:
        return Reading(), [Finding(entry.file, 1, 1, "V006", "this computer does not let us read the file")]
    return judge(raw, entry)


def judge(raw: bytes, entry: Entry) -> tuple[Reading, list[Finding]]:
    """A record's reading and everything that is wrong with it alone, from its bytes."""
    reading = read(raw, entry.file)
    taken = {(finding.line, finding.column) for finding in reading.findings}
    found = shape_findings(entry.kind, reading, entry.file)
    shape = [finding for finding in found if (finding.line, finding.column) not in taken]
    return reading, [*reading.findings, *shape]


def _part(root: Path, entries: Sequence[Entry]) -> tuple[bytes, list[Finding]]:
    """Loads some entries; the data comes back as bytes, which cross to another process fastest."""
    rows: list[tuple[bool, Any, bytes]] = []
    findings: list[Finding] = []
    for entry in entries:
        reading, found = read_entry(root, entry)
        findings += found
        rows.append((not found, reading.data, reading.places.tobytes()))
    return marshal.dumps(rows), findings


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
