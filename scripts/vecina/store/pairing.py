"""The records before and after a change, of which only what the change can touch is read.

Before is a Git revision, after another one, what is staged, or what lies on the disk now. What is the same on both sides
is read once: of a few thousand records all of it; of more those that the changed ones name, the cases of the people
concerned, and the law and the settings.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..yamlmap import MAX_BYTES
from .files import read_plain
from .kinds import Entry
from .loading import Loaded, from_bytes
from .revision import Tree, tree_at, tree_staged
from .walk import walk, walk_in

WHOLE = 3_000  # up to so many record files everything is read: then every effect can be told
_PEOPLE = ("mentor", "attorney", "organization")
_FIELDS = ("mentor", "backup_mentor", "attorney", "organization")
_NAMES = re.compile(rb"^(?:mentor|backup_mentor|attorney|organization):[ \t]*[\"']?([amo]-[a-z0-9-]+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Side:
    """The record files on one side: which there are, a mark of each one's bytes, and how to get the bytes."""

    entries: tuple[Entry, ...]
    marks: Mapping[str, str]
    contents: Callable[[list[Entry]], Iterable[tuple[Entry, bytes | None]]]


@dataclass(frozen=True, slots=True)
class Pair:
    """Both sides as far as they were read, and the files that differ. `whole` says that everything was read."""

    before: Loaded
    after: Loaded
    changed: tuple[Entry, ...]
    whole: bool


def load_pair(root: Path, base: str, head: str | None = None, *, staged: bool = False, whole: int | None = None) -> Pair:
    """Both sides of a change: from the revision `base` to `head`, to what is staged, or to what lies on the disk.

    Up to `whole` record files everything is read. Raises NoRevision.
    """
    old = _of_tree(tree_at(root, base))
    if staged or head is not None:
        new = _of_tree(tree_staged(root) if staged else tree_at(root, head or base))
    else:
        new = _on_disk(root, next(iter(old.marks.values()), ""))
    every = {entry.file: entry for entry in (*old.entries, *new.entries)}
    changed = tuple(entry for file, entry in sorted(every.items()) if old.marks.get(file) != new.marks.get(file))
    touches_law = any(entry.kind not in ("case", *_PEOPLE) for entry in changed)
    everything = touches_law or len(every) <= (WHOLE if whole is None else whole)
    return Pair(*_both(root, old, new, changed, everything=everything), changed, everything)


def _of_tree(tree: Tree) -> Side:
    entries, _ = walk_in(tree.listing)
    return Side(tuple(entries), {entry.file: tree.items[entry.file].id for entry in entries}, tree.contents)


def _on_disk(root: Path, like: str) -> Side:
    """The files on the disk, marked as Git would mark their bytes, in the kind of mark that the other side has."""
    entries, _ = walk(root)
    kind = hashlib.sha256 if len(like) == 64 else hashlib.sha1  # an object's name in Git, no matter of secrecy
    marks = {}
    for entry in entries:
        raw = _read(root, entry)
        marks[entry.file] = kind(b"blob %d\0" % len(raw) + raw).hexdigest() if raw is not None else "unread"

    def contents(wanted: list[Entry]) -> Iterator[tuple[Entry, bytes | None]]:
        return ((entry, _read(root, entry)) for entry in wanted)

    return Side(tuple(entries), marks, contents)


def _read(root: Path, entry: Entry) -> bytes | None:
    try:
        raw = read_plain(root / entry.file)
    except OSError:
        return None
    return raw if len(raw) <= MAX_BYTES else None


def _both(root: Path, old: Side, new: Side, changed: tuple[Entry, ...], *, everything: bool) -> tuple[Loaded, Loaded]:
    """Both sides: what differs from each, and of the rest, which is read once, all or what the change can touch."""
    files = {entry.file for entry in changed}
    sides = [_parsed(root, side, [entry for entry in side.entries if entry.file in files]) for side in (old, new)]
    same = [entry for entry in new.entries if entry.file not in files]
    rest = [_parsed(root, new, same)] if everything else _concerned(root, new, same, changed, sides)
    before, after = (_merged(root, [side, *rest]) for side in sides)
    return before, after


def _concerned(root: Path, new: Side, same: list[Entry], changed: tuple[Entry, ...], sides: list[Loaded]) -> list[Loaded]:
    """Of what is the same: the law and the settings, the cases of the people concerned, and whom all of these name."""
    changed_people = {entry.id for entry in changed if entry.kind in _PEOPLE}
    law = [entry for entry in same if entry.kind not in ("case", *_PEOPLE)]
    concerned = changed_people | set(_given_or_freed(*sides))
    others = new.contents([entry for entry in same if entry.kind == "case"])
    cases = list(_cases_of(concerned, others)) if concerned else []
    common = _parsed(root, new, [*law, *cases])
    named = changed_people | set(_named([*sides, common]))
    return [common, _parsed(root, new, [entry for entry in same if entry.kind in _PEOPLE and entry.id in named])]


def _parsed(root: Path, side: Side, entries: list[Entry]) -> Loaded:
    return from_bytes(root, entries, side.contents(entries))


def _named(sides: Iterable[Loaded]) -> Iterator[str]:
    """Every person whom a case of these names."""
    for side in sides:
        for record in side.records:
            if record.kind == "case":
                yield from (record.data[name] for name in _FIELDS if name in record.data)
            elif "organization" in record.data:
                yield record.data["organization"]


def _given_or_freed(before: Loaded, after: Loaded) -> Iterator[str]:
    """The mentors whose load the changed cases may change: with any other change of a case it stays what it was."""
    held = [
        {one.id: (one.data["status"], one.data.get("mentor")) for one in side.records if one.kind == "case"}
        for side in (before, after)
    ]
    for name in held[0].keys() | held[1].keys():
        sides = [side.get(name) for side in held]
        if sides[0] != sides[1]:
            yield from (mentor for _, mentor in filter(None, sides) if mentor)


def _cases_of(people: set[str], contents: Iterable[tuple[Entry, bytes | None]]) -> Iterator[Entry]:
    """The cases that name one of these people, found without reading them as YAML where they are written as ever."""
    wanted = {name.encode() for name in people}
    for entry, raw in contents:
        names = _NAMES.findall(raw) if raw is not None else []
        if not names or not wanted.isdisjoint(names):  # without any name it is written in some other way: read it
            yield entry


def _merged(root: Path, parts: list[Loaded]) -> Loaded:
    found = Loaded(root, [], [], [])
    for part in parts:
        found.records.extend(part.records)
        found.broken.extend(part.broken)
        found.findings.extend(part.findings)
        found.partial.extend(part.partial)
    return found
