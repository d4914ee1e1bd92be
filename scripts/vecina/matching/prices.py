"""The least prices at which an optimal assignment holds: each is what one more place of that mentor would bring, exactly."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heappop, heappush

from .chains import Edges


def least_prices(edges: Sequence[Edges], places: Sequence[int], taken: Sequence[int], prices: Sequence[int]) -> list[int]:
    """The least of all prices that prove the assignment, from any that do. They are unique, whatever solver found it."""
    slack = [_gain(own, prices, mentor) for own, mentor in zip(edges, taken, strict=True)]
    # how far each price can fall: not below nothing, and not so far that a case outside would want the place
    fall = list(prices)
    after: list[list[tuple[int, int]]] = [[] for _ in places]  # (mentor, by how much more hers can fall than this one's)
    for case, own in enumerate(edges):
        for mentor, worth in own:
            room = slack[case] + prices[mentor] - worth
            if taken[case] < 0:
                fall[mentor] = min(fall[mentor], room)
            elif mentor != taken[case]:
                after[taken[case]].append((mentor, room))
    heap = [(most, mentor) for mentor, most in enumerate(fall)]
    heap.sort()
    while heap:
        most, mentor = heappop(heap)
        if most > fall[mentor]:
            continue
        for other, room in after[mentor]:
            if most + room < fall[other]:
                fall[other] = most + room
                heappush(heap, (fall[other], other))
    return [price - down for price, down in zip(prices, fall, strict=True)]


def _gain(own: Edges, prices: Sequence[int], taken: int) -> int:
    """What a case has beyond the price of its place; nothing for one without a place."""
    return next((worth - prices[mentor] for mentor, worth in own if mentor == taken), 0)
