"""Hours of one person or case: for the carrier, for funders, and exact to the quarter."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from programs import copy_of, vecina
from vecina.papers.parse import parse

CASE = "c-a9xgu"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The miniature program, with hours of the case's attorney."""
    root = copy_of(tmp_path)
    for words in ("1.25 --on 2026-10-02 --for drafting", "0.5 --on 2026-10-09 --for drafting", "2 --on 2026-11-02 --for meeting"):
        assert vecina(f"log {CASE} hours {words} --who attorney", root).exit_code == 0
    return root


def rows(root: Path, words: str) -> list[tuple[str, str, str]]:
    """Month, activity and hours of each row."""
    found = csv.DictReader(io.StringIO(vecina(f"hours {words} --format csv", root).stdout))
    return [(row["month"], row["activity"], row["hours"]) for row in found]


def test_an_attorneys_hours_add_up_by_month_and_activity(root: Path) -> None:
    assert rows(root, "a-finch") == [("2026-10", "Drafting", "1.75"), ("2026-11", "Meeting", "2.0")]
    assert rows(root, "a-finch --to 2026-10-02") == [("2026-10", "Drafting", "1.25")]


def test_a_mentors_hours_are_hers_and_a_cases_are_everybodys(root: Path) -> None:
    assert rows(root, "m-ibarra") == [("2026-06", "Meeting", "1.0"), ("2026-11", "Review of drafts", "1.25")]
    assert len(rows(root, CASE)) == 4


def test_the_value_is_that_of_the_settings_with_its_source(root: Path) -> None:
    assert (
        "Value: USD 937.50, at USD 250.00 an hour (an invented figure of the sample program)"
        in vecina("hours a-finch --value", root).output
    )
    assert json.loads(vecina("hours a-finch --value --format json", root).output)["value"] == "937.50"
    assert json.loads(vecina("hours a-finch --format json", root).output)["value"] is None


def test_the_letter_names_cases_by_number_and_has_a_line_to_attest(root: Path, tmp_path: Path) -> None:
    text = vecina("hours a-finch --value --format md", root).output
    assert parse(text)
    for said in ("# Statement of pro bono hours", "is attorney of record", f"| {CASE} | 3.75 |", "**USD 937.50**", "______"):
        assert said in text
    out = tmp_path / "letter.docx"
    assert vecina(f"hours a-finch --format docx --out {out}", root).exit_code == 0
    assert out.read_bytes()[:2] == b"PK"


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("a-fnch", "Did you mean a-finch?"),
        ("x-finch", "Name an attorney (a-…)"),
        ("a-finch --from 2026-11-02 --to 2026-11-01", "--to cannot be before --from"),
        ("m-ibarra --value", "--value is for an attorney's hours"),
        ("a-finch --format docx", "name its file with --out"),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(root: Path, words: str, why: str) -> None:
    shown = vecina(f"hours {words}", root)
    assert (shown.exit_code, why in shown.stderr) == (2, True)


def test_no_hours_is_an_answer(root: Path) -> None:
    assert "No hours are recorded for these days." in vecina("hours a-oduya --format text", root).output
