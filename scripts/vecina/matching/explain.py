"""One case and every mentor: who could take it and why she was or was not chosen, who cannot and what would have to change."""

from __future__ import annotations

from dataclasses import dataclass

from .assign import Assignment, best
from .limits import Limit
from .pool import Pool
from .score import Point
from .value import Value, plus


@dataclass(frozen=True, slots=True)
class Chance:
    """One mentor for the case. `loss` is what all pairs together would be worth less with her; None if a limit excludes her."""

    mentor: str
    score: int
    reasons: tuple[Point, ...]
    limits: tuple[Limit, ...]
    chosen: bool
    loss: Value | None


def chances(pool: Pool, found: Assignment, case: str) -> list[Chance]:
    """Every mentor, the chosen one first, then those who could by what they would cost, then those whom a limit excludes."""
    rows, most = [], found.value
    for mentor in sorted(pool.mentors):
        limits = pool.limits.get((case, mentor), ())
        if limits:
            rows.append(Chance(mentor, 0, (), limits, False, None))
            continue
        chosen = found.pairs.get(case) == mentor
        loss = Value() if chosen else plus(most, _with(found, case, mentor), -1)
        rows.append(Chance(mentor, pool.score(case, mentor), pool.possible[case, mentor], (), chosen, loss))
    return sorted(rows, key=_in_order)


def _in_order(row: Chance) -> tuple[bool, bool, int, Value, int, str]:
    return (not row.chosen, row.loss is None, len(row.limits), row.loss or Value(), -row.score, row.mentor)


def _with(found: Assignment, case: str, mentor: str) -> Value:
    """What the best assignment with this pair in it is worth: the pair, and the best of the rest with a place less."""
    rest = {pair: value for pair, value in found.worth.items() if pair[0] != case}
    fewer = {**found.capacity, mentor: found.capacity[mentor] - 1}
    return plus(best(rest, fewer).value, found.worth[case, mentor])
