"""Files and folders that do not belong among the records, named so that a log gives no person away."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections import defaultdict
from collections.abc import Iterable

from ..finding import Finding
from ..words import listing, near
from .kinds import DATA, FILES, FOLDERS, NAMES

_LITTER = {".DS_Store", "Thumbs.db", "desktop.ini", ".directory", ".gitignore", ".keep"}
_COPY = re.compile(r"(?:[ _-]+copy|[ _-]*\([0-9]\))(?:[ _-]*[0-9])?(?=\.yml\Z)", re.IGNORECASE)
_BACKUP = re.compile(r"(?:~|\.(?:bak|old|orig|rej|swp|swo|tmp|save|copy))\Z|\A(?:\.#|#|\._|\.)")
_ENDINGS = re.compile(r"\.(?:ya?ml|json|txt|md|csv|docx?|pdf|xlsx?)\Z", re.IGNORECASE)


def shown(name: str, number: int) -> str:
    """A stray's name as a log may show it: whole when it is an id or known litter, else its first sign, length and rank.

    A file may be named after a person; `ls` in the folder shows the admin what a public log must not.
    """
    core = _BACKUP.sub("", _COPY.sub("", name.casefold()))
    stem = _ENDINGS.sub("", core)
    if name in _LITTER or any(pattern.match(stem) for kind, pattern in NAMES.items() if kind == "case"):
        return name
    ending = _ENDINGS.search(name)
    tail = ending[0].lower() if ending else ""
    first = name[0] if name[0].isascii() and name[0].isprintable() else "?"
    return f"{first}…{tail} ({len(name)} characters, entry {number} in alphabetical order)"


def stray(folder: str, name: str, number: int, mode: int) -> Finding:
    """The finding for one entry of a folder that is not a record; `number` is its rank by name."""
    code, message, hint = _why(folder, name, mode)
    return Finding(f"{folder}/{shown(name, number)}", 1, 1, code, message, hint)


def _why(folder: str, name: str, mode: int) -> tuple[str, str, str]:
    if stat.S_ISLNK(mode):
        return "V002", "links are not followed among the records", "put the file itself here"
    if stat.S_ISDIR(mode) and folder == DATA:
        guess = near(name, FOLDERS)
        return (
            "V001",
            "there is no such folder",
            f"did you mean {guess}?" if guess else f"the folders are {listing(list(FOLDERS))}",
        )
    if stat.S_ISDIR(mode):
        return "V001", "no folder belongs here", "records lie directly in the folder of their kind"
    if not stat.S_ISREG(mode):
        return "V002", "this is not a plain file", "delete it"
    if _BACKUP.search(name):
        return "V001", "this is a backup copy", "delete it; Git keeps every version"
    if _COPY.search(name):
        return "V001", "this is a copy of another record", "delete it; `vecina new` makes new ones"
    if name.startswith("."):
        return "V001", "hidden files do not belong among the records", "delete it"
    if name.casefold().endswith((".yaml", ".yml")) and not name.endswith(".yml"):
        return "V001", "record files end in .yml", "rename the file"
    if not name.endswith(".yml"):
        return "V001", "only records belong here", "move the file elsewhere"
    if folder == DATA:
        return "V001", f"only {listing(list(FILES))} lie here", "records lie in the folder of their kind"
    return "V003", "the file's name is not an id of this kind", "name the file by the record's id, in lower case"


def twins(folder: str, names: Iterable[str]) -> dict[str, Finding]:
    """Names that differ from another only in capitals or accents: one file on some computers, two on others."""
    alike: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for number, name in enumerate(names, 1):
        alike[unicodedata.normalize("NFC", name).casefold()].append((name, number))
    message, hint = "another file's name differs only in capital letters", "keep one of them"
    return {
        name: Finding(f"{folder}/{shown(name, number)}", 1, 1, "V004", message, hint)
        for group in alike.values()
        for name, number in sorted(group)[:-1]
    }


def mode_of(entry: os.DirEntry[str]) -> int:
    """The kind of an entry itself; a link is never followed."""
    return entry.stat(follow_symlinks=False).st_mode
