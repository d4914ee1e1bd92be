"""What one more place of each mentor would bring: from the prices, and exact also for those who have no place at all now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .assign import Assignment
from .limits import FULL, Pair
from .pool import Pool
from .score import points, score_of
from .value import ZERO, Value, plus


def next_places(pool: Pool, found: Assignment) -> list[tuple[str, Value]]:
    """The mentors whose next place would bring something, with what it would bring; most first."""
    urgent = pool.urgent
    worth = [(name, price) for name, price in found.prices.items() if pool.places.get(name)]
    worth += [(name, _first_place(pool, found, name, urgent)) for name in sorted(pool.mentors) if not pool.places[name]]
    return sorted((row for row in worth if row[1] > Value(0, 0, 1)), key=lambda row: ([-part for part in row[1]], row[0]))


def _first_place(pool: Pool, found: Assignment, mentor: str, urgent: Mapping[str, int]) -> Value:
    """What a place would bring of a mentor who has none.

    At the least prices the price of a case is what all others lose when it is taken out. So the new place brings the best
    pair with it, less the price of its case.
    """
    values = (plus(value, found.proof.cases.get(case, ZERO), -1) for case, value in _pairs(pool, mentor, urgent))
    return max(values, default=ZERO)


def _pairs(pool: Pool, mentor: str, urgent: Mapping[str, int]) -> Iterator[tuple[str, Value]]:
    """The cases that she could take but for the place, each with what the pair is worth."""
    for case, record in pool.cases.items():
        limits = pool.limits.get((case, mentor), ())
        if [limit.reason for limit in limits] == [FULL]:
            score = score_of(points(Pair(pool.book, record, pool.mentors[mentor], pool.today)))
            yield case, Value(1, urgent[case], score)
