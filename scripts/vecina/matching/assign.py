"""The best assignment of cases to mentors with places, with the prices that prove it.

Most cases placed, of those that cannot all be the urgent ones, then the highest total score, then the fewest changes to
earlier proposals; what is still equal is decided by a keyed hash of the ids, so that the best assignment is one and the
same on every machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Literal

from .chains import Edges, solve
from .prices import least_prices
from .value import KEY, ZERO, Value, packing, plus, tie_of
from .verify import Proof

Edge = tuple[str, str, int]
Engine = Literal["auto", "chains", "flow"]
Worth = dict[tuple[str, str], Value]
Found = tuple[list[int], list[Value]]
MANY = 20_000  # possible pairs above which the flow is faster, its import included


@dataclass(frozen=True, slots=True)
class Assignment:
    """Case by case the mentor, for those that can be placed.

    `prices` says of each mentor what one more place of hers would bring, criterion by criterion; `worth` what each
    possible pair is worth; `proof` holds the prices that `verify` checks.
    """

    pairs: dict[str, str]
    prices: dict[str, Value]
    proof: Proof
    worth: dict[tuple[str, str], Value]
    capacity: dict[str, int]

    @property
    def value(self) -> Value:
        """What all pairs together are worth, criterion by criterion."""
        value = ZERO
        for pair in self.pairs.items():
            value = plus(value, self.worth[pair])
        return value

    @property
    def total(self) -> int:
        """The sum of the scores."""
        return sum(self.worth[pair].score for pair in self.pairs.items())


def assign(
    edges: Iterable[Edge],
    capacity: Mapping[str, int],
    *,
    urgency: Mapping[str, int] | None = None,
    earlier: Mapping[str, str] | None = None,
    key: str = KEY,
    engine: Engine = "auto",
) -> Assignment:
    """The best assignment along the edges (case, mentor, score) within the capacity {mentor: places}.

    `urgency` counts where not every case can be placed: more is more urgent. `earlier` are pairs proposed before. Of two
    edges of the same pair the higher score counts; a mentor without a place in `capacity` has none. The answer of every
    `engine` is the same; "auto" takes the flow for a large pool, if the extra `scale` is installed.
    """
    urgent, before = urgency or {}, earlier or {}
    scores: dict[tuple[str, str], int] = {}
    for case, mentor, score in edges:
        if capacity.get(mentor, 0) > 0:
            scores[case, mentor] = max(score, scores.get((case, mentor), score))
    worth = {
        (case, mentor): Value(1, urgent.get(case, 0), score, int(before.get(case) == mentor), tie_of(case, mentor, key))
        for (case, mentor), score in scores.items()
    }
    return best(worth, capacity, engine)


def best(worth: Worth, capacity: Mapping[str, int], engine: Engine = "auto") -> Assignment:
    """The best assignment of pairs whose worth is known. Each has a mentor with a place, or it is left out."""
    worth = {pair: value for pair, value in worth.items() if capacity.get(pair[1], 0) > 0}
    cases, mentors = sorted({case for case, _ in worth}), sorted({mentor for _, mentor in worth})
    number = {mentor: place for place, mentor in enumerate(mentors)}
    places = [capacity[mentor] for mentor in mentors]
    chosen, prices = _solved(engine, worth, cases, number, places)
    pairs = {case: mentors[taken] for case, taken in zip(cases, chosen, strict=True) if taken >= 0}
    by_mentor = dict(zip(mentors, prices, strict=True))
    own = {case: max(ZERO, plus(worth[case, mentor], by_mentor[mentor], -1)) for case, mentor in pairs.items()}
    held = {mentor: capacity.get(mentor, 0) for mentor in capacity}
    return Assignment(pairs, {name: by_mentor.get(name, ZERO) for name in sorted(capacity)}, Proof(own, by_mentor), worth, held)


def _solved(engine: Engine, worth: Worth, cases: list[str], number: dict[str, int], places: list[int]) -> Found:
    """The mentor of each case by number, -1 for none, and the least price of each mentor's place."""
    if engine == "flow":
        if find_spec("ortools") is None:
            raise ModuleNotFoundError("the engine `flow` needs OR-tools: install vecina with its extra `scale`")
        return _by_flow(worth, cases, number, places)
    if engine == "auto" and len(worth) > MANY and find_spec("ortools") is not None:
        with suppress(OverflowError):  # numbers beyond 64 bits are for the own solver
            return _by_flow(worth, cases, number, places)
    return _by_chains(worth, cases, number, places)


def _by_chains(worth: Worth, cases: list[str], number: dict[str, int], places: list[int]) -> Found:
    """By the own solver, in whole numbers of any size."""
    packed = packing(worth.values(), len(cases))
    by_case: dict[str, list[tuple[int, int]]] = {case: [] for case in cases}
    for (case, mentor), value in sorted(worth.items()):
        by_case[case].append((number[mentor], packed.pack(value)))
    rows: list[Edges] = [by_case[case] for case in cases]
    found = solve(rows, places)
    return found.taken, [packed.unpack(price) for price in least_prices(rows, places, found.taken, found.prices)]


def _by_flow(worth: Worth, cases: list[str], number: dict[str, int], places: list[int]) -> Found:
    """By the network flow, for large pools."""
    from . import flow  # only where it is installed

    row, values = {case: place for place, case in enumerate(cases)}, list(worth.values())
    pairs = flow.Pairs(
        [row[case] for case, _ in worth],
        [number[mentor] for _, mentor in worth],
        lambda these, criterion: [values[pair][criterion] for pair in these],
    )
    return flow.solve(pairs, places, len(cases))
