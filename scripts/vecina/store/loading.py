"""Loads every record once: what has its shape, what is broken, and why. Never raises for what a person typed."""

from __future__ import annotations

import marshal
from array import array
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from ..finding import Finding, in_order
from ..memory import unswept
from ..schema import shape_findings
from ..yamlmap import MAX_BYTES, Reading, read
from .files import read_plain
from .kinds import DATA, Entry
from .missing import missing
from .record import Record
from .revision import tree_at
from .walk import walk, walk_in
from .workers import ALONE, chunks, parts

T = TypeVar("T")
Part = tuple[bytes, list[Finding]]


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
    findings = [*strays, *(missing(entries) if (root / DATA).is_dir() else ())]
    return _together(root, entries, findings, partial(_from_disk, root), chunks(entries))


def load_at(root: Path, rev: str) -> Loaded:
    """Loads the data folder under root as it stood at a Git revision, with the same findings. Raises NoRevision."""
    tree = tree_at(root, rev)
    entries, strays = walk_in(tree.listing)
    return _together(root, entries, [*strays, *missing(entries)], _from_bytes, chunks(tree.contents(entries)))


def from_bytes(root: Path, entries: list[Entry], contents: Iterable[tuple[Entry, bytes | None]]) -> Loaded:
    """Loads these entries from their bytes, in the same order; None stands for a file that is too large or cannot be read."""
    return _together(root, entries, [], _from_bytes, chunks(contents))


def read_entry(root: Path, entry: Entry) -> tuple[Reading, list[Finding]]:
    """One file's reading and everything that is wrong with it alone."""
    try:
        path = root / entry.file
        if path.lstat().st_size > MAX_BYTES:
            return _too_large(entry)
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


def _together(
    root: Path, entries: list[Entry], findings: list[Finding], part: Callable[[list[T]], Part], shares: Iterator[list[T]]
) -> Loaded:
    """Loads the entries share by share; the shares hold something for each entry, in order."""
    records: list[Record] = []
    broken: list[Entry] = []
    fragments: list[Record] = []
    done = iter(entries)
    with unswept():
        for packed, found in parts(part, shares, many=len(entries) > ALONE):
            findings += found
            for good, data, places in marshal.loads(packed):
                entry = next(done)
                if not good:
                    broken.append(entry)
                if data is not None:
                    record = Record(entry.kind, entry.id, entry.file, data, array("I", places))
                    (records if good else fragments).append(record)
    return Loaded(root, records, broken, in_order(findings), fragments)


def _from_disk(root: Path, entries: list[Entry]) -> Part:
    return _part(read_entry(root, entry) for entry in entries)


def _from_bytes(pairs: list[tuple[Entry, bytes | None]]) -> Part:
    return _part(_too_large(entry) if raw is None else judge(raw, entry) for entry, raw in pairs)


def _too_large(entry: Entry) -> tuple[Reading, list[Finding]]:
    return Reading(), [Finding(entry.file, 1, 1, "V021", "a record holds at most 256 kB")]


def _part(judged: Iterable[tuple[Reading, list[Finding]]]) -> Part:
    """Some entries, read and judged; their data comes back as bytes, which cross to another process fastest."""
    rows: list[tuple[bool, Any, bytes]] = []
    findings: list[Finding] = []
    for reading, found in judged:
        findings += found
        rows.append((not found, reading.data, reading.places.tobytes()))
    return marshal.dumps(rows), findings
