"""Walks through a built site. What it says of a leak is its place and its kind, never what leaked."""

from __future__ import annotations

import gzip
import os
import zlib
from collections.abc import Iterator
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from ..store import digest, read_plain
from ..store.strays import shown
from ..yamlmap.chars import place_of
from .people import Known
from .readings import readings
from .shapes import shapes

_PICTURES = (".png", ".ico", ".gif", ".jpg", ".jpeg", ".webp", ".woff", ".woff2")
_MOST = 64_000_000  # bytes that a packed file may hold


class Leak(NamedTuple):
    """A line of a file with something that must not be published; line 0 is the file itself or its name."""

    file: str
    line: int
    kind: str


def scan(folder: Path, known: Known) -> tuple[list[Leak], int]:
    """Every leak in a folder, in order, and how many files there are. Nothing is followed out of it."""
    leaks, count = set[Leak](), 0
    for path in _files(folder):
        count += 1
        name, named = _name(folder, path, known)
        leaks.update(Leak(name, 0, f"{kind}, in the file's name") for kind in named)
        leaks.update(Leak(name, line, kind) for line, kind in _file(path, known))
    return sorted(leaks), count


def _files(folder: Path) -> Iterator[Path]:
    """Everything in the folder but the folders themselves; a link to a folder is a file here."""
    for top, folders, files in os.walk(folder):
        links = [name for name in folders if Path(top, name).is_symlink()]
        yield from (Path(top, name) for name in sorted([*files, *links]))


def _name(folder: Path, path: Path, known: Known) -> tuple[str, set[str]]:
    """The path as a log may show it, and the kinds of what stands in its parts."""
    parts, kinds, above = list[str](), set[str](), folder
    for part in path.relative_to(folder).parts:
        found = {kind for _, kind in _kinds(os.fsencode(part).decode("utf-8", "replace"), known)}
        parts.append(shown(part, sorted(entry.name for entry in above.iterdir()).index(part) + 1) if found else part)
        kinds |= found
        above = above / part
    return "/".join(parts), kinds


def _file(path: Path, known: Known) -> Iterator[tuple[int, str]]:
    """The lines of one file with what leaks there."""
    if path.is_symlink():
        yield 0, "a link"
        return
    try:
        raw = read_plain(path)
        if path.suffix == ".gz":
            with gzip.open(path) as packed:
                raw = packed.read(_MOST)
        text = raw.decode("utf-8")
    except (UnicodeDecodeError, OSError, EOFError, zlib.error):
        if path.suffix not in _PICTURES:
            yield 0, "a file that cannot be read as text"
        return
    if digest(raw) not in _of_the_theme():
        yield from _kinds(text, known)


def _kinds(text: str, known: Known) -> Iterator[tuple[int, str]]:
    for reading in readings(text):
        for index, kind in [*shapes(reading, known.own, known.ids), *known.found(reading)]:
            yield place_of(reading, index)[0], kind


@lru_cache(maxsize=1)
def _of_the_theme() -> frozenset[str]:
    """The hashes of what the site's theme brings: others' scripts, which name their authors."""
    theme = find_spec("material")
    folders = theme.submodule_search_locations if theme else None
    assets = [path for folder in folders or () for path in Path(folder, "templates/assets").rglob("*") if path.is_file()]
    return frozenset(digest(path.read_bytes()) for path in assets)
