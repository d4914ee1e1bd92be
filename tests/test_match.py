"""Proposals: every point and every exclusion has its reason, what is supposed changes the answer, and a person decides."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from outside import ROOT
from programs import MINI, copy_of, vecina
from vecina.book import open_book
from vecina.matching import WhatIf, advice, chances, pool_of, propose, solved

TODAY = date(2026, 11, 24)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the miniature program."""
    return copy_of(tmp_path)


def edit(root: Path, name: str, old: str, new: str) -> None:
    path = root / f"data/{name}.yml"
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new, 1))


def answer(root: Path, words: str = "") -> dict[str, Any]:
    got: dict[str, Any] = json.loads(vecina(f"match --format json {words}", root).stdout)
    return got


def pairs(root: Path, words: str = "") -> dict[str, str]:
    return {row["case"]: row["mentor"] for row in answer(root, words)["pairs"]}


def limits(root: Path, case: str, words: str = "") -> dict[str, list[str]]:
    """The limits of each mentor for a case."""
    got = json.loads(vecina(f"match --explain {case} --format json {words}", root).stdout)
    return {row["mentor"]: [limit["limit"] for limit in row["limits"]] for row in got["mentors"]}


def alone(root: Path) -> None:
    """Only m-weaver takes cases."""
    for name in ("m-ibarra", "m-sato"):
        edit(root, f"mentors/{name}", "status: active", "status: paused")


def test_the_fields_of_an_answer() -> None:
    got = answer(MINI)
    assert {"pairs", "unplaced", "proof", "bottlenecks"} <= set(got)
    assert list(got["pairs"][0]) == ["case", "mentor", "score", "urgent", "waits", "reasons"]
    assert got["pairs"][0]["score"] == sum(row["points"] for row in got["pairs"][0]["reasons"])
    assert got["proof"] == {"verified": True, "placed": 1, "points": 61}


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("status: active", "status: paused", "is paused"),
        ("agreement_signed: ", "# agreement_signed: ", "has not signed the agreement"),
        ("languages: [", "languages: [mam]  # [", "shares no language with the attorney"),
        ("time_zone: America/New_York", "time_zone: Pacific/Guam", "works too many time zones away from the attorney"),
        ("known_courts: ", "courts: [HOU]\nknown_courts: ", "does not work before this court"),
        ("known_courts: ", "circuits: [5th]\nknown_courts: ", "does not work in this circuit"),
        ("postures: [master-calendar, individual-hearing]", "postures: [bond]", "does not take cases of this posture"),
        ("pay:", "away:\n  - from: 2026-11-30\n    to: 2026-12-04\npay:", "is away during the first weeks"),
        ("pay:", "away:\n  - from: 2027-03-15\n    to: 2027-03-19\npay:", "is away during the next hearing"),
        ("  organizations: [o-willow]", "  attorneys: [a-moreau]", "has a conflict of interest with the attorney"),
    ],
)
def test_each_limit_excludes_and_says_why(root: Path, old: str, new: str, reason: str) -> None:
    edit(root, "mentors/m-weaver", old, new)
    assert limits(root, "c-v7htp")["m-weaver"] == [reason]
    assert pairs(root).get("c-v7htp") != "m-weaver"


def test_hours_that_are_used_up_exclude_until_the_next_month(root: Path) -> None:
    edit(
        root,
        "cases/c-a9xgu",
        "    activity: review\n    hours: 1.25\n",
        "    activity: review\n    hours: 14\n    mentor: m-weaver\n",
    )
    assert limits(root, "c-v7htp")["m-weaver"] == ["has no paid hours left this month"]
    assert pairs(root, "--today 2026-12-01")["c-v7htp"] == "m-weaver"


@pytest.mark.parametrize(("reason", "excluded"), [("no-time", False), ("conflict", True), ("not-a-fit", True)])
def test_a_decline_is_remembered(root: Path, reason: str, excluded: bool) -> None:
    edit(root, "program", "    detained: 6\n", "    detained: 6\n    declined: 20\n")
    row = f"declines:\n  - mentor: m-weaver\n    by: mentor\n    date: 2026-11-20\n    reason: {reason}\ncourt: "
    edit(root, "cases/c-v7htp", "court: ", row)
    assert (pairs(root).get("c-v7htp") != "m-weaver") == excluded
    if excluded:
        assert limits(root, "c-v7htp")["m-weaver"] == ["has declined this case"]
    else:
        assert {"points": -20, "reason": "declined for want of time 1 time"} in answer(root)["pairs"][0]["reasons"]


def test_points_for_meeting_in_person_and_for_whose_turn_it_is(root: Path) -> None:
    edit(root, "program", "    detained: 6\n", "    detained: 6\n    in_person: 5\n    freshness: 2\n")
    edit(root, "mentors/m-weaver", "detained_experience:", "states: [NY]\ndetained_experience:")
    found = {row["reason"]: row["points"] for row in answer(root)["pairs"][0]["reasons"]}
    assert found["can meet in person"] == 5
    assert next(points for reason, points in found.items() if reason.startswith("the last new case was ")) == 6


def test_the_urgent_case_comes_first_where_not_all_can_be_placed(root: Path) -> None:
    alone(root)
    text = (root / "data/cases/c-v7htp.yml").read_text()
    twin = text.replace("c-v7htp", "c-k2wet").replace("2027-03-16", "2026-12-15")
    edit(root, "mentors/m-weaver", "capacity:\n", "capacity:\n  cases: 1\n")
    (root / "data/cases/c-k2wet.yml").write_text(twin)
    assert pairs(root) == {"c-k2wet": "m-weaver"}
    got = answer(root)
    assert [(row["mentor"], row["one_more_place"]["cases"]) for row in got["bottlenecks"]] == [("m-weaver", 1)]
    assert {"cases": ["c-k2wet", "c-v7htp"], "mentors": ["m-weaver"], "places": 1} in got["shortages"]
    assert pairs(root, "--with-place m-weaver") == {"c-k2wet": "m-weaver", "c-v7htp": "m-weaver"}


def test_a_deadline_without_a_hearing_is_urgent_too(root: Path) -> None:
    orders = "orders:\n  - kind: bia-decision\n    date: 2026-11-02\n    served: mail\n    served_on: 2026-11-02\nlanguages:"
    edit(root, "cases/c-r4kse", "languages:", orders)
    shutil.copy(ROOT / "data/rules/pfr.yml", root / "data/rules/pfr.yml")
    (left,) = answer(root)["unplaced"]
    assert left["urgent"] == ["petition for review (in 8 days)", "detained"]


def test_what_is_supposed_changes_the_answer_and_nothing_else(root: Path) -> None:
    assert pairs(root, "--without m-weaver").get("c-v7htp") != "m-weaver"
    before = sorted((path, path.read_bytes()) for path in root.rglob("*.yml"))
    other = root / "c-k2wet.yml"
    other.write_text((root / "data/cases/c-v7htp.yml").read_text().replace("c-v7htp", "c-k2wet"))
    assert set(pairs(root, f"--also {other}")) == {"c-v7htp", "c-k2wet"}
    other.unlink()
    assert sorted((path, path.read_bytes()) for path in root.rglob("*.yml")) == before


def test_a_place_held_back_is_one_of_a_mentor_with_detained_experience(root: Path) -> None:
    edit(root, "mentors/m-weaver", "detained_experience: false", "detained_experience: true")
    alone(root)
    book = open_book(root)
    free, held = propose(book, TODAY), propose(book, TODAY, WhatIf(reserve=2))
    assert (free.held, len(free.matches)) == (0, 1)
    assert (held.held, len(held.matches)) == (2, 0)


@pytest.mark.parametrize(
    "words", ["--with-place m-weeaver", "--without m-nobody", "--explain c-a9xgu", "--also nowhere.yml", "c-v7htp"]
)
def test_what_does_not_exist_is_wrong_usage(words: str) -> None:
    assert vecina(f"match {words}", MINI).exit_code == 2


def test_one_case_and_every_mentor() -> None:
    pool = pool_of(open_book(MINI), TODAY)
    rows = chances(pool, solved(pool), "c-v7htp")
    assert {row.mentor for row in rows} == set(pool.mentors)
    assert (rows[0].mentor, rows[0].chosen) == ("m-weaver", True)
    shown = vecina("match --explain c-v7htp", MINI).stdout
    assert "m-weaver   61 points   proposed" in shown
    assert "what would change it: " in shown


def test_why_not_me_is_answered_in_points(root: Path) -> None:
    text = (root / "data/mentors/m-weaver.yml").read_text()
    (root / "data/mentors/m-vale.yml").write_text(
        text.replace("m-weaver", "m-vale").replace("known_courts", "# known_courts").replace("weaver@", "vale@")
    )
    pool = pool_of(open_book(root), TODAY)
    second = next(row for row in chances(pool, solved(pool), "c-v7htp") if row.mentor == "m-vale")
    assert (second.mentor, second.loss and second.loss.score) == ("m-vale", 12)
    assert "12 points less over all cases" in vecina("match --explain c-v7htp", root).stdout


def test_advice_is_worked_out_and_asks_for_no_more_than_helps() -> None:
    kinds = advice(pool_of(open_book(MINI), TODAY), {"c-v7htp": "m-weaver"})
    assert [(kind.court, kind.detained, kind.more) for kind in kinds] == [("HOU", True, 1)]


def test_apply_writes_a_vetted_pair_and_leaves_the_rest(root: Path) -> None:
    before = (root / "data/cases/c-r4kse.yml").read_text()
    assert vecina("match --apply", root).exit_code == 0
    record = (root / "data/cases/c-v7htp.yml").read_text()
    for line in ("status: matched\n", "mentor: m-weaver\n", "  - status: matched\n    date: 2026-11-24\n"):
        assert line in record
    assert "\nlatest_case: c-v7htp\n" in (root / "data/mentors/m-weaver.yml").read_text()
    assert vecina("check", root).exit_code == 0
    assert vecina("fmt --check", root).exit_code == 0
    assert (root / "data/cases/c-r4kse.yml").read_text() == before


def test_apply_refuses_what_no_one_decided(root: Path) -> None:
    assert vecina("match --apply c-r4kse", root).exit_code == 1
    assert vecina("match --apply --with-place m-weaver", root).exit_code == 2


def test_equal_choices_keep_the_earlier_answer(root: Path) -> None:
    text = (root / "data/mentors/m-weaver.yml").read_text()
    (root / "data/mentors/m-vale.yml").write_text(text.replace("m-weaver", "m-vale").replace("weaver@", "vale@"))
    first = answer(root)["pairs"][0]["mentor"]
    other = {"m-weaver": "m-vale", "m-vale": "m-weaver"}[first]
    earlier = root / "earlier.json"
    earlier.write_text(json.dumps({"pairs": [{"case": "c-v7htp", "mentor": other}]}))
    assert pairs(root, f"--earlier {earlier}")["c-v7htp"] == other


def test_csv_and_markdown_say_the_same() -> None:
    rows = list(csv.DictReader(io.StringIO(vecina("match --format csv", MINI).stdout, newline="")))
    assert {row["case"]: row["mentor"] for row in rows if row["mentor"]} == pairs(MINI)
    page = vecina("match --format markdown", MINI).stdout
    assert all(f"`{row['case']}`" in page for row in rows)
    assert "Proved best" in page


def test_an_answer_that_is_not_proved_says_so_and_is_not_written(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["vecina.matching.propose"], "verify", lambda *_: False)
    assert "NOT proved" in vecina("match", root).output
    assert vecina("match --apply", root).exit_code == 3
