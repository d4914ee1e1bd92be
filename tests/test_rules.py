"""The deadline rules: every worked example of the law comes out, and nothing is answered where no date exists."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from outside import ROOT
from programs import vecina
from vecina.book import open_book
from vecina.cli import cli

BOOK = open_book(ROOT)


def computed(words: str) -> dict[str, Any]:
    """The answer of `vecina compute` as data."""
    answer: dict[str, Any] = json.loads(vecina(f"compute {words} --format json", ROOT).stdout)
    return answer


@pytest.mark.parametrize(
    ("words", "raw", "due"),
    [
        ("bia.appeal 2021-12-13", "2022-01-12", "2022-01-12"),  # Matter of Morales-Morales
        ("bia.appeal 2006-12-18", "2007-01-17", "2007-01-17"),  # Irigoyen-Briones v. Holder
        ("bia.appeal 2007-06-13", "2007-07-13", "2007-07-13"),  # Munoz Gutierrez: counted from mailing
        ("bia.appeal 2025-11-24", "2025-12-24", "2025-12-24"),  # an executive closing moves nothing
        ("asy.one_year 2001-04-09", "2002-04-09", "2002-04-09"),  # Minasyan v. Mukasey
        ("asy.one_year 1985-06-01", "1998-04-01", "1998-04-01"),  # before the statute's first day
        ("pfr 2014-05-28", "2014-06-27", "2014-06-27"),  # Yurova v. Lynch
        ("pfr 2021-01-26", "2021-02-25", "2021-02-25"),  # Riley v. Bondi
        ("ic.ich_filing 2026-12-28", "2026-11-28", "2026-11-30"),  # a weekend
        ("ic.ich_filing 2026-12-11", "2026-11-11", "2026-11-12"),  # Veterans Day
        ("ic.ich_filing 2024-06-20 --law-as-of 2024-05-01", "2024-06-05", "2024-06-05"),  # the 15 days of that time
    ],
)
def test_dates_that_courts_and_the_manual_settled(words: str, raw: str, due: str) -> None:
    got = computed(words)
    assert (got["raw"], got["due"]) == (raw, due)


def test_a_leap_day_is_decided_safely() -> None:
    got = computed("asy.one_year 2024-02-29")
    assert (got["due"], got["file_by"]) == ("2025-03-03", "2025-02-28")


def test_five_days_at_the_court_are_not_five_days_at_the_bia() -> None:
    assert computed("ic.eoir33 2026-11-20")["due"] == "2026-11-25"
    assert computed("bia.eoir33 2026-11-20")["due"] == "2026-11-30"


def test_a_disputed_rule_moves_the_safe_day_and_is_named() -> None:
    got = computed("bia.appeal 2026-11-05 --law-as-of 2026-11-24")
    assert (got["due"], got["file_by"]) == ("2026-12-07", "2026-11-13")
    assert "vacated and is still argued" in got["explanation"]


def test_a_proposed_rule_changes_nothing() -> None:
    assert computed("ead.apply 2026-06-01 --law-as-of 2026-11-24")["raw"] == "2026-10-29"


@pytest.mark.parametrize("words", ["ic.ich_filing 2026-12-28 --detained", "fee.aaf_court 2026-11-24", "ic.call_up 2026-11-24"])
def test_where_there_is_no_default_a_court_order_is_needed(words: str) -> None:
    got = computed(words)
    assert (got["due"], got["file_by"], got["status"]) == (None, None, "needs-order")


def test_another_forum_is_not_answered() -> None:
    got = computed("bia.appeal 2026-11-05 --forum uscis")
    assert got["due"] is None
    assert "Board of Immigration Appeals" in got["explanation"]
    assert got["authority"] == "8 CFR 1003.38(b)-(d)"  # the law, not the reading that is disputed


def test_questions_come_a_line_each_and_are_answered_a_line_each() -> None:
    good = '{"rule": "pfr", "date": "2014-05-28"}'
    asked = "\n".join([good, good.replace("pfr", "Zzyzx"), "", "Zzyzx", good.replace("2014-05-28", "28 May")])
    answers = vecina("compute -", ROOT, asked).stdout.splitlines()
    assert [json.loads(line).get("due") for line in answers] == ["2014-06-27", None, None, None]
    assert "Zzyzx" not in "".join(answers)


def test_the_fields_of_an_answer() -> None:
    fields = "rule trigger raw due file_by status authority url rolled explanation"
    assert list(computed("pfr 2014-05-28")) == fields.split()


@pytest.mark.parametrize("name", sorted(BOOK.rules))
def test_every_rule_is_cited_dated_and_shown_whole(name: str) -> None:
    rule = BOOK.rules[name].data
    shown = vecina(f"rules {name}", ROOT).stdout
    for value in rule["values"]:
        assert value["authority"] in shown
        assert value["url"] in shown
    assert re.search(r"Verified \w{3} \d+ \w{3} \d{4}", shown)


def test_rules_are_listed_and_the_stale_ones_named() -> None:
    listed = vecina("rules", ROOT).stdout
    assert all(name in listed for name in BOOK.rules)
    assert "no rules of" in vecina("rules stale --today 2026-06-01", ROOT).stdout
    assert f"{len(BOOK.rules)} rules of" in vecina("rules stale --today 2027-06-01", ROOT).stdout


def test_a_near_name_is_offered() -> None:
    wrong = CliRunner().invoke(cli, ["compute", "ic.ich_filling", "2026-12-28", "--root", str(Path(ROOT))])
    assert (wrong.exit_code, "Did you mean ic.ich_filing?" in wrong.stderr) == (2, True)


@pytest.mark.parametrize(
    "question",
    [
        '{"rule": "pfr", "date": "20140528"}',
        '{"rule": "pfr", "date": "2014-05-28", "detaine": true}',
        '{"rule": "pfr", "date": "2014-05-28", "detained": "no"}',
        '{"rule": "pfr", "date": "2014-05-28", "court": ["HOU"]}',
        '{"rule": "pfr", "date": "2014-05-28", "forum": {}}',
        '{"rule": ["pfr"], "date": "2014-05-28"}',
        '{"rule": "pfr", "date": "2014-05-28", "law_as_of": "soon"}',
        '["pfr"]',
        "[" * 5_000,
    ],
)
def test_a_question_that_is_wrong_is_answered_with_what_is_right(question: str) -> None:
    answers = [
        json.loads(line)
        for line in vecina("compute -", ROOT, f'{question}\n{{"rule": "pfr", "date": "2014-05-28"}}\n').stdout.splitlines()
    ]
    assert list(answers[0]) == ["error"]
    assert answers[1]["due"] == "2014-06-27"  # the next one is answered all the same


def test_what_belongs_into_a_line_is_not_taken_beside_it() -> None:
    for words in ("--detained", "--forum bia", "--court HOU", "2026-12-28"):
        assert CliRunner().invoke(cli, ["compute", "-", *words.split(), "--root", str(ROOT)]).exit_code == 2


def test_bytes_that_are_no_text_are_no_question() -> None:
    asked = b'\xff\xfe\n{"rule": "pfr", "date": "2014-05-28"}\n'
    answers = CliRunner().invoke(cli, ["compute", "-", "--root", str(ROOT)], input=asked).stdout.splitlines()
    assert ["error" in json.loads(line) for line in answers] == [True, False]


def test_the_forum_of_an_order_can_be_chosen_where_the_rule_knows_both() -> None:
    assert "the BIA receives it" in computed("mtr.reopen 2026-11-02 --forum bia")["explanation"]
    assert computed("mtr.reopen 2026-11-02 --forum uscis")["due"] is None


def test_the_count_in_force_stands_in_the_summary() -> None:
    assert "within 30 days after the judge" in vecina("rules bia.appeal", ROOT).stdout
    assert all("{count}" not in vecina(f"rules {name}", ROOT).stdout for name in BOOK.rules)
