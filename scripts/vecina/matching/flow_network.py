"""The assignment as a flow: one row for each case, one column for each mentor, and what is not used has its own ways.

The last row fills places that no case takes, the last column takes cases that no mentor does. So every way something can
remain unused is an edge like any other, and an edge that is not there forbids it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

Numbers = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]


class Network(NamedTuple):
    """Edges from row to column, sorted by row. `origin` is the number of the pair an edge stands for, -1 for none."""

    rows: Numbers
    columns: Numbers
    origin: Numbers
    places: Numbers  # of each column; the last column has one for each case

    @property
    def cases(self) -> int:
        """The number of cases, which is also the number of the row that fills empty places."""
        return int(self.places[-1])

    @property
    def out(self) -> int:
        """The column of the cases left out."""
        return len(self.places) - 1

    def only(self, kept: Mask) -> Network:
        """The same with these edges only."""
        return self._replace(rows=self.rows[kept], columns=self.columns[kept], origin=self.origin[kept])

    def starts(self) -> Numbers:
        """Where the edges of each row begin. Every row has some."""
        return np.flatnonzero(np.diff(self.rows, prepend=-1))


def network(rows: Sequence[int], columns: Sequence[int], places: Sequence[int], cases: int) -> Network:
    """The network of these pairs, in which every case may be left out and every place left empty."""
    out, pairs = len(places), len(rows)
    wanted = np.bincount(np.asarray(columns, np.int64), minlength=out)
    # one place more than anybody wants is never taken, so still more change nothing, and the solver has smaller numbers
    useful = [min(most, int(want) + 1) for most, want in zip(places, wanted, strict=True)]
    row = np.concatenate([np.asarray(rows, np.int64), np.arange(cases), np.full(out + 1, cases)])
    column = np.concatenate([np.asarray(columns, np.int64), np.full(cases, out), np.arange(out + 1)])
    origin = np.concatenate([np.arange(pairs), np.full(cases + out + 1, -1)])
    order = np.argsort(row, kind="stable")
    return Network(row[order], column[order], origin[order], np.array([*useful, cases], np.int64))


def limit(net: Network) -> int:
    """The largest number the solver can take as the worth of an edge: it multiplies by the nodes, and adds up along paths."""
    return (1 << 60) // (net.cases + len(net.places) + 2) ** 2


def most_worth(net: Network, worth: Numbers) -> Numbers:
    """The column of each case in a flow that is worth most."""
    nodes = net.cases + 1 + len(net.places)
    supply = np.concatenate([np.ones(net.cases, np.int64), [net.places[:-1].sum()], -net.places])
    capacity = np.where(net.rows < net.cases, 1, net.places[net.columns])
    flow = SimpleMinCostFlow()
    arcs = flow.add_arcs_with_capacity_and_unit_cost(
        net.rows.astype(np.int32), (net.columns + net.cases + 1).astype(np.int32), capacity, -worth
    )
    flow.set_nodes_supplies(np.arange(nodes, dtype=np.int32), supply)
    status = flow.solve()
    if status != SimpleMinCostFlow.OPTIMAL:
        raise OverflowError(f"the flow solver gave up with {status.name}; the engine `chains` has no such limits")
    used = (np.asarray(flow.flows(arcs)) > 0) & (net.rows < net.cases)
    taken = np.empty(net.cases, np.int64)
    taken[net.rows[used]] = net.columns[used]
    return taken
