"""The exact best assignment of cases to mentors with places: most cases placed, then the highest score, then by id.

Each case in turn is added to an optimal assignment of the cases before it by the one best chain of moves: she takes
it, or she takes it and hands a case on, and so on to a free place, or to a case that is left out instead. All in
whole numbers, so that the answer is exact and the same everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Edge = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class Assignment:
    """Case by case the mentor, for those that could be placed, and the sum of the scores."""

    pairs: dict[str, str]
    total: int


def assign(edges: Iterable[Edge], capacity: Mapping[str, int]) -> Assignment:
    """The best assignment along the edges (case, mentor, score ≥ 0) within the capacity {mentor: places}."""
    scores: dict[str, dict[str, int]] = {}
    for case, mentor, score in edges:
        scores.setdefault(case, {})[mentor] = score
    cases, mentors = sorted(scores), sorted(capacity)
    gains = _gains(scores, cases, mentors)
    placed: dict[str, str] = {}
    for case in cases:
        _add(case, gains, placed, capacity)
    pairs = {case: placed[case] for case in cases if case in placed}
    return Assignment(pairs, sum(scores[case][mentor] for case, mentor in pairs.items()))


def _gains(scores: dict[str, dict[str, int]], cases: list[str], mentors: list[str]) -> dict[str, dict[str, int]]:
    """One whole number per edge that holds all criteria in order: placed, score, and ties by id.

    The tie part is a number in base `mentors + 1` with a digit for each case, the first case's the highest: smaller
    ids win, first for the first case.
    """
    rank = {mentor: place for place, mentor in enumerate(mentors)}
    base, count = len(mentors) + 1, len(cases)
    tie_space = base**count
    most = 1 + sum(max(row.values()) for row in scores.values())
    return {
        case: {
            mentor: (most + score) * tie_space + (len(mentors) - rank[mentor]) * base ** (count - 1 - index)
            for mentor, score in scores[case].items()
            if mentor in rank
        }
        for index, case in enumerate(cases)
    }


def _add(case: str, gains: dict[str, dict[str, int]], placed: dict[str, str], capacity: Mapping[str, int]) -> None:
    """Adds a case by the best chain of moves; leaves everything as it is when no chain gains."""
    held: dict[str, list[str]] = {}
    for other, mentor in placed.items():
        held.setdefault(mentor, []).append(other)
    best: dict[str, int] = dict(gains[case])  # the best gain of a chain that brings one case more to this mentor
    came_from: dict[str, tuple[str, str | None]] = dict.fromkeys(best, (case, None))
    waiting = sorted(best)
    while waiting:
        mentor = waiting.pop(0)
        for moved in held.get(mentor, ()):
            for to, gain in gains[moved].items():
                through = best[mentor] - gains[moved][mentor] + gain
                if to != mentor and (to not in best or through > best[to]):
                    best[to] = through
                    came_from[to] = (moved, mentor)
                    if to not in waiting:
                        waiting.append(to)
    ends = [(gain, mentor, "") for mentor, gain in best.items() if len(held.get(mentor, ())) < capacity[mentor]]
    ends += [(best[mentor] - gains[left][mentor], mentor, left) for mentor in best for left in held.get(mentor, ())]
    gain, mentor, left = max(ends, default=(0, "", ""))
    if gain <= 0:
        return
    if left:
        del placed[left]
    step: str | None = mentor
    while step is not None:
        moved, before = came_from[step]
        placed[moved] = step
        step = before
