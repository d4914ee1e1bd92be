"""The results of the solvers as plain tables: time and memory beside ours, what placing most costs, who would rather swap."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pools import FLOAT_BITS, MOST, URGENT, Worth, bits

OURS, URGENCY, ALONE, GREEDY = "vecina", "vecina, urgency", "vecina, score alone", "greedy"
OTHER = {URGENCY: "placed, urgency, score", ALONE: "another question"}  # what cannot be compared with the rest
MB = 1e6
TIE = 2**60 - 1


@dataclass(frozen=True, slots=True)
class Ran:
    """What came of one solver: seconds, peak memory and the assignment, or in words why there is none.

    `least` are the seconds it was given when it did not end within them.
    """

    said: str = ""
    seconds: float = 0.0
    memory: int = 0
    worth: Worth | None = None
    least: float = 0.0


Results = dict[str, Ran]


def table(cases: int, mentors: int, done: Results) -> Iterator[str]:
    """One line per solver."""
    ours, best = done[OURS], best_of(done)
    size = f"{cases:,} × {mentors:,}"
    yield f"{size:<20} {'seconds':>15} {'ratio':>7} {'MB':>7} {'ratio':>6} {'placed':>7} {'score':>9}  result"
    for name, one in done.items():
        if not one.worth:
            ratio = f"> {one.least / ours.seconds:.3g}" if one.least and ours.worth else "-"
            yield f"{name:<20} {one.said:>15} {ratio:>7} {'-':>7} {'-':>6} {'-':>7} {'-':>9}"
            continue
        times, share = (f"{one.seconds / ours.seconds:.3g}", f"{one.memory / ours.memory:.2f}") if ours.worth else ("-", "-")
        yield (
            f"{name:<20} {one.seconds:>15.5f} {times:>7} {one.memory / MB:>7.0f} {share:>6} "
            f"{one.worth.placed:>7,} {one.worth.total:>9,}  {OTHER.get(name) or _against(one.worth, best)}"
        )


def best_of(done: Results) -> Worth | None:
    """The best assignment that any exact solver found for the common criteria."""
    found = [one.worth for name, one in done.items() if one.worth and name not in {*OTHER, GREEDY}]
    return max(found, key=lambda one: (one.placed, one.total), default=None)


def _against(one: Worth, best: Worth | None) -> str:
    """How an assignment compares with the best one."""
    if best is None:
        return "unknown"
    if (one.placed, one.total) == (best.placed, best.total):
        return "best"
    placed = f"{best.placed - one.placed:,} fewer placed, " if best.placed > one.placed else ""
    return f"{placed}score {one.total - best.total:+,}"


def packed(cases: int) -> str:
    """Whether a float holds the criteria packed into one number."""
    kinds = {"placed and score": (1, MOST), "with urgency": (1, URGENT, MOST), "with all of vecina's": (1, URGENT, MOST, 1, TIE)}
    needed = {name: bits(cases, *most) for name, most in kinds.items()}
    said = ", ".join(f"{name} {much}{'' if much <= FLOAT_BITS else ' (too many)'}" for name, much in needed.items())
    return f"bits for the criteria as one number, of {FLOAT_BITS} in a float: {said}"


def cost(done: Results) -> str:
    """What placing most cases first costs in points, beside the highest total score alone."""
    first, alone = best_of(done), done[ALONE].worth
    if not first or not alone:
        return f"most placed first: unknown, the highest score alone took {done[ALONE].said}"
    points, more = alone.total - first.total, first.placed - alone.placed
    share = points / alone.total if alone.total else 0
    return f"most placed first: {more:,} more placed for {points:,} of {alone.total:,} points ({share:.3%})"


def rather(done: Results, pairs: int) -> str:
    """How many pairs would both rather have each other, a fact that none but the greedy one looks at."""
    names = (GREEDY, OURS, URGENCY, ALONE)
    said = ", ".join(f"{name.removeprefix('vecina, ')} {one.rather:,}" for name in names if (one := done[name].worth))
    return f"pairs of {pairs:,} that would both rather have each other, by score: {said or 'unknown'}"
