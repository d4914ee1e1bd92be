"""Which kind of record lies where, and how its file is named."""

from __future__ import annotations

import re
from dataclasses import dataclass

DATA = "data"
FOLDERS = {
    "cases": "case",
    "mentors": "mentor",
    "attorneys": "attorney",
    "organizations": "organization",
    "rules": "rule",
    "calendars": "calendar",
    "sources": "source",
}
FILES = {"program.yml": "program", "courts.yml": "court"}
_SLUG = "(?!.*[0-9]{3})[a-z0-9]+(?:-[a-z0-9]+)*"
NAMES = {
    "case": re.compile(r"c-(?!.*[0-9]{2})[a-hjkmnp-z2-9]{5}\Z"),
    "mentor": re.compile(rf"m-{_SLUG}\Z"),
    "attorney": re.compile(rf"a-{_SLUG}\Z"),
    "organization": re.compile(rf"o-{_SLUG}\Z"),
    "court": re.compile(r"[A-Z][A-Z0-9]{2}\Z"),
    "rule": re.compile(r"[a-z]+(?:[._][a-z0-9]+)*\Z"),
    "calendar": re.compile(r"[a-z]+(?:-[a-z]+)*\Z"),
    "source": re.compile(r"[a-z]+(?:-[a-z]+)*\Z"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A file that holds a record: its kind, its path from the root with forward slashes, and the id its name gives."""

    kind: str
    file: str
    id: str


def folder_of(kind: str) -> str:
    """The folder a kind's records lie in."""
    return next(f"{DATA}/{folder}" for folder, of in FOLDERS.items() if of == kind)


def file_of(kind: str, name: str) -> str:
    """The file of the record with this id."""
    return f"{folder_of(kind)}/{name}.yml"
