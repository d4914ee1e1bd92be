"""Who changed what in a case when, out of its versions in Git: what each commit itself changed, the newest first."""

from __future__ import annotations

from collections.abc import Container, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from ..store.gitting import NoRevision, blobs
from ..store.history import Log, Past, Version, as_committed, log_of
from ..store.kinds import file_of
from ..store.workers import ALONE, chunks, parts
from ..yamlmap import MAX_BYTES
from .case import Change, date_changes, sentence
from .texts import Known, differing

CREATED = "Record created"
DELETED = "Record deleted"
UNREAD = "This version could not be read"
UNREAD_BEFORE = "The version before could not be read, so that it is not known what changed"
LEFT_OUT = "A later merge left this version out"

CUT = "This copy of the repository lacks the older changes, which `git fetch --unshallow` gets."
UNCOMMITTED = "Changes that have not been committed yet are not shown."
GAP = "Some versions could not be read."
NEVER = "The record has not been committed yet."


@dataclass(frozen=True, slots=True)
class Entry:
    """What one commit changed in a case. `note` says in a sentence what else is to be known of it, mostly nothing.

    `day` is the author's by the author's own clock. `author` is free text as typed: anybody may call themselves anything.
    """

    day: date
    author: str
    commit: str
    changes: tuple[Change, ...]
    note: str = ""

    @property
    def sentences(self) -> tuple[str, ...]:
        """The changes and the note in words."""
        return (*map(sentence, self.changes), *filter(None, [self.note]))


@dataclass(frozen=True, slots=True)
class History:
    """The newest changes of a case first. Where something is missing, `why` says what, in sentences."""

    entries: tuple[Entry, ...]
    complete: bool
    why: str


class _Task(NamedTuple):
    """A case with all that a worker needs to tell its history: the bytes of its versions by their objects' ids."""

    name: str
    past: Past
    raws: dict[str, bytes | None]
    missing: str


def histories(root: Path, ids: Iterable[str], newest: int = 12) -> dict[str, History]:
    """The history of each of these cases under root: what so many of its newest commits changed in it.

    A commit that changed nothing of what is told here has no entry. A merge has one for what stands in no branch alone.
    Never raises for what Git or the repository lacks: `why` says it.
    """
    log = log_of(root, ids, newest)
    many = sum(len(_needed(past)) for past in log.pasts.values()) > ALONE
    with closing(_tasks(root, log)) as tasks:
        return {name: history for told in parts(partial(_told, root), chunks(tasks, newest), many=many) for name, history in told}


def _needed(past: Past) -> list[str]:
    """The objects that must be read, each once: of a record's first version it is enough to know that it is the first."""
    changed = (version for version in past.versions if version.after and any(version.befores))
    return list(dict.fromkeys(one for version in changed for one in (version.after, *version.befores) if one))


def _tasks(root: Path, log: Log) -> Generator[_Task, None, None]:
    rest = dict(log.pasts)
    missing = log.missing
    try:
        with closing(blobs(root, [one for past in rest.values() for one in _needed(past)], MAX_BYTES)) as raws:
            for name, past in log.pasts.items():
                task = _Task(name, past, {one: next(raws) for one in _needed(past)}, missing)
                del rest[name]
                yield task
    except NoRevision as lacking:
        missing = missing or str(lacking)
    for name, past in rest.items():
        yield _Task(name, past, {}, missing)


def _told(root: Path, tasks: list[_Task]) -> list[tuple[str, History]]:
    return [(task.name, _history(root, task)) for task in tasks]


def _history(root: Path, task: _Task) -> History:
    live, known = _live(task.past), Known()
    entries = []
    for version in task.past.versions:
        note, changes = _change(version, task, known)
        note = LEFT_OUT if changes and version.after not in live else note
        entries.append(Entry(version.day, version.author, version.commit, changes, note))
    unread = any(entry.note in (UNREAD, UNREAD_BEFORE) for entry in entries)
    why = task.missing or " ".join(_why(root, task.name, task.past, unread))
    return History(tuple(entry for entry in entries if entry.sentences), not why, why)


def _why(root: Path, name: str, past: Past, unread: bool) -> Iterator[str]:
    if past.now is not None and not as_committed(root, name, past.now):
        yield UNCOMMITTED if past.versions or past.now else NEVER
    if unread:
        yield GAP
    if past.older:
        yield f"Older changes are not shown; `git log -- {file_of('case', name)}` lists all."
    if past.cut:
        yield CUT


def _change(version: Version, task: _Task, known: Known) -> tuple[str, tuple[Change, ...]]:
    """What a commit itself changed: where it merges, what is in none of the branches. Or a word why that is not known."""
    if not version.after:
        return DELETED, ()
    if not any(version.befores):
        return CREATED, ()
    told, raw = [], task.raws.get(version.after)
    for before in filter(None, version.befores):
        old, new = differing(task.raws.get(before) or b"", raw, known, _earlier(before, task)) if raw else (None, None)
        if new is None:
            return UNREAD, ()
        if old is not None:
            told.append(date_changes(old, new))
    if not told:
        return UNREAD_BEFORE, ()
    own = set.intersection(*({(change.key, change.after) for change in changes} for changes in told))
    return "", tuple(change for change in told[0] if (change.key, change.after) in own)


def _earlier(before: str, task: _Task) -> Iterator[bytes]:
    """The versions from which the one before came, the latest first; one that is not there is as unreadable as an empty one."""
    made = {version.after: version.befores[0] for version in task.past.versions}
    while before := made.pop(before, ""):
        yield task.raws.get(before) or b""


def _live(past: Past) -> Container[str]:
    """The objects from which the record as it is now has come; a version that is none of them was left out by a merge."""
    if past.now is None:
        return {version.after for version in past.versions}
    live = {past.now}
    while more := {one for version in past.versions if version.after in live for one in version.befores} - live:
        live |= more
    return live
