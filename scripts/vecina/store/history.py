"""The versions of case records that Git knows, out of one pass of its log: which commit, whose, when, from what to what."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import IO, NamedTuple

from ..words import as_written_day
from .files import read_plain
from .gitting import INCOMPLETE, NoRevision, git, prefix_of, running
from .kinds import file_of
from .revision import tree_at

NOTHING = "Nothing has been committed in this repository yet."

_LOG = (
    "-c", "log.showRoot=true", "-c", "diff.relative=false", "log", "--format=%H %aI %cI %an", "--encoding=UTF-8", "--date-order",
    "--raw", "-c", "-z", "--no-abbrev", "--no-renames", f"-O{os.devnull}", "--no-show-signature",
)  # fmt: skip
_PIECE = 1 << 16  # bytes of the log read at a time


class Version(NamedTuple):
    """A commit that changed one record.

    `day` is the author's by the author's own clock, `author` free text as typed: anybody may call themselves anything.
    `befores` has the file's object id in each parent and `after` in the commit itself, empty where there was no file.
    """

    commit: str
    day: date
    author: str
    befores: tuple[str, ...]
    after: str


@dataclass(slots=True)
class Past:
    """What Git knows of one record: its newest versions first, whether there are older ones, and the object it is now.

    `cut` says that this copy of the repository breaks off before the oldest. `now` is empty where the last commit does not
    hold the record, and None where that is not known.
    """

    versions: list[Version] = field(default_factory=list)
    older: bool = False
    cut: bool = False
    now: str | None = None


class Log(NamedTuple):
    """The past of each case that was asked for, and in a sentence what this copy of the repository cannot tell."""

    pasts: dict[str, Past]
    missing: str = ""


def log_of(root: Path, ids: Iterable[str], newest: int) -> Log:
    """The newest versions of the records of these cases, so many of each; older and merged ones cost no memory.

    A merge is among them where it made a record what it was in no branch. A renamed file is a new one. Never raises for
    what the repository lacks: then less is known.
    """
    pasts = {name: Past() for name in ids}
    if not pasts:
        return Log(pasts)
    try:
        prefix = prefix_of(root)
        head = git(root, "rev-parse", "--verify", "--quiet", "HEAD^{commit}").stdout.decode("ascii", "replace").strip()
        if not head:
            return Log(pasts, NOTHING)
        with suppress(NoRevision):
            items = tree_at(root, head).items
            for name, past in pasts.items():
                past.now = items[file_of("case", name)].id if file_of("case", name) in items else ""
        with closing(_versions(root, head, {os.fsencode(prefix + file_of("case", name)): name for name in pasts})) as found:
            _collect(pasts, found, newest)
    except NoRevision as lacking:
        return Log(pasts, str(lacking))
    return Log(pasts)


def as_committed(root: Path, name: str, now: str) -> bool:
    """Whether the record on disk is the object of the last commit, line ends aside; `now` is empty where there is none."""
    try:
        raw = read_plain(root / file_of("case", name))
    except OSError:
        return not now
    return now in (_object_id(raw, now), _object_id(raw.replace(b"\r\n", b"\n"), now))


def _object_id(raw: bytes, like: str) -> str:
    name = "sha256" if len(like) == 64 else "sha1"
    return hashlib.new(name, b"blob %d\0" % len(raw) + raw, usedforsecurity=False).hexdigest()


def _ends(root: Path) -> frozenset[str]:
    """The commits at which a shallow copy of the repository breaks off: what they changed is not known."""
    path = git(root, "rev-parse", "--git-path", "shallow").stdout.decode("utf-8", "surrogateescape").removesuffix("\n")
    try:
        return frozenset((root / path).read_text("ascii").split())
    except (OSError, ValueError):
        return frozenset()


def _collect(pasts: dict[str, Past], found: Iterable[tuple[str, Version | None]], newest: int) -> None:
    """Takes what is found until every record has as many versions as are wanted and one more."""
    full = set()
    for name, version in found:
        past = pasts[name]
        if version is None:
            past.cut = True
        elif len(past.versions) < newest:
            past.versions.append(version)
        else:
            past.older = True
            full.add(name)
            if len(full) == len(pasts):
                return


def _versions(root: Path, head: str, wanted: Mapping[bytes, str]) -> Generator[tuple[str, Version | None], None, None]:
    """Every version of the files that are wanted, the newest first; None where the copy of the repository breaks off.

    The log is asked about all files: limited to some it would look at every commit twice. Raises NoRevision when it ends early.
    """
    ends = _ends(root)
    with running(root, *_LOG, head) as (answers, process):
        commit = b""
        tokens = _tokens(answers)
        for token in tokens:
            if not token.startswith(b":"):
                commit = token or commit
                continue
            name = wanted.get(next(tokens, b""))
            if name:
                parents = len(token) - len(token.lstrip(b":"))
                objects = token.decode("ascii").split(" ")[parents + 1 : -1]
                version = _version(commit, [text.strip("0") and text for text in objects])
                yield name, None if version.commit in ends else version
        if process.wait():
            raise NoRevision(INCOMPLETE)


def _tokens(answers: IO[bytes]) -> Iterator[bytes]:
    rest = b""
    while piece := answers.read(_PIECE):
        *whole, rest = (rest + piece).split(b"\0")
        yield from (token.removeprefix(b"\n") for token in whole)


def _version(commit: bytes, objects: list[str]) -> Version:
    name, written, committed, author = commit.decode("utf-8", "replace").split(" ", 3)
    day = as_written_day(written[:10], 1970) or as_written_day(committed[:10], 1970) or date(1970, 1, 1)  # Git's own zero
    return Version(name, day, author, tuple(objects[:-1]), objects[-1])
