"""The least prices of a flow that is worth most: the longest paths from the column of the cases left out.

They are unique, whichever of several best flows is given. Later criteria are decided among the edges that these prices
leave no slack; because they are the least, every column can still be reached along such edges, and the least prices by
all criteria in order are those of one criterion after the other.
"""

from __future__ import annotations

import numpy as np

from .flow_network import Network, Numbers

_NEVER = -(1 << 62)


def least_duals(net: Network, worth: Numbers, taken: Numbers) -> Numbers:
    """The price of each column, nothing for the last."""
    at = _worth_taken(net, worth, taken)
    prices = np.full(len(net.places), _NEVER, np.int64)
    filling = net.rows == net.cases
    prices[net.columns[filling]] = worth[filling]  # an empty place may stay so: it is worth that at the least
    own = ~filling
    own[own] = net.columns[own] != taken[net.rows[own]]
    source = taken[net.rows[own]]
    more = worth[own] - at[net.rows[own]]
    source, target, more = _steepest(source, net.columns[own], more, len(prices))
    if not len(target):
        return prices
    begin = np.flatnonzero(np.diff(target, prepend=-1))
    ends = target[begin]
    for _ in range(len(prices) + 1):
        reached = np.maximum(prices[ends], np.maximum.reduceat(prices[source] + more, begin))
        if np.array_equal(reached, prices[ends]):
            return prices
        prices[ends] = reached
    raise ArithmeticError("the flow is not worth most")


def slack(net: Network, worth: Numbers, taken: Numbers, prices: Numbers) -> Numbers:
    """By how much the two prices of each edge are more than it is worth; never negative."""
    gain = np.zeros(net.cases + 1, np.int64)
    gain[:-1] = _worth_taken(net, worth, taken) - prices[taken]
    rest: Numbers = gain[net.rows] + prices[net.columns] - worth
    return rest


def _worth_taken(net: Network, worth: Numbers, taken: Numbers) -> Numbers:
    """What each case is worth where it is."""
    where = np.flatnonzero(net.columns == np.append(taken, -1)[net.rows])
    at = np.zeros(net.cases, np.int64)
    at[net.rows[where]] = worth[where]
    return at


def _steepest(source: Numbers, target: Numbers, more: Numbers, columns: int) -> tuple[Numbers, Numbers, Numbers]:
    """Of all moves from one column to another only the one that gains most, sorted by target."""
    way = target * columns + source
    order = np.argsort(way, kind="stable")
    way = way[order]
    begin = np.flatnonzero(np.diff(way, prepend=-1))
    if not len(begin):
        return source, target, more
    return way[begin] % columns, way[begin] // columns, np.maximum.reduceat(more[order], begin)
