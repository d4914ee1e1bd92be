"""docs/whole-life.md, typed: one case from the request to the paid statement and on to the end, with the commands alone."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest
from docx import Document

from inbox import Inbox, named, served
from outside import ROOT
from programs import vecina
from repos import begun, git
from vecina.book import open_book

PAGE, CASE, MENTOR = ROOT / "docs/whole-life.md", "c-w4tny", "m-novak"
_PART = re.compile(r"^\*\*(\w{3} \d{1,2} \w{3} \d{4})\.\*\*|^```\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_MORE = {
    "remind --case CASE --send": "remind --case CASE --send --yes --sample-too"
}  # nobody sits there; the program is a sample


def days() -> Iterator[tuple[str, list[str]]]:
    """Each day of the page with the lines that are typed on it."""
    day = ""
    for said, block in _PART.findall(PAGE.read_text(encoding="utf-8")):
        if said:
            day = datetime.strptime(said, "%a %d %b %Y").strftime("%Y-%m-%d")  # noqa: DTZ007 (a day has no zone)
        else:
            yield day, [line.removeprefix("vecina ") for line in block.splitlines()]


@dataclass
class Life:
    """The repository at the end, the case's real number, what was said to each line and what was mailed."""

    repo: Path
    case: str = ""
    said: dict[str, str] = field(default_factory=dict)
    changed: dict[str, str] = field(default_factory=dict)
    inbox: Inbox = field(default_factory=Inbox)

    def typed(self, line: str, day: str) -> None:
        """A line of the page, which must succeed."""
        words = _MORE.get(line.replace(CASE, "CASE"), line).replace("CASE", CASE).replace(CASE, self.case)
        done = vecina(f"{words} --today {day}", self.repo)
        assert done.exit_code == 0, (line, done.output)
        if not self.case:
            self.case = Path(git(self.repo, "ls-files", "--others", "data/cases")).stem
        self.said[line] = done.output.replace(self.case, CASE)


@pytest.fixture(scope="module")
def life(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Life]:
    """The page, lived: after each day the records are right, canonical, and committed with a change that may be made."""
    repo = begun(tmp_path_factory.mktemp("life") / "program")
    shutil.copytree(ROOT / "data", repo / "data")
    (repo / ".gitignore").write_text("build/\n", encoding="utf-8")
    (repo.parent / "rates.yml").write_text("rates:\n  - code: B\n    from: 2026-01-01\n    amount: 85\n", encoding="utf-8")
    git(repo, "add", ".")
    git(repo, "commit", "-qm", "sample")
    lived = Life(repo)
    with pytest.MonkeyPatch.context() as patch, served(lived.inbox) as port:
        named(patch, HOST="127.0.0.1", PORT=str(port), SECURITY="none")
        patch.chdir(repo)
        for day, lines in days():
            for line in lines:
                lived.typed(line, day)
            lived.changed[day] = vecina(f"diff HEAD --today {day}", repo).output.replace(lived.case, CASE)
            assert vecina("check --base HEAD", repo).exit_code == 0, day
            assert vecina("fmt --check", repo).exit_code == 0, day
            git(repo, "add", ".")
            git(repo, "commit", "-qm", day, "--allow-empty")
        yield lived


def test_the_page_goes_from_request_to_closing() -> None:
    typed = [line.split()[0] for _, lines in days() for line in lines]
    wanted = ("new", "vet", "match", "document", "log", "plan", "due", "remind", "statement", "hours", "report", "export")
    assert set(typed) == set(wanted)


@pytest.mark.parametrize(
    ("line", "part"),
    [
        (f"vet {CASE}", "It can be accepted: nothing that must be there before the match is missing."),
        (f"vet {CASE} --accept", "accepted, 5 things to come"),
        (f"log {CASE} met", "Met the mentor on Tue 8 Dec 2026, by video."),
        (f"due --case {CASE}", "EOIR-33"),
        (f"remind --case {CASE}", "Medical or psychological evaluation"),
        ("statement", "3.75"),
        (f"statement {MENTOR} 2026-12 --rates ../rates.yml --format docx --out build/statements", "written"),
        ("statement 2026-12 --close --by s-alvarez", "m-novak: Dec 2026 closed with 3.75 hours."),
        ("statement 2026-12 --paid 2027-01-08", "m-novak: Dec 2026 paid."),
        ("report retention", "May be deleted"),
    ],
)
def test_what_is_said(life: Life, line: str, part: str) -> None:
    said = life.said[line]
    assert (part in said) is (part != "EOIR-33"), said  # that step was done in time


def test_the_first_meeting_would_be_refused_without_the_trainings(life: Life, tmp_path: Path) -> None:
    repo = tmp_path / "program"
    git(life.repo, "clone", "-q", str(life.repo), str(repo))
    before_meeting = git(repo, "log", "--format=%h", "--grep", "2026-12-07")
    git(repo, "checkout", "-q", before_meeting)
    attorney = repo / "data/attorneys/a-okafor.yml"
    text = attorney.read_text(encoding="utf-8")
    attorney.write_text(text[: text.index("trainings:")] + text[text.index("notes:") :], encoding="utf-8")
    refused = vecina(f"log {life.case} met --today 2026-12-08", repo)
    assert (refused.exit_code, "V403" in refused.stderr, "waive" in refused.stderr) == (1, True, True)
    waived = f"log {life.case} waive TRAINING --by s-alvarez --reason hearing-near --until 2027-01-08 --today 2026-12-08"
    for training in ("intro_video", "center_of_excellence"):
        assert vecina(waived.replace("TRAINING", training), repo).exit_code == 0
    assert vecina(f"log {life.case} met --today 2026-12-08", repo).exit_code == 0


def test_the_mail_went_to_the_attorney_alone_and_once(life: Life) -> None:
    assert [to for _, to, _ in life.inbox.mails] == [["chidinma.okafor@example.org"]]
    again = vecina(f"remind --case {life.case} --send --yes --sample-too --today 2026-12-21", life.repo)
    assert again.exit_code == 0
    assert len(life.inbox.mails) == 1


def test_the_month_is_closed_paid_and_stays(life: Life) -> None:
    rows = open_book(life.repo).mentors[MENTOR].data["pay"]["statements"]
    assert rows[-1]["month"] == "2026-12"
    assert (rows[-1]["hours"], rows[-1]["by"], rows[-1]["paid_on"]) == (3.75, "s-alvarez", "2027-01-08")
    paper = Document(str(life.repo / f"build/statements/statement-{MENTOR}-2026-12.docx"))
    cells = {cell.text for table in paper.tables for row in table.rows for cell in row.cells}
    assert "USD 318.75" in cells
    case = life.repo / f"data/cases/{life.case}.yml"
    text = case.read_text(encoding="utf-8")
    case.write_text(text.replace("hours: 2.25", "hours: 2.5"), encoding="utf-8")
    try:
        assert {"V612", "V802"} <= set(re.findall(r"V\d{3}", vecina("check --base HEAD", life.repo).output))
    finally:
        case.write_text(text, encoding="utf-8")


def test_every_document_is_there_and_says_who_is_attorney_of_record(life: Life) -> None:
    folder = life.repo / "build/papers"
    names = {path.name.replace(life.case, CASE) for path in folder.iterdir()}
    kinds = {"introduction.docx", "agreement.docx", "checklist.html", "plan.docx", "closing.html"}
    assert names == {"hours.docx"} | {f"{CASE}-{kind}" for kind in kinds}
    for path in folder.iterdir():
        if path.suffix == ".docx":
            paper = Document(str(path))
            tables = (cell.text for table in paper.tables for row in table.rows for cell in row.cells)
            text = " ".join([*(one.text for one in paper.paragraphs), *tables])
        else:
            text = path.read_text(encoding="utf-8")
        assert "ttorney of record" in text, path.name


def test_the_change_of_each_day_says_what_it_means(life: Life) -> None:
    for day, part in {
        "2026-12-03": "Status: Matched, was Vetted.",
        "2026-12-08": "Mentor's role",
        "2027-01-05": "Pay, statements: 1 row added.",
        "2027-03-29": "Status: Closed, was Active.",
    }.items():
        assert part in life.changed[day], life.changed[day]


def test_numbers_of_the_funders_report_are_those_of_the_export(life: Life) -> None:
    report = json.loads(vecina("report funder --quarter 2027-Q1 --format json --today 2027-04-01", life.repo).stdout)
    cells = {
        (section["title"], row[0], column): value
        for section in report["sections"]
        for row in section["rows"]
        for column, value in zip(section["columns"], row, strict=True)
    }
    with closing(sqlite3.connect(life.repo / "build/export/vecina.db")) as base:
        attorneys, mentors = (
            base.execute(
                "SELECT SUM(hours) FROM case_hours WHERE who = ? AND date BETWEEN '2027-01-01' AND '2027-03-31'", (who,)
            ).fetchone()[0]
            for who in ("attorney", "mentor")
        )
        helped = base.execute(
            "SELECT COUNT(DISTINCT case_id) FROM v_case_spans "
            "WHERE start_date <= '2027-03-31' AND (end_date IS NULL OR end_date >= '2027-01-01')"
        ).fetchone()[0]
    assert cells["People", "People helped", "People"] == helped
    assert (cells["Hours", "All", "Attorneys"] or 0, cells["Hours", "All", "Mentors"] or 0) == (attorneys or 0, mentors or 0)


def test_at_the_end_nothing_is_left_to_do(life: Life) -> None:
    assert life.case not in vecina("due --today 2027-04-01", life.repo).output
    assert vecina("check", life.repo).exit_code == 0
    assert git(life.repo, "status", "--porcelain") == ""
