"""What a move check is: a small pure function over the records before and after a change; its docstring is its help page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from ..book import Book
from ..checks.base import explained
from ..finding import Code, Finding, Path
from ..store import Record

HINT = "write the reason under `corrections:` in the same change"


class Spot(NamedTuple):
    """A place in the record as it is now, and what is right there; the check adds its code."""

    record: Record
    path: Path
    message: str
    hint: str = HINT


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


Run = Callable[[Sides], Iterator[Spot]]


@dataclass(frozen=True, slots=True)
class Move:
    """A check of a change, with its code and its page."""

    code: Code
    run: Run

    def __call__(self, sides: Sides) -> Iterator[Finding]:
        """Everything this check finds in the change."""
        for spot in self.run(sides):
            yield spot.record.finding(self.code.code, spot.path, spot.message, spot.hint)


def move(code: str) -> Callable[[Run], Move]:
    """Makes a move check of a function."""
    return lambda run: Move(explained(code, run), run)


def corrected(before: Record, after: Record, what: str) -> bool:
    """Whether the change itself carries a reason for changing such a thing: a correction that was not there before."""
    old = list(before.data.get("corrections", ()))
    return any(row["of"] == what and row not in old for row in after.data.get("corrections", ()))


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


def nearest(data: Any, path: Path) -> Path:
    """The path as far as the record has it: where something stood that is gone, the group that it stood in."""
    found: list[str | int] = []
    for step in path:
        inside = step in data if isinstance(data, dict) else isinstance(data, list) and isinstance(step, int) and step < len(data)
        if not inside:
            break
        data = data[step]
        found.append(step)
    return tuple(found)


def place_of(data: Any, group: str, rows: str, kind: str) -> Path:
    """The first row of that kind in a list of a group, or as much of the way as there is."""
    found = data.get(group, {}).get(rows, [])
    index = next((number for number, row in enumerate(found) if row["kind"] == kind), None)
    return nearest(data, (group, rows) if index is None else (group, rows, index))
