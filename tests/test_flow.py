"""The engine for large pools gives the answer of the other one to the letter: the pairs, the prices and the proof."""

from __future__ import annotations

import random
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module

import pytest
from hypothesis import given, strategies as st

from vecina.matching.assign import Assignment, Edge, assign
from vecina.matching.value import Value
from vecina.matching.verify import verify

pytest.importorskip("ortools")

from vecina.matching import flow

MODULE = import_module("vecina.matching.assign")  # the package has a function of the same name
CASES, MENTORS = tuple(f"c{number}" for number in range(1, 8)), tuple(f"m{number}" for number in range(1, 6))

few_scores = st.lists(st.tuples(*(st.sampled_from(names) for names in (CASES, MENTORS)), st.integers(-3, 3)), max_size=25)
any_scores = st.lists(
    st.tuples(*(st.sampled_from(names) for names in (CASES, MENTORS)), st.integers(-(2**58), 2**58)), max_size=25
)
places = st.fixed_dictionaries({name: st.integers(0, 3) for name in MENTORS})
urgencies = st.fixed_dictionaries({name: st.integers(0, 2) for name in CASES})
earlier = st.dictionaries(st.sampled_from(CASES), st.sampled_from(MENTORS))


def the_same(
    edges: Sequence[Edge],
    capacity: Mapping[str, int],
    urgency: Mapping[str, int] | None = None,
    before: Mapping[str, str] | None = None,
) -> Assignment:
    """The answer of the flow, after a look that it is proved and that the chains give the same."""
    one = assign(edges, capacity, urgency=urgency, earlier=before, engine="chains")
    other = assign(edges, capacity, urgency=urgency, earlier=before, engine="flow")
    assert (other.pairs, other.prices, other.proof) == (one.pairs, one.prices, one.proof)
    assert verify(other.worth, capacity, other.pairs, other.proof)
    return other


def pool_of(cases: int, mentors: int, possible: int, most: int) -> tuple[list[Edge], dict[str, int]]:
    """A pool by chance, the same every time, with somewhat fewer places than cases and no score beyond `most`."""
    chance = random.Random(cases * mentors + most)
    names = [f"m{number:03}" for number in range(mentors)]
    edges = [(f"c{case:04}", name, chance.randint(0, most)) for case in range(cases) for name in chance.sample(names, possible)]
    return edges, {name: chance.randint(0, 2 * cases // mentors - 1) for name in names}


@given(few_scores, places, urgencies, earlier)
def test_both_engines_agree(edges: list[Edge], capacity: dict[str, int], urgency: dict[str, int], before: dict[str, str]) -> None:
    the_same(edges, capacity, urgency, before)


@given(any_scores, places, urgencies)
def test_scores_larger_than_the_solver_can_take_are_solved_as_exactly(
    edges: list[Edge], capacity: dict[str, int], urgency: dict[str, int]
) -> None:
    the_same(edges, capacity, urgency)


@pytest.mark.parametrize("largest", [40, 1_000, 10**6])
@given(edges=few_scores, capacity=places, before=earlier)
def test_it_does_not_matter_how_many_digits_are_solved_at_a_time(
    largest: int, edges: list[Edge], capacity: dict[str, int], before: dict[str, str]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(flow, "limit", lambda net: largest)
        the_same(edges, capacity, None, before)


@pytest.mark.parametrize("most", [0, 3, 60])
def test_they_agree_on_hundreds_of_cases_with_many_equal_scores(most: int) -> None:
    edges, capacity = pool_of(300, 60, possible=8, most=most)
    chance = random.Random(most)
    cases = sorted({case for case, _, _ in edges})
    before = {case: name for case, name, _ in edges if chance.random() < 0.05}
    found = the_same(edges, capacity, {case: chance.choice([0, 0, 1, 5]) for case in cases}, before)
    assert 0 < len(found.pairs) < len(cases)  # not everybody has a place, so prices matter
    assert any(price > Value(1) for price in found.prices.values())


def test_more_places_than_anybody_can_fill_have_no_price() -> None:
    found = the_same([("c1", "m1", 3), ("c2", "m1", 5), ("c2", "m2", 4)], {"m1": 10**15, "m2": 0, "m3": 2})
    assert found.pairs == {"c1": "m1", "c2": "m1"}
    assert set(found.prices.values()) == {Value()}


def test_without_a_possible_pair_nobody_is_placed() -> None:
    assert the_same([], {"m1": 1}).pairs == {}
    assert the_same([("c1", "m1", 1)], {"m1": 0}).pairs == {}


@pytest.mark.parametrize("score", [2**61, -(2**63), 2**70])
def test_a_number_too_large_for_the_flow_is_left_to_the_other_engine(monkeypatch: pytest.MonkeyPatch, score: int) -> None:
    monkeypatch.setattr(MODULE, "MANY", 0)
    edges = [("c1", "m1", score)]
    with pytest.raises(OverflowError):
        assign(edges, {"m1": 1}, engine="flow")
    assert assign(edges, {"m1": 1}).total == score


@pytest.mark.parametrize(("many", "solved"), [(2, 1), (3, 0)])
def test_the_flow_is_taken_for_large_pools_only(monkeypatch: pytest.MonkeyPatch, many: int, solved: int) -> None:
    calls: list[int] = []
    solve = flow.solve

    def counted(pairs: flow.Pairs, places: Sequence[int], cases: int) -> tuple[list[int], list[Value]]:
        calls.append(cases)
        return solve(pairs, places, cases)

    monkeypatch.setattr(flow, "solve", counted)
    monkeypatch.setattr(MODULE, "MANY", many)
    edges = [("c1", "m1", 1), ("c2", "m1", 2), ("c2", "m2", 1)]
    assert len(assign(edges, {"m1": 1, "m2": 1}).pairs) == 2
    assert len(calls) == solved


def test_without_ortools_it_says_what_to_install_and_the_own_solver_does_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    edges, capacity = [("c1", "m1", 1)], {"m1": 1}
    monkeypatch.setitem(sys.modules, "ortools", None)
    monkeypatch.setattr(MODULE, "MANY", 0)
    with pytest.raises(ModuleNotFoundError, match="install vecina with its extra `scale`"):
        assign(edges, capacity, engine="flow")
    assert assign(edges, capacity).pairs == {"c1": "m1"}
