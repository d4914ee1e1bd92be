"""What the program has to say about a record: a finding, as plain data.

A finding never contains a value out of a record: logs are read by many. The place is enough.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Level = Literal["error", "warning"]
Path = tuple[str | int, ...]


class Place(NamedTuple):
    """Where something stands in a file; line and column count from 1, the column in characters."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Fix:
    """A mend that can be applied without asking: what to do at which path of the file.

    `op` is one of: `rename` (the key at path gets the name `text`), `replace` (the scalar at path
    becomes the YAML text `text`), `quote` (the plain scalar at path is put in quotes), `format`
    (the whole file is written in canonical form).
    """

    op: Literal["rename", "replace", "quote", "format"]
    path: Path = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not right, where it is, what is right, and how to mend it."""

    file: str
    line: int
    column: int
    code: str
    message: str
    hint: str = ""
    level: Level = "error"
    fix: Fix | None = None

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """File, then place, then code: the order in which findings are always shown."""
        return (self.file, self.line, self.column, self.code, self.message)


@dataclass(frozen=True, slots=True)
class Code:
    """A finding's stable code with its help page: what is wrong, why it matters, how to mend it."""

    code: str
    title: str
    page: str


def in_order(findings: list[Finding]) -> list[Finding]:
    """The findings sorted and without exact repeats, so that every run prints the same."""
    return sorted(set(findings), key=lambda finding: finding.sort_key)
