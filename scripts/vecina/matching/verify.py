"""Checks a proof that an assignment is the best one. It knows nothing of how it was found.

Prices are a proof: give each case and each mentor's place a price, none below nothing, such that every possible pair is
worth no more than its two prices together. Then no assignment is worth more than all prices together, and one that is
worth exactly that is the best. Values are compared criterion by criterion, the first that differs decides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from .value import ZERO, Value, plus


@dataclass(frozen=True, slots=True)
class Proof:
    """A price for each case and for a place of each mentor; whoever is not named has the price of nothing."""

    cases: Mapping[str, Value] = field(default_factory=dict)
    mentors: Mapping[str, Value] = field(default_factory=dict)


def verify(worth: Mapping[tuple[str, str], Value], capacity: Mapping[str, int], pairs: Mapping[str, str], proof: Proof) -> bool:
    """Whether the pairs are possible within the capacity, and the proof shows that none are worth more."""
    if any((case, mentor) not in worth for case, mentor in pairs.items()):
        return False
    if any(taken > capacity.get(mentor, 0) for mentor, taken in Counter(pairs.values()).items()):
        return False
    if any(price < ZERO for price in (*proof.cases.values(), *proof.mentors.values())):
        return False
    for (case, mentor), value in worth.items():
        both = plus(proof.cases.get(case, ZERO), proof.mentors.get(mentor, ZERO))
        if capacity.get(mentor, 0) > 0 and both < value:
            return False
    reached = _sum(worth[pair] for pair in pairs.items())
    bound = _sum(proof.cases.values())
    for mentor, price in proof.mentors.items():
        bound = plus(bound, Value(*(part * max(0, capacity.get(mentor, 0)) for part in price)))
    return reached == bound


def _sum(values: Iterable[Value]) -> Value:
    total = ZERO
    for value in values:
        total = plus(total, value)
    return total
