"""The assignment is the best there is, it is proved, and the prices say what one more place would bring."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings, strategies as st

from vecina.matching.assign import Assignment, assign
from vecina.matching.shortage import shortages
from vecina.matching.value import ZERO, Value, packing, plus, tie_of
from vecina.matching.verify import Proof, verify

Edges = list[tuple[str, str, int]]
CASES, MENTORS = ("c1", "c2", "c3", "c4"), ("m1", "m2", "m3")

small = st.lists(
    st.tuples(st.sampled_from(CASES), st.sampled_from(MENTORS), st.integers(-3, 5)), max_size=12, unique_by=lambda edge: edge[:2]
)
places = st.fixed_dictionaries({name: st.integers(0, 2) for name in MENTORS})
urgencies = st.fixed_dictionaries({name: st.integers(0, 2) for name in CASES})
earlier = st.dictionaries(st.sampled_from(CASES), st.sampled_from(MENTORS))


def worth_of(found: Assignment) -> Value:
    """What the assignment is worth, criterion by criterion."""
    total = ZERO
    for pair in found.pairs.items():
        total = plus(total, found.worth[pair])
    return total


def best_by_trying_all(
    edges: Edges, capacity: dict[str, int], urgency: dict[str, int], before: dict[str, str]
) -> tuple[Value, dict[str, str]]:
    """The best assignment by looking at every one there is."""
    score = {(case, mentor): points for case, mentor, points in edges}
    best: tuple[Value, dict[str, str]] = (ZERO, {})
    cases = sorted({case for case, _ in score})
    for choice in product([None, *MENTORS], repeat=len(cases)):
        pairs = {case: mentor for case, mentor in zip(cases, choice, strict=True) if mentor is not None}
        if any(pair not in score for pair in pairs.items()):
            continue
        if any(sum(1 for taken in pairs.values() if taken == mentor) > capacity[mentor] for mentor in MENTORS):
            continue
        value = Value(
            len(pairs),
            sum(urgency[case] for case in pairs),
            sum(score[pair] for pair in pairs.items()),
            sum(before.get(case) == mentor for case, mentor in pairs.items()),
            sum(tie_of(case, mentor) for case, mentor in pairs.items()),
        )
        best = max(best, (value, pairs), key=lambda one: one[0])
    return best


@settings(max_examples=3000)
@given(small, places, urgencies, earlier)
def test_it_is_the_best_of_all_and_proved(
    edges: Edges, capacity: dict[str, int], urgency: dict[str, int], before: dict[str, str]
) -> None:
    found = assign(edges, capacity, urgency=urgency, earlier=before)
    assert (worth_of(found), found.pairs) == best_by_trying_all(edges, capacity, urgency, before)
    assert verify(found.worth, capacity, found.pairs, found.proof)


@given(small, places, urgencies, st.sampled_from(MENTORS))
def test_a_price_is_what_one_more_place_brings(
    edges: Edges, capacity: dict[str, int], urgency: dict[str, int], mentor: str
) -> None:
    found = assign(edges, capacity, urgency=urgency)
    more = assign(edges, {**capacity, mentor: capacity[mentor] + 1}, urgency=urgency)
    if capacity[mentor]:  # one without a place has no price yet
        assert plus(worth_of(more), worth_of(found), -1) == found.prices[mentor]


@given(small, places, st.randoms(use_true_random=False))
def test_neither_order_nor_names_of_the_lists_matter(edges: Edges, capacity: dict[str, int], random: object) -> None:
    once = assign(edges, capacity)
    again = assign(list(reversed(edges)), dict(reversed(list(capacity.items()))))
    assert (once.pairs, once.prices, once.proof) == (again.pairs, again.prices, again.proof)


@given(small, places, st.integers(0, 30), st.integers(0, 4), st.sampled_from([-1, 1, 7]))
def test_a_corrupted_proof_fails(edges: Edges, capacity: dict[str, int], which: int, place: int, by: int) -> None:
    found = assign(edges, capacity)
    prices = [("case", name) for name in found.proof.cases] + [("mentor", name) for name in found.proof.mentors if capacity[name]]
    if not prices:
        return
    kind, name = prices[which % len(prices)]
    parts = dict(found.proof.cases if kind == "case" else found.proof.mentors)
    changed = list(parts[name])
    changed[place] += by
    parts[name] = Value(*changed)
    wrong = Proof(parts, found.proof.mentors) if kind == "case" else Proof(found.proof.cases, parts)
    assert not verify(found.worth, capacity, found.pairs, wrong)


@given(small, places)
def test_another_assignment_is_not_proved_by_the_same_prices(edges: Edges, capacity: dict[str, int]) -> None:
    found = assign(edges, capacity)
    for case in found.pairs:
        fewer = {name: mentor for name, mentor in found.pairs.items() if name != case}
        assert not verify(found.worth, capacity, fewer, found.proof)
    for case, mentor in found.worth:
        if found.pairs.get(case) != mentor:
            assert not verify(found.worth, capacity, {**found.pairs, case: mentor}, found.proof)


def test_more_cases_than_places_are_no_proof() -> None:
    worth = {(case, "m1"): Value(1) for case in ("c1", "c2")}
    proof = Proof({"c1": Value(1), "c2": Value(1)}, {})
    assert not verify(worth, {"m1": 1}, {"c1": "m1", "c2": "m1"}, proof)
    assert not verify(worth, {"m1": 2}, {"c1": "m9"}, proof)
    assert verify(worth, {"m1": 2}, {"c1": "m1", "c2": "m1"}, proof)


def test_placing_a_case_more_beats_any_score() -> None:
    edges = [("c1", "m1", 900), ("c2", "m1", 1), ("c1", "m2", 0)]
    assert assign(edges, {"m1": 1, "m2": 1}).pairs == {"c1": "m2", "c2": "m1"}


def test_the_urgent_case_is_placed_where_not_all_can_be() -> None:
    edges = [("c1", "m1", 900), ("c2", "m1", 1)]
    assert assign(edges, {"m1": 1}, urgency={"c2": 1}).pairs == {"c2": "m1"}
    assert assign(edges, {"m1": 1}).pairs == {"c1": "m1"}


def test_what_was_proposed_before_stays_where_nothing_else_speaks_against_it() -> None:
    edges = [(case, mentor, 5) for case in ("c1", "c2") for mentor in ("m1", "m2")]
    for before in ({"c1": "m1", "c2": "m2"}, {"c1": "m2", "c2": "m1"}):
        assert assign(edges, {"m1": 1, "m2": 1}, earlier=before).pairs == before


def test_a_tie_is_decided_by_the_key_and_nothing_else() -> None:
    edges = [(case, mentor, 5) for case in ("c1", "c2", "c3") for mentor in ("m1", "m2", "m3")]
    capacity = dict.fromkeys(("m1", "m2", "m3"), 1)
    assert len({str(assign(edges, capacity, key=key).pairs) for key in "abcdefgh"}) > 1
    assert assign(edges, capacity, key="a") == assign(edges, capacity, key="a")


@given(small, places)
def test_what_is_left_over_is_left_over_for_a_reason_that_can_be_counted(edges: Edges, capacity: dict[str, int]) -> None:
    found = assign(edges, capacity)
    waiting = frozenset(case for case, _, _ in edges)
    can = {case: {mentor for of, mentor, _ in edges if of == case and capacity[mentor]} for case in waiting}
    groups = shortages(found, waiting)
    assert {case for group in groups for case in group.cases} >= waiting - set(found.pairs)
    for group in groups:
        assert set().union(*(can[case] for case in group.cases)) <= set(group.mentors)
        assert group.places == sum(capacity[mentor] for mentor in group.mentors)
        assert len(group.cases) > group.places


@given(st.lists(st.builds(Value, *[st.integers(-9, 9)] * 4, st.integers(-(2**60), 2**60)), min_size=1, max_size=6))
def test_numbers_add_and_compare_as_values_do(values: list[Value]) -> None:
    packed, total = packing(values, len(values)), ZERO
    for value in values:
        total = plus(total, value)
    assert packed.unpack(sum(packed.pack(value) for value in values)) == total
    assert sorted(values) == sorted(values, key=packed.pack)


# Published instances with the optimum that is given with them, as scores to make large.
KNOWN = [
    # Project Euler 345: the example of a matrix sum
    (
        [
            [7, 53, 183, 439, 863], [497, 383, 563, 79, 973], [287, 63, 343, 169, 583],
            [627, 343, 773, 959, 943], [767, 473, 103, 699, 303],
        ], 3315,
    ),
    # the four workers of many a textbook, where the costs add up to 13
    ([[-9, -2, -7, -8], [-6, -4, -3, -7], [-5, -8, -1, -8], [-7, -6, -9, -4]], -13),
]  # fmt: skip


@pytest.mark.parametrize(("scores", "most"), KNOWN)
def test_known_optima_come_out_exactly(scores: list[list[int]], most: int) -> None:
    edges = [(f"c{row}", f"m{column}", score) for row, line in enumerate(scores) for column, score in enumerate(line)]
    found = assign(edges, {f"m{column}": 1 for column in range(len(scores))})
    assert (len(found.pairs), found.total) == (len(scores), most)
    assert verify(found.worth, found.capacity, found.pairs, found.proof)


@pytest.mark.parametrize("size", [10, 60])
def test_the_instances_of_machol_and_wien_come_out_exactly(size: int) -> None:
    """Costs of row times column, hard for many solvers: the largest row goes with the smallest column."""
    edges = [(f"c{row:02}", f"m{column:02}", -(row + 1) * (column + 1)) for row in range(size) for column in range(size)]
    found = assign(edges, {f"m{column:02}": 1 for column in range(size)})
    assert found.pairs == {f"c{row:02}": f"m{size - 1 - row:02}" for row in range(size)}
    assert -found.total == size * (size + 1) * (size + 2) // 6
    assert verify(found.worth, found.capacity, found.pairs, found.proof)
