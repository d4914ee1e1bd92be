"""What a mentor's place is likely to be needed for: learnt from the requests of the past, by playing out many futures.

Taking the best pair today can spend the only mentor who speaks a language on a case that others could take. Each future
is a handful of past requests, drawn by chance, that come in the weeks ahead. The best assignment of today's cases and
those together has a price for each mentor's place; the average over many futures is what her place is worth later. See
Ahani, Gölz, Procaccia, Teytelboym, Trapp: Dynamic Placement in Refugee Resettlement.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeVar

from .assign import Edge, assign

SAMPLES, SEED = 100, 20261124
Thing = TypeVar("Thing")

Scores = Mapping[str, int]  # of one request: the mentors who could take it, with the points of the pair


@dataclass(frozen=True, slots=True)
class Past:
    """What is known of the past: the requests with who could take each now, and how many came in each week.

    `ends` is the chance that an open case ends within the weeks ahead and its place is free again.
    """

    requests: Sequence[Scores]
    weekly: Sequence[int]
    ends: float = 0.0


@dataclass(frozen=True, slots=True)
class Reserve:
    """What a place of a mentor is worth later: in so many futures of all it is needed, and the points to keep for that."""

    points: int
    needed: int
    futures: int


@dataclass(frozen=True, slots=True)
class Arrivals:
    """Whether requests to come are thought of: how many of the past are known and needed, and the prices learnt."""

    known: int
    needed: int
    prices: Mapping[str, Reserve]

    @property
    def on(self) -> bool:
        """Whether there is history enough."""
        return self.known >= self.needed


def reserve_prices(
    now: Mapping[str, Scores], places: Mapping[str, int], load: Mapping[str, int], past: Past,
    *, weeks: int, worth: int, samples: int = SAMPLES, seed: int = SEED,
) -> dict[str, Reserve]:  # fmt: skip
    """The reserve price of each mentor's place.

    `now` are the cases that wait; `load` the open cases of each mentor; `weeks` how far ahead to look; `worth` the points
    that a case placed is worth. The same question has the same answer on every machine.
    """
    chance = Random(seed)  # noqa: S311 (a draw that anybody can repeat, and no secret)
    needed, total = dict.fromkeys(places, 0), dict.fromkeys(places, 0)
    present: list[Edge] = [(case, mentor, score) for case, row in sorted(now.items()) for mentor, score in sorted(row.items())]
    for _ in range(samples if past.requests and past.weekly else 0):
        count = sum(_drawn(past.weekly, chance) for _ in range(weeks))
        come = [_drawn(past.requests, chance) for _ in range(count)]
        edges = [(f"arrival {n:04}", mentor, score) for n, row in enumerate(come) for mentor, score in sorted(row.items())]
        free = {name: held + _freed(load.get(name, 0), past.ends, chance) for name, held in sorted(places.items())}
        found = assign([*present, *edges], free)
        for name, price in found.prices.items():
            points = max(0, price.placed * worth + price.score)
            needed[name] += price.placed > 0
            total[name] += points
    return {name: Reserve(total[name] // samples, needed[name], samples) for name in sorted(places) if total[name] // samples}


def _drawn(things: Sequence[Thing], chance: Random) -> Thing:
    """One of them by chance, each as likely."""
    return things[int(chance.random() * len(things))]


def _freed(held: int, likely: float, chance: Random) -> int:
    """How many of her cases end meanwhile."""
    return sum(1 for _ in range(held) if chance.random() < likely)
