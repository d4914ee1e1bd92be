"""Pools of cases and mentors as chance has them, the same at every run, and what an assignment of one amounts to."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import prod

SIZES, LARGE = ((50, 15), (500, 100), (5_000, 500)), ((20_000, 1_000), (50_000, 2_000))
SEED, SHARE, LEAST, PLACES = 20261124, 0.05, 3, 0.9  # LEAST: so many mentors can take a case, however few there are
MOST, URGENT = 100, 14  # the highest score, the highest urgency
FLOAT_BITS = 53  # up to so many bits a float holds every whole number

Edge = tuple[int, int, int]  # case, mentor, score
Taken = Sequence[int]  # case by case the mentor, -1 for none


@dataclass(frozen=True, slots=True)
class Pool:
    """The possible pairs with their scores, the places of each mentor, the urgency of each case."""

    edges: list[Edge]
    places: list[int]
    urgency: list[int]

    @property
    def unit(self) -> int:
        """What one more case placed counts in points: more than all scores together can make up."""
        return MOST * len(self.urgency) + 1


def make_pool(cases: int, mentors: int) -> Pool:
    """A pool of that size. Some mentors can take many of the cases and some few, whatever their places.

    Together they have fewer places than there are cases, so that not every case can be placed.
    """
    chance = random.Random(SEED)
    sought = list(accumulate(chance.expovariate(1) for _ in range(mentors)))
    each, numbers, scores = max(LEAST, round(SHARE * mentors)), range(mentors), range(MOST + 1)
    edges: list[Edge] = []
    for case in range(cases):
        could: set[int] = set()
        while len(could) < each:
            could.update(chance.choices(numbers, cum_weights=sought, k=each - len(could)))
        edges += zip([case] * each, sorted(could), chance.choices(scores, k=each), strict=True)
    places = [1] * mentors
    for mentor in chance.choices(numbers, k=int(PLACES * cases) - mentors):
        places[mentor] += 1
    return Pool(edges, places, chance.choices(range(URGENT + 1), k=cases))


@dataclass(frozen=True, slots=True)
class Worth:
    """How many cases are placed, their scores together, and how many pairs would both rather have each other.

    A case would rather have a mentor by a higher score than it has now, a mentor a case by a higher score than the lowest
    she has; anything is better than no mentor, or an empty place.
    """

    placed: int
    total: int
    rather: int


def worth(pool: Pool, taken: Taken) -> Worth:
    """What the assignment amounts to; a ValueError if it is none."""
    own, held = [-1] * len(taken), [list[int]() for _ in pool.places]
    for case, mentor, score in pool.edges:
        if taken[case] == mentor:
            own[case] = score
            held[mentor].append(score)
    if sum(mentor >= 0 for mentor in taken) != sum(map(len, held)):
        raise ValueError("a pair that is not possible")
    if any(len(scores) > places for scores, places in zip(held, pool.places, strict=True)):
        raise ValueError("more cases than places")
    lowest = [min(scores) if len(scores) == places else -1 for scores, places in zip(held, pool.places, strict=True)]
    rather = sum(score > own[case] and score > lowest[mentor] for case, mentor, score in pool.edges)
    return Worth(sum(map(len, held)), sum(map(sum, held)), rather)


def bits(cases: int, *most: int) -> int:
    """How many bits a number needs that packs the sums of criteria over that many cases, each of them at most so much."""
    return (prod(cases * one + 1 for one in most) - 1).bit_length()
