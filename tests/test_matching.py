"""Matching: the assignment is the best one there is, and every exclusion and point has its reason."""

from __future__ import annotations

from itertools import product

from hypothesis import given, settings, strategies as st

from vecina.matching import assign

Edges = list[tuple[str, str, int]]


def best_by_hand(edges: Edges, capacity: dict[str, int]) -> dict[str, str]:
    """The best assignment by trying them all: most cases, then the score, then the smallest ids in the order of the cases."""
    cases = sorted({case for case, _, _ in edges})
    score = {(case, mentor): points for case, mentor, points in edges}
    mentors = sorted(capacity)
    best: tuple[tuple[int, int, list[int]], dict[str, str]] | None = None
    for choice in product([None, *mentors], repeat=len(cases)):
        pairs = {case: mentor for case, mentor in zip(cases, choice, strict=True) if mentor is not None}
        if any((case, mentor) not in score for case, mentor in pairs.items()):
            continue
        if any(sum(1 for taken in pairs.values() if taken == mentor) > capacity[mentor] for mentor in mentors):
            continue
        rank = [len(mentors) - mentors.index(pairs[case]) if case in pairs else 0 for case in cases]
        key = (len(pairs), sum(score[case, mentor] for case, mentor in pairs.items()), rank)
        if best is None or key > best[0]:
            best = key, pairs
    assert best is not None
    return best[1]


small = st.lists(
    st.tuples(st.sampled_from(["c1", "c2", "c3", "c4"]), st.sampled_from(["m1", "m2", "m3"]), st.integers(0, 5)),
    max_size=12,
    unique_by=lambda edge: edge[:2],
)


@given(small, st.fixed_dictionaries({name: st.integers(0, 2) for name in ("m1", "m2", "m3")}))
@settings(max_examples=400, deadline=None)
def test_the_assignment_is_the_best_of_all(edges: Edges, capacity: dict[str, int]) -> None:
    assert assign(edges, capacity).pairs == best_by_hand(edges, capacity)


@given(small, st.randoms())
@settings(max_examples=100, deadline=None)
def test_the_order_of_the_edges_does_not_matter(edges: Edges, random: object) -> None:
    capacity = {"m1": 1, "m2": 2, "m3": 1}
    assert assign(edges, capacity) == assign(list(reversed(edges)), capacity)


def test_placing_a_case_more_beats_any_score() -> None:
    edges = [("c1", "m1", 900), ("c2", "m1", 1), ("c1", "m2", 0)]
    assert assign(edges, {"m1": 1, "m2": 1}).pairs == {"c1": "m2", "c2": "m1"}


def test_ties_go_to_the_first_ids() -> None:
    edges = [(case, mentor, 5) for case in ("c1", "c2") for mentor in ("m1", "m2")]
    assert assign(edges, {"m1": 1, "m2": 1}).pairs == {"c1": "m1", "c2": "m2"}


def test_a_whole_program_takes_no_time_to_speak_of() -> None:
    edges = [(f"c{case:02}", f"m{mentor:02}", (case * 7 + mentor * 13) % 40) for case in range(50) for mentor in range(15)]
    found = assign(edges, {f"m{mentor:02}": 3 for mentor in range(15)})
    assert len(found.pairs) == 45
