"""`vecina due` as people and programs use it: filters, formats, other days and other revisions."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import markdown
import pytest

from programs import MINI, copy_of, edit, vecina
from repos import begun, committed, git
from test_escape import OWN, shown, texts
from vecina.book import open_book
from vecina.deadlines import agenda
from vecina.report.due import summary
from vecina.report.due_github import ANNOTATIONS, cell, cut
from vecina.report.escape import as_markdown

FIELDS = ["case", "kind", "title", "due", "file_by", "days", "state", "owner", "rule", "authority", "explanation"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the miniature program in a repository of its own, committed on 1 March 2026."""
    made = copy_of(tmp_path)
    committed(begun(made))
    return made


def rows(words: str = "", root: Path = MINI) -> list[dict[str, Any]]:
    """The rows of the list as a program reads them."""
    found: list[dict[str, Any]] = json.loads(vecina(f"due --format json {words}", root).stdout)["rows"]
    return found


def test_one_list_has_every_kind_of_date() -> None:
    found = rows()
    assert {row["kind"] for row in found} == {"hearing", "court", "clock", "milestone", "check-in", "message", "requirement"}
    assert {row["state"] for row in found} == {"late", "soon", "later", "done", "needs-order"}
    assert all(list(row) == FIELDS for row in found)


def test_every_row_explains_itself() -> None:
    for row in rows():
        assert row["explanation"], row["title"]
        assert row["authority"], row["title"]


@pytest.mark.parametrize(
    ("words", "cases"),
    [
        ("--case c-a9xgu", {"c-a9xgu"}),
        ("--mentor m-ibarra", {"c-a9xgu", "c-m3wqz"}),
        ("--attorney a-oduya", {"c-d5nbe"}),
        ("--organization o-faro", {"c-a9xgu", "c-d5nbe"}),
        ("--organization o-faro --mentor m-sato", {"c-d5nbe"}),
    ],
)
def test_filters_narrow_the_list(words: str, cases: set[str]) -> None:
    assert {row["case"] for row in rows(words)} == cases


def test_a_window_keeps_what_is_late_and_what_comes_within_it() -> None:
    found = rows("--window 7")
    assert {row["state"] for row in found} == {"late", "soon", "needs-order"}
    assert all(row["days"] is None or row["days"] <= 7 for row in found)
    assert "Mock direct examination" in [row["title"] for row in rows("--window 20")]


@pytest.mark.parametrize("words", ["--case c-a9xgv", "--mentor m-ibara", "--attorney a-nobody", "--organization o-far"])
def test_an_id_that_does_not_exist_is_no_empty_list(words: str) -> None:
    got = vecina(f"due {words}", MINI)
    assert (got.exit_code, "of this id" in got.stderr) == (2, True)
    assert vecina("due --mentor m-ibara", MINI).stderr.strip().endswith("Did you mean m-ibarra?")


@pytest.mark.parametrize(("words", "code"), [("", 0), ("--fail-on overdue", 1), ("--fail-on overdue --case c-v7htp", 0)])
def test_it_ends_with_0_unless_asked_otherwise(words: str, code: int) -> None:
    assert vecina(f"due {words}", MINI).exit_code == code


def test_what_became_late_since_a_day() -> None:
    fresh = [row["title"] for row in rows("--since 2026-11-18") if row["new"]]
    assert fresh == [
        "Translations and certificates",
        "Not yet: Introductory video training",
        "Answer to the mentor",
        "Not yet: Malpractice cover confirmed",
    ]
    assert "Nothing became late since then." in vecina("due --since 2026-11-24", MINI).output
    assert "4 dates became late since then, marked new." in vecina("due --since 2026-11-18", MINI).output


def test_what_became_late_since_a_revision(root: Path) -> None:
    edit(root / "data/cases/c-a9xgu.yml", ("due: 2026-11-25", "due: 2026-11-20"))
    fresh = [row for row in rows("--since HEAD", root) if row["new"]]
    assert [(row["title"], row["due"]) for row in fresh] == [("Pre-hearing filing package", "2026-11-20")]


def test_a_revision_of_a_real_program_is_judged_on_its_own_day(root: Path) -> None:
    program = root / "data/program.yml"
    program.write_text(program.read_text().replace("sample_today: 2026-11-24\n", ""))
    committed(root, "2026-11-19T12:00:00-06:00")
    fresh = [row["title"] for row in rows("--since HEAD --today 2026-11-24", root) if row["new"]]
    assert fresh == ["Not yet: Introductory video training", "Answer to the mentor", "Not yet: Malpractice cover confirmed"]


def test_the_records_as_they_stood(root: Path) -> None:
    edit(root / "data/cases/c-a9xgu.yml", ("due: 2026-11-18", "due: 2026-12-18"))
    assert "Translations and certificates" not in [row["title"] for row in rows("--window 0", root)]
    assert "Translations and certificates" in [row["title"] for row in rows("--at HEAD --window 0", root)]
    assert rows("--at HEAD", root) == rows()


@pytest.mark.parametrize("words", ["--at nowhere", "--since nowhere", "--at -x", "--since 2026-02-30"])
def test_a_revision_that_does_not_exist_is_wrong_usage(root: Path, words: str) -> None:
    got = vecina(f"due {words}", root)
    assert (got.exit_code, "revision" in got.stderr) == (2, True)
    assert "nowhere" not in got.stderr.split("Error:")[1]


def test_three_clocks_stay_apart() -> None:
    def filing(words: str) -> tuple[str | None, str]:
        row = next(row for row in rows(words) if row["title"] == "Pre-hearing filings" and row["case"] == "c-a9xgu")
        return row["due"], row["state"]

    assert filing("") == ("2026-11-30", "soon")
    assert filing("--law-as-of 2024-05-01") == ("2026-12-14", "later")
    assert filing("--today 2026-12-01 --law-as-of 2026-11-24") == ("2026-11-30", "late")


def test_a_hearing_moved_and_moved_back_gives_the_same_list(root: Path) -> None:
    before = rows("", root)
    edit(root / "data/cases/c-a9xgu.yml", ("date: 2026-12-28", "date: 2027-01-27"))
    assert rows("", root) != before
    edit(root / "data/cases/c-a9xgu.yml", ("date: 2027-01-27", "date: 2026-12-28"))
    assert rows("", root) == before


def test_csv_and_json_say_the_same() -> None:
    read = list(csv.DictReader(io.StringIO(vecina("due --format csv", MINI).stdout, newline="")))
    as_typed = [{name: "" if value is None else str(value) for name, value in row.items()} for row in rows()]
    assert read == as_typed


def test_the_page_for_github_says_what_the_terminal_says() -> None:
    text, foreign = shown(markdown.markdown(vecina("due --format markdown", MINI).stdout, extensions=["tables"]))
    assert not [tag for tag in foreign if tag not in ("h2", "h3", "code", "strong", "hr")]
    for row in rows():
        if row["state"] in ("late", "soon", "needs-order"):
            assert row["title"] in text
            assert row["explanation"].split(". ")[0] in text


def test_annotations_keep_to_githubs_limits_and_the_summary_has_them_all(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(14):
        message = f"messages:\n  - asked: 2026-11-{number + 2:02}\n    by: mentor\n    to: attorney\n"
        edit(root / "data/cases/c-a9xgu.yml", ("messages:\n", message))
    summary = root / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    printed = vecina("due --format github", root).stdout.splitlines()
    for level in ("error", "warning", "notice"):
        assert sum(line.startswith(f"::{level} ") for line in printed) <= ANNOTATIONS
    late = [row for row in rows("", root) if row["state"] == "late"]
    assert sum(line.startswith("::warning title=More dates::and ") for line in printed) == 1
    assert summary.read_text().count("days late |") + summary.read_text().count("day late |") == len(late)


def test_new_ones_come_first_among_annotations(root: Path) -> None:
    first = next(line for line in vecina("due --format github --since 2026-11-20", root).stdout.splitlines() if "Late::" in line)
    assert "newly late" in first


def test_a_summary_is_cut_between_lines_and_says_so() -> None:
    lines = [
        "### Late (400)",
        "",
        "| When | | Case | What | Whose | Why |",
        "| --- |",
        *(f"| row {number} |" for number in range(400)),
    ]
    text = cut(lines, 2_000)
    assert len(text.encode()) < 2_100
    assert text.rstrip().endswith("more dates left out; `vecina due` lists them all.")
    shown_rows = text.count("| row ")
    assert f"{400 - shown_rows} more dates" in text


@pytest.mark.parametrize("text", [*texts(), *OWN])
def test_free_text_acts_in_no_format(text: str) -> None:
    page, foreign = shown(markdown.markdown(f"| a | b |\n| - | - |\n| {cell(text)} | c |", extensions=["tables"]))
    assert foreign == []
    assert cell(text) == as_markdown(text) or text.strip() in page


def test_what_an_admin_writes_in_the_settings_is_shown_and_never_acts(root: Path) -> None:
    program = root / "data/program.yml"
    typed = "<img src=x onerror=alert(1)> | **now** ::error::x ##[error] @all =1+1"
    program.write_text(program.read_text().replace("Please watch the introductory video before your first meeting.", typed))
    for form in ("markdown", "github", "csv", "ics", "json", "text --explain"):
        out = vecina(f"due --format {form}", root).stdout
        assert not [line for line in out.splitlines() if line.startswith("::error")]
        if form == "markdown":
            assert "<img" not in out
            assert "**now**" not in out


def test_nothing_is_written_to_git(root: Path) -> None:
    vecina("due --at HEAD --since HEAD", root)
    assert git(root, "status", "--porcelain") == ""


def test_a_clock_is_never_late(root: Path) -> None:
    edit(root / "data/cases/c-a9xgu.yml", ("i589_filed: 2026-07-30", "i589_filed: 2026-05-25"))
    found = [row for row in rows("", root) if row["kind"] == "clock" and row["case"] == "c-a9xgu"]
    assert [(row["due"], row["state"], row["days"]) for row in found] == [("2026-11-19", "soon", -5), ("2026-12-21", "later", 27)]
    assert "open for 5 days" in vecina("due --case c-a9xgu", root).output
    for today, states in (("2026-12-03", ["soon", "later"]), ("2026-12-21", ["done", "soon"]), ("2026-12-22", ["done", "done"])):
        clock = [row for row in rows(f"--today {today}", root) if row["kind"] == "clock" and row["case"] == "c-a9xgu"]
        assert sorted(row["state"] for row in clock) == sorted(states), today


def test_a_list_that_is_not_complete_is_never_green(root: Path) -> None:
    edit(root / "data/cases/c-v7htp.yml", ("detained: false", "detained: ["))
    assert vecina("due --case c-a9xgu --fail-on soon --window 0", root).exit_code == 1
    assert vecina("due --fail-on needs-order --case c-m3wqz", root).exit_code == 1
    assert vecina("due --format github", root).stdout.splitlines()[0].startswith("::error title=Not complete::1 record could")


@pytest.mark.parametrize("place", ["missing/summary.md", "."])
def test_a_summary_that_cannot_be_written_takes_nothing_away(root: Path, monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(root / place))
    got = vecina("due --format github", root)
    assert (got.exit_code, "could not be written" in got.stderr, "::warning" in got.stdout) == (1, True, True)


def test_nothing_in_a_rule_acts_in_a_log(root: Path) -> None:
    rule = root / "data/rules/ic.ich_filing.yml"
    text = rule.read_text().replace("      certainty: H\n", "      certainty: H\n    note: ::add-mask::2026 ##[error]x\n", 1)
    rule.write_text(text.replace("authority: EOIR Policy Manual, Appendix C", 'authority: "::stop-commands::x"'))
    assert vecina("check", root).exit_code == 0
    for words in ("due --explain", "compute ic.ich_filing 2026-12-28", "rules ic.ich_filing"):
        assert not [line for line in vecina(words, root).stdout.splitlines() if "::" in line or "##[" in line], words


def test_a_case_with_several_hearings_needs_one_order(root: Path) -> None:
    more = "  - type: individual\n    date: 2027-03-02\n    mode: in-person\n    status: scheduled\nrequirements:\n"
    edit(root / "data/cases/c-d5nbe.yml", ("requirements:\n", more))
    assert summary(agenda(open_book(root), date(2026, 11, 24))).endswith("1 case that needs a court order")
