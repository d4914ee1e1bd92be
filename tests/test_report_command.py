"""`vecina report`: what is printed of the miniature program, of which days and records, and what cannot be reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from programs import MINI, assert_blessed, copy_of, edit, vecina
from repos import begun, committed, git


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_of(tmp_path)


@pytest.mark.parametrize(
    "words", ["program", "program --full", "funder", "organization o-faro --cases", "mentor m-sato", "retention"]
)
def test_what_is_printed_of_the_miniature_program(words: str, root: Path) -> None:
    name = "-".join(words.replace("--", "").split())
    done = vecina(f"report {words} --format markdown", root)
    assert done.exit_code == 0, done.output
    assert_blessed(MINI / f"expected/report-{name}.md", done.output)


def test_a_report_of_a_revision_is_the_same_at_any_time(root: Path) -> None:
    """It names its commit. What lies on disk now plays no part."""
    commit = committed(begun(root))
    first = vecina("report program --full --at HEAD --format json", root).output
    assert f'"commit": "{commit}"' in first
    assert f"commit {commit}" in vecina("report program", root).output
    edit(root / "data/cases/c-a9xgu.yml", ("requested_on:", "# typed later\nrequested_on:"))
    assert "not committed" in vecina("report program", root).output
    git(root, "commit", "-q", "-a", "-m", "later")
    assert vecina(f"report program --full --at {commit} --format json", root).output == first


def test_a_report_with_broken_records_says_that_it_is_not_complete(root: Path) -> None:
    """To a funder without naming the case."""
    (root / "data/cases/c-a9xgu.yml").write_text("status: [")
    done = vecina("report funder", root)
    assert "NOT complete" in done.stderr
    assert "This report is not complete: 1 record could not be read and is left out." in done.stdout
    assert "c-a9xgu" not in done.stdout
    assert "left out (c-a9xgu)" in vecina("report program --full", root).stdout


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("funder --from 2026-02-01 --to 2026-01-01", "The first day comes after the last"),
        ("funder --from 2027-01-01 --to 2027-02-01", "has not begun"),
        ("funder --year 2026 --to 2026-02-01", "Name the days once"),
        ("funder --quarter 2026-Q5", "like 2026-Q3"),
        ("funder --full", "No such option"),
        ("mentor m-sat", "Did you mean m-sato?"),
        ("organization o-far", "Did you mean o-faro?"),
        ("program --out data/report.md", "not written among the records"),
    ],
)
def test_what_cannot_be_reported_is_said(words: str, why: str, root: Path) -> None:
    done = vecina(f"report {words}".replace("--out data", f"--out {root}/data"), root)
    assert done.exit_code == 2, done.output
    assert why in " ".join(done.output.split())


def test_a_period_that_runs_ends_with_the_day_and_says_so(root: Path) -> None:
    said = vecina("report funder --year 2026", root).output
    assert "Thu 1 Jan 2026 to Tue 24 Nov 2026" in said
    assert "The period is not over" in said
    assert "Wed 1 Jul 2026 to Wed 30 Sep 2026" in vecina("report funder --quarter 2026-Q3", root).output
    assert "Sat 1 Mar 2025 to Sat 28 Feb 2026" in vecina("report funder --to 2026-02-28", root).output


def test_a_mentor_that_cannot_be_read_has_no_report(root: Path) -> None:
    (root / "data/mentors/m-sato.yml").write_text("name: [")
    done = vecina("report mentor m-sato", root)
    assert done.exit_code == 1
    assert "cannot be read" in done.stderr
