"""The data folder as it stood at a Git revision, out of Git's objects: the working tree is neither read nor written."""

from __future__ import annotations

import os
import re
import stat
from collections import defaultdict
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..yamlmap import MAX_BYTES
from .kinds import DATA, Entry

if TYPE_CHECKING:
    import subprocess

NO_GIT = "Git is not installed on this computer, and only Git knows the records of another day."
NO_REPOSITORY = "This folder lies in no Git repository."
CLOSED = "Git does not open the repository of this folder; `git status` says why."
UNKNOWN = "There is no such revision in this repository; `git log --oneline` lists those there are."
SHALLOW = "There is no such revision in this copy of the repository; it lacks the older ones, which `git fetch --unshallow` gets."
UNCLEAR = "Git knows more than one revision by this name, or only guesses; give the beginning of the revision's id."
NO_DATA = "At this revision there is no data folder here."
INCOMPLETE = "This copy of the repository does not hold all files of the revision; a whole new clone does."

_LONGEST = 1000  # signs of a revision; a system refuses an endless argument with an error of its own
_KEPT = ("GIT_CONFIG", "GIT_EXEC_PATH", "GIT_CEILING", "GIT_DISCOVERY")  # the rest could lead to another repository
_QUIET = {
    "LC_ALL": "C",  # what Git says is read here
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",  # the same for a Git that does not know the line above
    "GIT_NO_REPLACE_OBJECTS": "1",  # an id stands for its own bytes
    "GIT_LITERAL_PATHSPECS": "1",
}
_SETTINGS = ("-c", f"core.hooksPath={os.devnull}", "-c", "core.fsmonitor=false", "-c", "core.warnAmbiguousRefs=true")


class NoRevision(ValueError):
    """The records cannot be had at a revision. Its text is a sentence for whoever asked, without what was typed."""


class Item(NamedTuple):
    """One entry of a folder in Git: its mode as a disk would give it, its object's id, and its size where Git knows it."""

    mode: int
    id: str
    size: int


class Tree(NamedTuple):
    """Everything that lies in the data folder at one commit, by its path from the root, which may lie below the repository's."""

    root: Path
    items: dict[str, Item]
    folders: dict[str, list[tuple[str, int]]]

    def listing(self, folder: str) -> list[tuple[str, int]] | None:
        """The names and modes in a folder, sorted; None for a folder of another repository, into which Git does not look."""
        return self.folders.get(folder)

    def contents(self, entries: Sequence[Entry]) -> Iterator[tuple[Entry, bytes | None]]:
        """Each record with its bytes as they were committed, in order; None for one that is too large to be read.

        Raises NoRevision when this copy of the repository lacks one.
        """
        items = [self.items[entry.file] for entry in entries]
        with closing(_blobs(self.root, [item.id for item in items if item.size <= MAX_BYTES])) as blobs:
            for entry, item in zip(entries, items, strict=True):
                yield entry, next(blobs) if item.size <= MAX_BYTES else None


def commit_of(root: Path, rev: str) -> tuple[str, date]:
    """The commit's whole id, and the day on which it was committed by the committer's own clock. Raises NoRevision."""
    _prefix(root)  # says so when there is no repository
    commit = _commit(root, rev)
    said = _git(root, "rev-list", "--no-walk", "--format=%cI", commit).stdout.decode().split()
    try:
        return commit, date.fromisoformat(said[-1][:10])
    except (IndexError, ValueError):
        raise NoRevision(INCOMPLETE) from None


def tree_at(root: Path, rev: str) -> Tree:
    """What lies in root's data folder at a revision. Raises NoRevision."""
    prefix, commit = _prefix(root), _commit(root, rev)
    listed = _git(root, "ls-tree", "-r", "-t", "-l", "-z", "--full-tree", commit, "--", prefix + DATA)
    if listed.returncode:
        raise NoRevision(INCOMPLETE)
    items = {path[len(prefix) :]: item for path, item in _items(listed.stdout) if path.startswith(prefix + DATA)}
    if DATA not in items or len(items) == 1:  # a link in its place, a file, a repository of its own
        raise NoRevision(NO_DATA)
    folders: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for path in sorted(items):
        folder, _, name = path.rpartition("/")
        folders[folder].append((name, items[path].mode))
    return Tree(root, items, dict(folders))


def _items(listed: bytes) -> Iterator[tuple[str, Item]]:
    for line in listed.decode("utf-8", "surrogateescape").split("\0")[:-1]:
        about, _, path = line.partition("\t")
        mode, kind, name, size = about.split()
        # a repository within the repository is a folder on disk
        yield path, Item(stat.S_IFDIR if kind == "commit" else int(mode, 8), name, int(size) if size.isdigit() else 0)


def _prefix(root: Path) -> str:
    """Root's path from the top of its repository, empty or with a slash at its end. Raises NoRevision."""
    done = _git(root, "rev-parse", "--show-prefix")
    if done.returncode:
        nowhere = not root.is_dir() or b"not a git repository" in done.stderr
        raise NoRevision(NO_REPOSITORY if nowhere else CLOSED)
    return done.stdout.decode("utf-8", "surrogateescape").removesuffix("\n")


def _commit(root: Path, rev: str) -> str:
    """The whole id of the commit that a revision names, itself or through a tag. Raises NoRevision."""
    if not rev or rev.startswith("-") or "\0" in rev or len(rev) > _LONGEST:
        raise NoRevision(UNKNOWN)
    try:
        done = _git(root, "rev-parse", "--verify", "--end-of-options", rev + "^{commit}")
    except UnicodeEncodeError:
        raise NoRevision(UNKNOWN) from None
    # two refs of one name, two ids with one beginning, a day from which Git has no note: never a guess
    if re.search(rb"^warning: (?:refname|log for) |^error: short object ID \w+ is ambiguous", done.stderr, re.MULTILINE):
        raise NoRevision(UNCLEAR)
    commit = done.stdout.decode("ascii", "replace").removesuffix("\n")
    if done.returncode or len(commit) not in (40, 64):  # longer: the sign that this one is left out, or a range of two
        shallow = _git(root, "rev-parse", "--is-shallow-repository").stdout == b"true\n"
        raise NoRevision(SHALLOW if shallow else UNKNOWN)
    return commit


def _blobs(root: Path, ids: Sequence[str]) -> Generator[bytes, None, None]:
    """The bytes of many objects, one after the other, from one process. Raises NoRevision when one is not there."""
    import subprocess  # like everything here that takes time to import: most commands never ask Git
    from tempfile import TemporaryFile

    with TemporaryFile() as asked:  # a pipe would fill up while nobody reads the answers
        asked.write("".join(f"{name}\n" for name in ids).encode("ascii"))
        asked.seek(0)
        process = subprocess.Popen(
            _command(root, "cat-file", "--batch", "--buffer"),
            stdin=asked,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
        )
        assert process.stdout
        try:
            for _ in ids:
                head = process.stdout.readline().split()
                if len(head) != 3 or head[1] != b"blob":
                    raise NoRevision(INCOMPLETE)
                raw = process.stdout.read(int(head[2]) + 1)
                if len(raw) != int(head[2]) + 1:
                    raise NoRevision(INCOMPLETE)
                yield raw[:-1]
        finally:
            process.kill()  # workers that still run hold its pipe open, so that it might never end
            process.stdout.close()
            process.wait()


def _git(root: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    import subprocess

    try:
        return subprocess.run(
            _command(root, *words), stdin=subprocess.DEVNULL, capture_output=True, check=False, env=_environment()
        )
    except OSError:
        raise NoRevision(NO_GIT) from None


def _command(root: Path, *words: str) -> list[str]:
    return ["git", "--no-pager", *_SETTINGS, "-C", str(root), *words]


def _environment() -> dict[str, str]:
    """Ours, without what a hook or a caller may have set to point Git elsewhere, and with nothing that asks or fetches."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") or name.startswith(_KEPT)}
    return ours | _QUIET
