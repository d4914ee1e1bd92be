"""A record: plain data that knows its file and the place of each of its values."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from typing import Any

from ..finding import Finding, Fix, Level, Path, Place
from ..yamlmap.places import place_at


@dataclass(frozen=True, slots=True, eq=False)
class Record:
    """One record that has its kind's shape."""

    kind: str
    id: str
    file: str
    data: dict[str, Any]
    places: array[int] = field(repr=False)

    def place(self, path: Path = (), *, key: bool = False) -> Place:
        """Where the value at path stands, or its key; for a path that is not there, where the nearest group begins."""
        while True:
            try:
                return place_at(self.data, self.places, path, key=key)
            except KeyError:
                path = path[:-1]

    def finding(
        self, code: str, path: Path, message: str, hint: str = "", *, level: Level = "error", fix: Fix | None = None
    ) -> Finding:
        """A finding at the value at path."""
        line, column = self.place(path)
        return Finding(self.file, line, column, code, message, hint, level, fix)
