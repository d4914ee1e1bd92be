"""The exact solver: each case in turn joins an optimal assignment by the cheapest chain of moves (shortest augmenting path).

Whole numbers throughout; the prices it keeps prove that no other assignment is worth more.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heappop, heappush
from typing import NamedTuple

Edges = Sequence[tuple[int, int]]  # of one case: (mentor, what the pair is worth)


class Solved(NamedTuple):
    """The mentor of each case (-1 for none) and a price for each mentor's place, at which everybody is content."""

    taken: list[int]
    prices: list[int]


def solve(edges: Sequence[Edges], places: Sequence[int]) -> Solved:
    """The assignment worth most within the places. A case may be left out at no gain."""
    taken, prices = [-1] * len(edges), [0] * len(places)
    held: list[list[int]] = [[] for _ in places]
    gains = [0] * len(edges)  # what each case has beyond the price of its place
    for case, own in enumerate(edges):
        gain = max((worth - prices[mentor] for mentor, worth in own), default=0)
        if gain <= 0:
            continue
        gains[case] = gain
        free = next((m for m, worth in own if worth - prices[m] == gain and len(held[m]) < places[m]), -1)
        if free >= 0:
            taken[case] = free
            held[free].append(case)
        else:
            _join(case, edges, places, taken, held, prices, gains)
    return Solved(taken, prices)


def _join(
    new: int, edges: Sequence[Edges], places: Sequence[int], taken: list[int], held: list[list[int]],
    prices: list[int], gains: list[int],
) -> None:  # fmt: skip
    """Finds the chain that loses least, raises the prices along the way, and makes the moves."""
    reach: dict[int, int] = {}  # the least loss with which one more case comes to a mentor
    via: dict[int, int] = {}  # the case that would come
    heap: list[tuple[int, int]] = []

    def look(case: int, loss: int) -> None:
        start = loss + gains[case]
        for mentor, worth in edges[case]:
            more = start + prices[mentor] - worth
            if mentor not in settled and more < reach.get(mentor, more + 1):
                reach[mentor], via[mentor] = more, case
                heappush(heap, (more, mentor))

    settled: set[int] = set()
    look(new, 0)
    end, last, left = gains[new], -1, new  # the worst chain: the new case itself is left out
    while heap:
        loss, mentor = heappop(heap)
        if mentor in settled:
            continue
        if loss >= end:
            break
        settled.add(mentor)
        if len(held[mentor]) < places[mentor]:
            end, last, left = loss, mentor, -1
            break
        for case in held[mentor]:
            if loss + gains[case] < end:
                end, last, left = loss + gains[case], mentor, case
            look(case, loss)
    for mentor in settled:
        rise = end - reach[mentor]
        if rise > 0:
            prices[mentor] += rise
            for case in held[mentor]:
                gains[case] -= rise
    gains[new] -= end
    if left == new:
        return
    if left >= 0:
        held[last].remove(left)
        taken[left] = -1
    step = last
    while True:
        case = via[step]
        before = taken[case]
        taken[case] = step
        held[step].append(case)
        if case == new:
            return
        held[before].remove(case)
        step = before
