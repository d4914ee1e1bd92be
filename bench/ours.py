"""The matcher that is measured, with the criteria that others can express too, with all of its own, and for scores alone."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from importlib.util import find_spec
from typing import Any

from pools import Pool, Taken
from vecina.matching import Assignment, assign

NONE = "none"


def ours(pool: Pool) -> Callable[[], Taken]:
    """Most cases placed, then the highest total score."""
    return _run(pool)


def ours_urgent(pool: Pool) -> Callable[[], Taken]:
    """Most cases placed, of those the urgent ones, then the highest total score."""
    return _run(pool, urgency={str(case): urgency for case, urgency in enumerate(pool.urgency)})


def ours_chains(pool: Pool) -> Callable[[], Taken]:
    """The same as `ours` by the engine for small pools, whatever the size."""
    if "engine" not in inspect.signature(assign).parameters:
        raise NotImplementedError
    return _run(pool, engine="chains")


def ours_flow(pool: Pool) -> Callable[[], Taken]:
    """The same as `ours` by the engine for large pools, whatever the size."""
    if "engine" not in inspect.signature(assign).parameters:
        raise NotImplementedError
    if find_spec("ortools") is None:  # the engine's own way to say so is meant for people
        raise ModuleNotFoundError
    return _run(pool, engine="flow")


def score_alone(pool: Pool) -> Callable[[], Taken]:
    """The highest total score, and only at that as many cases placed as possible.

    Every case can also have no mentor, as if that were one: all count as placed then, and the scores alone decide.
    """
    each = len(pool.urgency) + 1  # a point counts more than all cases: they only decide between equal totals
    named = [(str(case), str(mentor), score * each + 1) for case, mentor, score in pool.edges]
    named += [(str(case), NONE, 0) for case in range(len(pool.urgency))]
    capacity = {NONE: len(pool.urgency), **{str(mentor): places for mentor, places in enumerate(pool.places)}}
    return lambda: _taken(pool, assign(named, capacity))


def _run(pool: Pool, **more: Any) -> Callable[[], Taken]:
    """The matcher with names made before the clock starts, as records have theirs."""
    named = [(str(case), str(mentor), score) for case, mentor, score in pool.edges]
    capacity = {str(mentor): places for mentor, places in enumerate(pool.places)}
    return lambda: _taken(pool, assign(named, capacity, **more))


def _taken(pool: Pool, found: Assignment) -> Taken:
    """The mentors by number again."""
    names = (found.pairs.get(str(case), NONE) for case in range(len(pool.urgency)))
    return [-1 if name == NONE else int(name) for name in names]
