"""Loads every record once: what has its shape, what is broken, and why. Never raises for what a person typed."""

from __future__ import annotations

import gc
import marshal
import os
from array import array
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import repeat
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

ALONE = 300  # up to so many files starting more processes gains nothing worth its memory
CHUNK = 100  # files that a worker loads at a time: few, so that it holds little and none is left waiting for the last


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
    records: list[Record] = []
    broken: list[Entry] = []
    partial: list[Record] = []
    findings = [*strays, *(missing(entries) if (root / DATA).is_dir() else ())]
    done = iter(entries)
    with _unswept():
        for packed, found in _parts(root, entries):
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


def _parts(root: Path, entries: list[Entry]) -> Iterator[tuple[bytes, list[Finding]]]:
    """The entries loaded, part by part in order: by workers when there are many, each part as soon as it is there."""
    workers = min(_processors(), 4)
    if len(entries) > ALONE and workers > 1:
        import multiprocessing  # a hundredth of a second to import, for nothing when there are few
        from concurrent.futures import ProcessPoolExecutor

        if "fork" in multiprocessing.get_all_start_methods():
            chunks = [entries[start : start + CHUNK] for start in range(0, len(entries), CHUNK)]
            with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("fork")) as pool:
                yield from pool.map(_part, repeat(root), chunks)
            return
    yield _part(root, entries)


@contextmanager
def _unswept() -> Iterator[None]:
    """No search for garbage while many values are made that all stay: it would look at all of them again and again."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


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
