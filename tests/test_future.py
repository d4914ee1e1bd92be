"""Places kept for requests to come: learnt from the past, off until there is enough of it, shown as points with a reason."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st

from outside import ROOT
from programs import vecina
from vecina.matching import Past, Reserve, assign, reserve_prices
from vecina.matching.advice import _more

NOW = {"c1": {"m-mam": 10, "m-other": 8}}  # both could take it; the first speaks Mam too
PLACES = {"m-mam": 1, "m-other": 1}
MAM = Past(requests=[{"m-mam": 5}], weekly=[1, 0])


def prices(past: Past, places: dict[str, int] = PLACES, load: dict[str, int] | None = None) -> dict[str, Reserve]:
    return reserve_prices(NOW, places, load or {}, past, weeks=4, worth=60)


def test_the_only_mentor_for_what_is_likely_to_come_is_kept() -> None:
    kept = prices(MAM)
    assert set(kept) == {"m-mam"}
    assert kept["m-mam"].points > 2
    assert 0 < kept["m-mam"].needed < kept["m-mam"].futures == 100  # in some futures nobody comes, in some only one
    edges = [("c1", mentor, score - (kept[mentor].points if mentor in kept else 0)) for mentor, score in NOW["c1"].items()]
    assert assign([("c1", mentor, score) for mentor, score in NOW["c1"].items()], PLACES).pairs == {"c1": "m-mam"}
    assert assign(edges, PLACES).pairs == {"c1": "m-other"}


@pytest.mark.parametrize(
    ("past", "places"),
    [
        (Past([], []), PLACES),  # nothing is known
        (Past([{"m-mam": 5}], [0, 0, 0]), PLACES),  # nobody came for weeks
        (Past([{}], [2]), PLACES),  # requests that nobody could take keep nobody's place
        (MAM, {"m-mam": 9, "m-other": 1}),  # places enough
    ],
)
def test_where_no_place_will_be_missed_none_is_kept(past: Past, places: dict[str, int]) -> None:
    assert prices(past, places) == {}


def test_places_that_will_be_free_again_are_kept_less() -> None:
    usual = prices(MAM, load={"m-mam": 2})["m-mam"].points
    soon = prices(Past(MAM.requests, MAM.weekly, ends=0.5), load={"m-mam": 2})
    assert "m-mam" not in soon or soon["m-mam"].points < usual


def test_the_same_question_has_the_same_answer() -> None:
    assert prices(MAM) == prices(MAM) == {"m-mam": Reserve(points=43, needed=66, futures=100)}


@pytest.fixture
def learning(tmp_path: Path) -> Path:
    """The sample program, with history enough to learn from."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    program = tmp_path / "data/program.yml"
    program.write_text(program.read_text().replace("requests_needed: 60", "requests_needed: 30"))
    return tmp_path


def answer(root: Path) -> dict[str, Any]:
    got: dict[str, Any] = json.loads(vecina("match --format json", root).stdout)
    return got


def test_what_is_kept_is_a_point_with_its_reason(learning: Path) -> None:
    got = answer(learning)
    learnt = {row["mentor"]: row for row in got["arrivals"]["prices"]}
    assert got["arrivals"]["on"] is True
    for pair in got["pairs"]:
        kept = [row["points"] for row in pair["reasons"] if "kept for requests to come" in row["reason"]]
        assert kept == ([-learnt[pair["mentor"]]["points"]] if pair["mentor"] in learnt else [])
        assert pair["score"] == sum(row["points"] for row in pair["reasons"])
    assert "Requests to come count, learnt from" in vecina("match", learning).output
    assert "kept for requests to come" in vecina(f"match --explain {got['pairs'][0]['case']}", learning).output


def test_keeping_places_leaves_no_case_out(learning: Path) -> None:
    assert len(answer(learning)["pairs"]) == len(answer(ROOT)["pairs"])


def test_it_is_off_until_there_is_history_and_says_so() -> None:
    assert answer(ROOT)["arrivals"]["on"] is False
    assert "Requests that may come are not counted in yet" in vecina("match", ROOT).output
    assert not any("kept" in row["reason"] for pair in answer(ROOT)["pairs"] for row in pair["reasons"])


@given(
    st.lists(st.tuples(st.sampled_from(["c1", "c2", "c3", "c4", "c5"]), st.sampled_from(["m1", "m2", "m3"])), unique=True),
    st.dictionaries(st.sampled_from(["m1", "m2", "m3"]), st.integers(1, 2)),
    st.lists(st.sampled_from(["c1", "c2", "c3", "c4", "c5"]), unique=True),
    st.integers(1, 3),
)
def test_what_a_new_mentor_would_place_is_what_the_assignment_with_her_places(
    possible: list[tuple[str, str]], places: dict[str, int], hers: list[str], free: int
) -> None:
    edges = [(case, mentor, 0) for case, mentor in possible]
    now = assign(edges, places).pairs
    then = assign([*edges, *((case, "new", 0) for case in hers)], {**places, "new": free}).pairs
    able = {name: [case for case, mentor in possible if mentor == name] for name in ("m1", "m2", "m3")}
    assert _more(hers, free, able, now) == len(then) - len(now)
