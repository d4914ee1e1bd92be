"""Other solvers of the same problem: each takes a pool, loads its library, and gives back what is then timed.

Most cases placed first, then the highest total score: a pair is worth the pool's unit and its score, in one number.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pools import Pool, Taken


def greedy(pool: Pool) -> Callable[[], Taken]:
    """The pair with the highest score first, as long as the case waits and the mentor has a place."""

    def run() -> Taken:
        taken, free = [-1] * len(pool.urgency), list(pool.places)
        for case, mentor, _ in sorted(pool.edges, key=lambda edge: (-edge[2], edge)):
            if taken[case] < 0 and free[mentor] > 0:
                taken[case] = mentor
                free[mentor] -= 1
        return taken

    return run


def dense(pool: Pool) -> Callable[[], Taken]:
    """SciPy's assignment in a full table, a column for each place; a pair that is not possible is worth nothing."""
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    def run() -> Taken:
        owner = np.repeat(np.arange(len(pool.places)), pool.places)
        gain = np.zeros((len(pool.urgency), len(pool.places)))
        case, mentor, score = np.array(pool.edges).T
        gain[case, mentor] = pool.unit + score
        taken = np.full(len(pool.urgency), -1)
        rows, columns = linear_sum_assignment(gain[:, owner], maximize=True)
        real = gain[rows, owner[columns]] > 0
        taken[rows[real]] = owner[columns[real]]
        return list(map(int, taken))

    return run


def sparse(pool: Pool) -> Callable[[], Taken]:
    """SciPy's assignment along the possible pairs only; a column more for each case stands for no mentor."""
    import numpy as np
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import min_weight_full_bipartite_matching

    def run() -> Taken:
        cases, places = len(pool.urgency), np.array(pool.places)
        first = np.cumsum(places) - places
        case, mentor, score = np.array(pool.edges).T
        times = places[mentor]
        # the places of a pair's mentor, one after the other
        column = np.arange(times.sum()) + np.repeat(first[mentor] - (np.cumsum(times) - times), times)
        row = np.append(np.repeat(case, times), np.arange(cases))
        column = np.append(column, places.sum() + np.arange(cases))
        # one more for everything, which changes nothing: a worth of 0 would not count as possible
        gain = np.append(np.repeat(pool.unit + score + 1, times), np.ones(cases, dtype=int))
        table = coo_array((gain, (row, column)), shape=(cases, places.sum() + cases)).tocsr()
        rows, columns = min_weight_full_bipartite_matching(table, maximize=True)
        owner = np.append(np.repeat(np.arange(len(places)), places), np.full(cases, -1))
        taken = np.full(cases, -1)
        taken[rows] = owner[columns]
        return list(map(int, taken))

    return run


def highs(pool: Pool) -> Callable[[], Taken]:
    """HiGHS with a linear program: a variable for each pair, a row for each case and for each mentor."""
    import highspy
    import numpy as np

    def run() -> Taken:
        cases, mentors, pairs = len(pool.urgency), len(pool.places), len(pool.edges)
        case, mentor, score = np.array(pool.edges).T
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = pairs, cases + mentors
        model.sense_ = highspy.ObjSense.kMaximize
        model.col_cost_, model.col_lower_, model.col_upper_ = (pool.unit + score).astype(float), np.zeros(pairs), np.ones(pairs)
        model.row_lower_ = np.zeros(cases + mentors)
        model.row_upper_ = np.append(np.ones(cases), pool.places)
        model.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        model.a_matrix_.start_ = np.arange(pairs + 1) * 2
        model.a_matrix_.index_ = np.stack([case, cases + mentor], axis=1).ravel()
        model.a_matrix_.value_ = np.ones(pairs * 2)
        new: Any = highspy.Highs  # of no type in some versions
        solver = new()
        solver.setOptionValue("output_flag", False)
        solver.passModel(model)
        solver.run()
        if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            raise RuntimeError
        chosen = np.flatnonzero(np.array(solver.getSolution().col_value) > 0.5)
        taken = np.full(cases, -1)
        taken[case[chosen]] = mentor[chosen]
        return list(map(int, taken))

    return run


def simplex(pool: Pool) -> Callable[[], Taken]:
    """NetworkX with a flow from cases to mentors; what cannot be placed flows past them."""
    import networkx as nx

    def run() -> Taken:
        cases, graph = len(pool.urgency), nx.DiGraph()
        graph.add_node("from", demand=-cases)
        graph.add_node("to", demand=cases)
        graph.add_edge("from", "to", capacity=cases, weight=0)
        graph.add_edges_from(("from", case, {"capacity": 1, "weight": 0}) for case in range(cases))
        for case, mentor, score in pool.edges:
            graph.add_edge(case, cases + mentor, capacity=1, weight=-pool.unit - score)
        for mentor, places in enumerate(pool.places):
            graph.add_edge(cases + mentor, "to", capacity=places, weight=0)
        _, flow = nx.network_simplex(graph)
        return [next((mentor - cases for mentor, much in flow[case].items() if much), -1) for case in range(cases)]

    return run
