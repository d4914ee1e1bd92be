"""`vecina vet`: how requested cases stand, what to write, and what is written when they are accepted or declined."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from programs import MINI, copy_of, edit, vecina
from vecina.book import open_book

CASE = "c-r4kse"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The miniature program with three requested cases: two of one organization, one of them with a suspended attorney."""
    made = copy_of(tmp_path)
    cases = made / "data/cases"
    for name, attorney in (("c-k6tvn", "a-oduya"), ("c-p2wyd", "a-moreau")):
        text = (cases / f"{CASE}.yml").read_text(encoding="utf-8")
        (cases / f"{name}.yml").write_text(text.replace(CASE, name).replace("a-finch", attorney), encoding="utf-8")
    edit(cases / "c-p2wyd.yml", ("organization: o-willow\n", ""))
    edit(made / "data/attorneys/a-oduya.yml", ("status: active", "status: inactive"))
    return made


def texts(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (root / "data/cases").iterdir()}


def status(root: Path, name: str) -> str:
    return str(open_book(root).cases[name].data["status"])


def test_a_case_is_shown_with_what_is_met_and_what_comes() -> None:
    said = vecina(f"vet {CASE}", MINI).output
    assert "Not yet due (3)" in said
    assert "Active bar admission         Active in TX, looked up on Thu 28 May 2026." in said
    assert "It can be accepted: nothing that must be there before the match is missing." in said
    assert said.index("Attorney of record is a-finch") < said.index("Write to the attorney:")


def test_the_mail_is_ready_and_names_the_case_by_its_number_alone() -> None:
    said = vecina(f"vet {CASE}", MINI).output.partition("Write to the attorney:")[2]
    assert "To: corinne.finch@example.org" in said
    assert "- Please watch the introductory video before your first meeting." in said
    assert "Please answer to admin@example.org. Name a case by its number alone, and never write who the client is." in said
    assert "Corinne" not in said


def test_without_a_name_all_requested_cases_are_shown_and_summed_up(root: Path) -> None:
    said = vecina("vet", root).output
    assert "3 cases: 2 can be accepted, 1 cannot yet.\n  active bar admission: missing in 1 case\n" in said
    assert "no: active bar admission" in said
    assert "It cannot be accepted yet. Missing before the match: active bar admission." in vecina("vet --full", root).output
    assert vecina("vet --organization o-faro", root).output == "No case waits to be vetted.\n"


def test_the_same_for_programs_and_as_a_page(root: Path) -> None:
    found: dict[str, Any] = json.loads(vecina("vet --organization o-willow --format json", root).stdout)
    assert [(row["case"], row["can_be_accepted"]) for row in found["cases"]] == [("c-k6tvn", False), (CASE, True)]
    missing = [row for row in found["cases"][0]["points"] if row["state"] == "missing"]
    assert [(row["requirement"], row["before_match"]) for row in missing] == [("bar", True)]
    assert missing[0]["recorded"] == "data/attorneys/a-oduya.yml, bar"
    assert found["mail"]["to"] == "anselm.brody@example.org"
    assert "- c-k6tvn: not yet; missing: active bar admission\n- c-r4kse: can be accepted\n" in found["mail"]["body"]
    page = vecina(f"vet {CASE} --format markdown", root).stdout
    assert "| Not yet due | Mentoring agreement signed | with the agreement |" in page
    assert "\n    To: corinne.finch@example.org\n" in page


def test_accepting_writes_the_status_and_its_step_and_nothing_else(root: Path) -> None:
    before = (root / f"data/cases/{CASE}.yml").read_text(encoding="utf-8")
    done = vecina(f"vet {CASE} --accept", root)
    assert (done.exit_code, done.output.splitlines()[0]) == (0, "c-r4kse  a-finch  accepted, 3 things to come")
    assert "Your case c-r4kse has been accepted and waits for a mentor." in done.output
    after = before.replace("status: requested", "status: vetted", 1)
    after = after.replace("date: 2026-11-20\nrequested", "date: 2026-11-20\n  - status: vetted\n    date: 2026-11-24\nrequested")
    assert (root / f"data/cases/{CASE}.yml").read_text(encoding="utf-8") == after


def test_a_case_that_lacks_something_is_refused_with_what_it_lacks(root: Path) -> None:
    before = texts(root)
    done = vecina("vet c-k6tvn --accept", root)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "c-k6tvn: missing before the match: active bar admission." in done.stderr
    assert texts(root) == before


def test_of_several_none_is_written_when_one_is_refused_unless_each_is_asked_for(root: Path) -> None:
    before = texts(root)
    assert vecina(f"vet {CASE} c-k6tvn c-p2wyd --accept", root).exit_code == 1
    assert texts(root) == before
    done = vecina(f"vet {CASE} c-k6tvn c-p2wyd --accept --each", root)
    assert done.exit_code == 1
    assert "3 cases: 2 accepted, 1 not." in done.output
    assert [status(root, name) for name in (CASE, "c-k6tvn", "c-p2wyd")] == ["vetted", "requested", "vetted"]


def test_an_organizations_cases_are_accepted_in_bulk_with_a_mail_to_its_contact(root: Path) -> None:
    said = vecina("vet --organization o-willow --accept --each", root).stdout
    assert "c-r4kse  a-finch  accepted, 3 things to come" in said
    assert "c-k6tvn  a-oduya  not accepted: missing before the match: active bar admission." in said
    letter = said.partition("Write to the organization:")[2]
    assert "To: anselm.brody@example.org" in letter
    assert "- c-r4kse: accepted" in letter
    assert "- c-k6tvn: not accepted yet; missing: active bar admission" in letter
    assert "Write to the attorney" not in said


def test_a_case_is_declined_with_its_reason_and_a_mail(root: Path) -> None:
    done = vecina("vet c-k6tvn --decline --reason requirements-not-met", root)
    assert done.exit_code == 0
    assert open_book(root).cases["c-k6tvn"].data["history"][-1] == {
        "status": "declined", "date": "2026-11-24", "reason": "requirements-not-met",
    }  # fmt: skip
    assert "We are sorry: we cannot offer a mentor for your case c-k6tvn now." in done.output
    assert "- Please tell us where you are an active member of the bar" in done.output
    assert "c-k6tvn" not in vecina("check", root).output
    assert vecina("vet c-v7htp --decline --reason no-mentor", root).exit_code == 0  # vetted, and no mentor was found


@pytest.mark.parametrize(
    ("words", "code", "why"),
    [
        (f"vet {CASE} --accept --decline", 2, "--accept or --decline"),
        (f"vet {CASE} --decline", 2, "Say why with --reason: requirements-not-met, no-mentor, conflict"),
        (f"vet {CASE} --decline --reason returned", 2, "not on the list"),
        (f"vet {CASE} --reason conflict", 2, "belongs to --decline"),
        (f"vet {CASE} --each", 2, "belongs to --accept"),
        ("vet --accept", 2, "Name the cases"),
        (f"vet {CASE} --organization o-willow", 2, "not both"),
        (f"vet {CASE} --accept --format json", 2, "told as text"),
        ("vet c-r4ksf", 2, "Did you mean c-r4kse?"),
        ("vet --organization o-wilow", 2, "Did you mean o-willow?"),
        ("vet c-c8yjf", 2, "ended already"),
        ("vet c-v7htp --accept", 1, "this one is vetted"),
        ("vet c-a9xgu --decline --reason conflict", 1, "this one is active"),
        (f"vet {CASE} --accept --today 2026-11-19", 1, "V402"),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(root: Path, words: str, code: int, why: str) -> None:
    before = texts(root)
    done = vecina(words, root)
    assert (done.exit_code, why in " ".join(done.stderr.split())) == (code, True), done.stderr
    assert texts(root) == before


def test_a_matched_case_can_be_looked_at_too() -> None:
    said = vecina("vet c-m3wqz", MINI).output
    assert "Missing (3)" in said
    assert "It is matched already." in said
    assert "Subject: Case c-m3wqz: 3 things are missing" in said
