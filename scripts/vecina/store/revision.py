"""The data folder as it stood at a Git revision, out of Git's objects: the working tree is neither read nor written."""

from __future__ import annotations

import re
import stat
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import NamedTuple

from ..yamlmap import MAX_BYTES
from .gitting import INCOMPLETE, NoRevision, blobs, git, prefix_of
from .kinds import DATA, Entry

UNKNOWN = "There is no such revision in this repository; `git log --oneline` lists those there are."
SHALLOW = "There is no such revision in this copy of the repository; it lacks the older ones, which `git fetch --unshallow` gets."
UNCLEAR = "Git knows more than one revision by this name, or only guesses; give the beginning of the revision's id."
NO_DATA = "At this revision there is no data folder here."

_LONGEST = 1000  # signs of a revision; a system refuses an endless argument with an error of its own


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
        with closing(blobs(self.root, [item.id for item in items if item.size <= MAX_BYTES], MAX_BYTES)) as raws:
            for entry, item in zip(entries, items, strict=True):
                raw = next(raws) if item.size <= MAX_BYTES else None
                if raw is None and item.size <= MAX_BYTES:
                    raise NoRevision(INCOMPLETE)
                yield entry, raw


def commit_of(root: Path, rev: str) -> tuple[str, date]:
    """The commit's whole id, and the day on which it was committed by the committer's own clock. Raises NoRevision."""
    prefix_of(root)  # says so when there is no repository
    commit = _commit(root, rev)
    said = git(root, "rev-list", "--no-walk", "--format=%cI", commit).stdout.decode().split()
    try:
        return commit, date.fromisoformat(said[-1][:10])
    except (IndexError, ValueError):
        raise NoRevision(INCOMPLETE) from None


def tree_at(root: Path, rev: str) -> Tree:
    """What lies in root's data folder at a revision. Raises NoRevision."""
    prefix, commit = prefix_of(root), _commit(root, rev)
    listed = git(root, "ls-tree", "-r", "-t", "-l", "-z", "--full-tree", commit, "--", prefix + DATA)
    if listed.returncode:
        raise NoRevision(INCOMPLETE)
    items = {path[len(prefix) :]: item for path, item in _items(listed.stdout) if path.startswith(prefix + DATA)}
    if DATA not in items or len(items) == 1:  # a link in its place, a file, a repository of its own
        raise NoRevision(NO_DATA)
    return _tree(root, items)


def tree_staged(root: Path) -> Tree:
    """What lies in root's data folder as it is staged for the next commit. Raises NoRevision."""
    prefix = prefix_of(root)
    listed = git(root, "ls-files", "--stage", "-z", "--full-name", "--", DATA, index=True)
    if listed.returncode:
        raise NoRevision(INCOMPLETE)
    items = {}
    for line in listed.stdout.decode("utf-8", "surrogateescape").split("\0")[:-1]:
        about, _, path = line.partition("\t")
        mode, name, stage = about.split()
        if stage == "0" and path.startswith(prefix):
            items[path[len(prefix) :]] = Item(int(mode, 8), name, 0)
    return _tree(root, items)


def _tree(root: Path, items: dict[str, Item]) -> Tree:
    """The tree with its folders, those too that only their files tell of."""
    for path in list(items):
        while (path := path.rpartition("/")[0]) and path not in items:
            items[path] = Item(stat.S_IFDIR, "", 0)
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


def _commit(root: Path, rev: str) -> str:
    """The whole id of the commit that a revision names, itself or through a tag. Raises NoRevision."""
    if not rev or rev.startswith("-") or "\0" in rev or len(rev) > _LONGEST:
        raise NoRevision(UNKNOWN)
    try:
        done = git(root, "rev-parse", "--verify", "--end-of-options", rev + "^{commit}")
    except UnicodeEncodeError:
        raise NoRevision(UNKNOWN) from None
    # two refs of one name, two ids with one beginning, a day from which Git has no note: never a guess
    if re.search(rb"^warning: (?:refname|log for) |^error: short object ID \w+ is ambiguous", done.stderr, re.MULTILINE):
        raise NoRevision(UNCLEAR)
    commit = done.stdout.decode("ascii", "replace").removesuffix("\n")
    if done.returncode or len(commit) not in (40, 64):  # longer: the sign that this one is left out, or a range of two
        shallow = git(root, "rev-parse", "--is-shallow-repository").stdout == b"true\n"
        raise NoRevision(SHALLOW if shallow else UNKNOWN)
    return commit
