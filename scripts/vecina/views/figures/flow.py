"""Who was in the program when a period began, who came, moved and left in it, and who was there at its end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from ...book import OPEN
from ...facts import WAITING, Data
from .span import Span
from .way import status_on

OUT, WAITS, GUIDED = "out", "waiting", "with a mentor"


def place(status: str | None) -> str:
    """Where a status puts a case: waiting, with a mentor, or not in the program."""
    return WAITS if status in WAITING else GUIDED if status in OPEN else OUT


@dataclass(frozen=True, slots=True)
class Flow:
    """The cases at both ends of a period, and the moves between, in numbers of cases; a case can move more than once.

    `start` and `end` are by place, `moves` by the places from and to, `left` by the status with which a case left.
    """

    start: Counter[str]
    moves: Counter[tuple[str, str]]
    left: Counter[str]
    end: Counter[str]


def flow(cases: Iterable[Data], span: Span) -> Flow:
    """The movement of cases. The start is the end of the day before; a step counts on its day."""
    found = Flow(Counter(), Counter(), Counter(), Counter())
    for case in cases:
        found.start[place(status_on(case, span.first - timedelta(days=1)))] += 1
        found.end[place(status_on(case, span.last))] += 1
        for before, after, status in moves(case, span):
            found.moves[before, after] += 1
            found.left[status] += after == OUT
    return found


def moves(case: Data, span: Span) -> Iterator[tuple[str, str, str]]:
    """The steps of a case in a period that took it from one place to another: from, to, and the new status."""
    before = OUT
    for step in case["history"]:
        after = place(step["status"])
        if after != before and span.holds(step["date"]):
            yield before, after, step["status"]
        before = after
