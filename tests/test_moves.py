"""Moves of open cases: only where they bring enough, never near a hearing, and never written by the command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from outside import ROOT
from programs import MINI, copy_of, vecina
from test_match import answer, edit


@pytest.fixture
def full(tmp_path: Path) -> Path:
    """Only m-ibarra could take c-v7htp, and she is full; m-weaver could take c-m3wqz off her."""
    root = copy_of(tmp_path)
    edit(root, "mentors/m-ibarra", "cases: 3", "cases: 2")
    refused = "declines:\n  - mentor: m-weaver\n    by: attorney\n    date: 2026-11-20\n    reason: not-a-fit\nlanguages:"
    edit(root, "cases/c-v7htp", "languages:", refused)
    return root


def test_a_move_is_proposed_where_it_places_a_case_more(full: Path) -> None:
    assert answer(full)["pairs"] == []
    got = answer(full, "--reassign")
    assert [(row["case"], row["mentor"]) for row in got["pairs"]] == [("c-v7htp", "m-ibarra")]
    (move,) = got["moves"]
    assert (move["case"], move["from"], move["to"]) == ("c-m3wqz", "m-ibarra", "m-weaver")
    assert (move["gain"]["cases"], move["room_for"]) == (1, ["c-v7htp"])
    assert any("next hearing in" in cost for cost in move["cost"])
    assert move["score"] == sum(row["points"] for row in move["reasons"])
    assert got["proof"]["verified"] is True


def test_the_text_names_gain_and_cost_and_asks_to_ask(full: Path) -> None:
    said = vecina("match --reassign", full).output
    assert "ask everybody first" in said
    assert "brings: 1 case more, room for c-v7htp" in said
    assert "points taken off for each move" in said
    assert "| `c-m3wqz` | `m-ibarra` | `m-weaver` |" in vecina("match --reassign --format markdown", full).output
    assert "moves from m-ibarra" in vecina("match --reassign --format csv", full).output


def test_nothing_moves_for_a_few_points() -> None:
    got = vecina("match --reassign", MINI).output
    assert "No move of an open case places one more" in got
    assert answer(MINI, "--reassign")["moves"] == []
    assert answer(MINI, "--reassign")["pairs"] == answer(MINI)["pairs"]


def test_points_alone_move_a_case_where_the_program_asks_for_none(tmp_path: Path) -> None:
    root = copy_of(tmp_path)
    edit(root, "program", "    detained:", "    move: 0\n    detained:")
    edit(root, "mentors/m-weaver", "claims: [political-opinion, family]\ncountries: [HT]", "claims: [gang]\ncountries: [HN]")
    moved = answer(root, "--reassign")["moves"]
    assert all(row["gain"]["cases"] == 0 and row["gain"]["points"] > 0 for row in moved)
    assert [row["case"] for row in moved] == ["c-m3wqz"]


def test_a_case_whose_hearing_is_near_stays(full: Path) -> None:
    edit(full, "cases/c-m3wqz", "date: 2027-02-09", "date: 2026-12-22")
    assert [row["case"] for row in answer(full, "--reassign")["moves"]] == ["c-a9xgu"]  # its hearing is in 34 days
    assert answer(full, "--reassign --today 2026-11-28")["moves"] == []


def test_who_guides_a_case_keeps_it_though_a_limit_would_keep_it_from_her_now(full: Path) -> None:
    edit(full, "mentors/m-ibarra", "status: active", "status: paused")
    assert answer(full, "--reassign")["pairs"] == []
    assert "c-m3wqz" not in [row["case"] for row in answer(full, "--reassign")["unplaced"]]


def test_the_load_counts_what_is_given_and_what_is_got(full: Path) -> None:
    loads = {row["mentor"]: (row["open"], row["proposed"]) for row in answer(full, "--reassign")["loads"]}
    assert (loads["m-ibarra"], loads["m-weaver"]) == ((2, 0), (0, 1))


def test_a_move_is_not_written(full: Path) -> None:
    before = (full / "data/cases/c-m3wqz.yml").read_text()
    assert vecina("match --reassign --apply", full).exit_code == 2
    assert (full / "data/cases/c-m3wqz.yml").read_text() == before


@pytest.mark.parametrize("root", [ROOT, MINI], ids=["sample", "mini"])
def test_what_one_more_place_would_bring_comes_true(root: Path) -> None:
    now = answer(root)
    for row in now["bottlenecks"]:
        then = answer(root, f"--with-place {row['mentor']}")
        more = (then["proof"]["placed"] - now["proof"]["placed"], then["proof"]["points"] - now["proof"]["points"])
        assert more == (row["one_more_place"]["cases"], row["one_more_place"]["points"]), row["mentor"]
    others = {load["mentor"] for load in now["loads"]} - {row["mentor"] for row in now["bottlenecks"]}
    for name in sorted(others):
        assert answer(root, f"--with-place {name}")["proof"] == now["proof"], name


def test_a_place_is_held_only_with_a_mentor_who_can_take_a_case() -> None:
    got = answer(ROOT, "--reserve 1")
    assert got["held"] == 1
    assert answer(ROOT, "--reserve 100")["held"] < 100  # no more than there are
    said = vecina("match --reserve 100", ROOT).output
    assert "held place" not in said.replace("places held back", "")


def test_a_reason_for_what_is_left_over_stands_once() -> None:
    reasons = answer(ROOT, "--without m-chen")["shortages"]
    assert len({str(row) for row in reasons}) == len(reasons)


def test_explain_keeps_the_earlier_answer_too(full: Path) -> None:
    earlier = full / "earlier.json"
    earlier.write_text('{"pairs": [{"case": "c-v7htp", "mentor": "m-ibarra"}]}')
    edit(full, "mentors/m-ibarra", "cases: 2", "cases: 3")
    assert "m-ibarra" in vecina(f"match --explain c-v7htp --earlier {earlier}", full).output.split("proposed")[0]


def test_a_place_that_is_held_back_makes_no_other_mentor_look_less_urgent() -> None:
    """What is supposed counts in every answer to `what if she took it`, the held places too."""
    got = json.loads(vecina("match --explain c-nh2vm --reserve 1 --format json", ROOT).stdout)
    able = [row for row in got["mentors"] if not row["limits"]]
    assert len(able) > 1
    assert all(row["loss"]["urgency"] < 1_000 for row in able)
