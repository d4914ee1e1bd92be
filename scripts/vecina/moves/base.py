"""What a move check looks at: the records before and after a change, and the reason that the change carries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..book import Book
from ..store import Record

WHY = "write the reason under `corrections:` in the same change"


@dataclass(frozen=True, slots=True)
class Sides:
    """The program before and after. `once` are ids that a deleted record of the repository's past had."""

    before: Book
    after: Book
    once: frozenset[str] = frozenset()

    def cases(self) -> Iterator[tuple[Record, Record]]:
        """Every case that can be read on both sides and is not the same."""
        for name, after in self.after.cases.items():
            before = self.before.cases.get(name)
            if before is not None and before.data != after.data:
                yield before, after


def corrections(before: Record, after: Record) -> list[Any]:
    """The reasons that the change itself carries: corrections that were not there before."""
    return [row for _, row in left_over(after.data.get("corrections", []), before.data.get("corrections", []))]


def corrected(before: Record, after: Record, what: str) -> bool:
    """Whether the change carries a reason for changing such a thing."""
    return any(row["of"] == what for row in corrections(before, after))


def left_over(rows: list[Any], others: list[Any]) -> list[tuple[int, Any]]:
    """The rows, with their places, that the others lack, each as often as it does."""
    rest = list(others)
    left = []
    for index, row in enumerate(rows):
        if row in rest:
            rest.remove(row)
        else:
            left.append((index, row))
    return left
