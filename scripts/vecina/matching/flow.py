"""The solver for large pools: a network flow for one criterion after the other, exact and with the same answer as `chains`.

It needs OR-tools and numpy, the extra `scale`. What is worth most by a criterion is any flow along the edges that its
prices leave no slack, so the next criterion has those edges only. The prices of all criteria together are the proof.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from .flow_duals import least_duals, slack
from .flow_network import Mask, Network, Numbers, limit, most_worth, network
from .value import Value

Worth = Callable[[Sequence[int], int], Sequence[int]]  # what these pairs, by number, are worth by a criterion
_LARGEST = 1 << 61  # so that a difference of two fits 64 bits


class Pairs(NamedTuple):
    """The possible pairs as two lists of numbers, and what they are worth."""

    cases: Sequence[int]
    mentors: Sequence[int]
    worth: Worth


class _Settled(NamedTuple):
    taken: Numbers
    prices: list[int]
    tight: Network


def solve(pairs: Pairs, places: Sequence[int], cases: int) -> tuple[list[int], list[Value]]:
    """The mentor of each case, -1 for none, and the least price of each mentor's place."""
    if not cases:
        return [], [Value() for _ in places]
    net = network(pairs.cases, pairs.mentors, places, cases)
    taken: Numbers = np.full(cases, net.out, np.int64)
    prices: list[list[int]] = []
    for criterion in range(len(Value._fields)):
        taken, price, net = _settle(net, _worth(net, pairs, criterion), taken)
        prices.append(price[: net.out])
    return [mentor if mentor < net.out else -1 for mentor in taken.tolist()], [Value(*one) for one in zip(*prices, strict=True)]


def _worth(net: Network, pairs: Pairs, criterion: int) -> Numbers:
    """What each edge is worth by a criterion. Only pairs that are still among the edges are asked for."""
    worth, real = np.zeros(len(net.rows), np.int64), net.origin >= 0
    worth[real] = pairs.worth(net.origin[real].tolist(), criterion)
    if np.any((worth >= _LARGEST) | (worth <= -_LARGEST)):
        raise OverflowError("a number is too large for the engine `flow`; the engine `chains` has no such limit")
    return worth


def _settle(net: Network, worth: Numbers, before: Numbers) -> _Settled:
    """The best by one criterion: high digits first, as many at a time as the solver can take, each exactly."""
    if not _range_of_rows(net, worth).any():
        return _Settled(before, [0] * len(net.places), net)  # all the same wherever they go
    shift = max(0, int(np.abs(worth).max()).bit_length() - limit(net).bit_length() + 1)
    part, prices = worth >> shift, [0] * len(net.places)
    while True:
        taken = most_worth(net, part)
        duals = least_duals(net, part, taken)
        prices = [price + more for price, more in zip(prices, duals.tolist(), strict=True)]
        rest = slack(net, part, taken, duals)
        if not shift:
            return _Settled(taken, prices, net.only(rest == 0))
        low = worth & ((1 << shift) - 1)
        # an edge with more slack than all low digits can make up, there and back, is never used, nor does it set a price
        kept: Mask = rest <= (2 * int(_range_of_rows(net, low).sum()) >> shift)
        digits = min(shift, _digits(net))
        shift -= digits
        part = (low[kept] >> shift) - (rest[kept] << digits)
        net, worth = net.only(kept), worth[kept]
        prices = [price << digits for price in prices]


def _range_of_rows(net: Network, worth: Numbers) -> Numbers:
    """For each row by how much the worth of its edges differs."""
    starts = net.starts()
    spread: Numbers = np.maximum.reduceat(worth, starts) - np.minimum.reduceat(worth, starts)
    return spread


def _digits(net: Network) -> int:
    """How many more binary digits fit, when those of every case with a choice can together outweigh higher ones."""
    choices = int((np.diff(net.starts(), append=len(net.rows)) > 1).sum())
    return max(1, (limit(net) // (2 * choices + 1)).bit_length() - 1)
