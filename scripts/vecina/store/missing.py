"""Files without which nothing works."""

from __future__ import annotations

from collections.abc import Iterable

from ..finding import Finding
from .kinds import DATA, FILES, Entry


def missing(entries: Iterable[Entry]) -> list[Finding]:
    """A finding for each of the single files that is not there."""
    there = {entry.kind for entry in entries}
    hint = "take it back from Git, or from the sample program"
    return [
        Finding(f"{DATA}/{name}", 1, 1, "V007", "this file must be there", hint)
        for name, kind in FILES.items()
        if kind not in there
    ]
