"""One record with as many different faults as can stand in one file: each is named, at its place, in one run."""

from __future__ import annotations

from pathlib import Path

from programs import TESTS, assert_blessed, copy_of, lines
from vecina.book import open_book
from vecina.checks import run

TERRIBLE = TESTS / "terrible"


def test_every_fault_of_a_terrible_record_is_named(tmp_path: Path) -> None:
    """Nothing hides anything: the list in expect.txt is complete. BLESS=1 accepts new messages."""
    findings = run(open_book(copy_of(tmp_path, TERRIBLE)))
    assert_blessed(TERRIBLE / "expect.txt", "\n".join([*lines(findings), ""]))
    assert len(findings) == len({(finding.line, finding.column, finding.message) for finding in findings})


def test_a_terrible_record_says_nothing_of_its_values(tmp_path: Path) -> None:
    """The names that were typed into it stay in it."""
    assert "zzyzx" not in " ".join(lines(run(open_book(copy_of(tmp_path, TERRIBLE))))).casefold()


def test_a_terrible_record_hides_no_other(tmp_path: Path) -> None:
    """The rest of the program is as good as before."""
    book = open_book(copy_of(tmp_path, TERRIBLE))
    assert {finding.file for finding in book.findings} == {"data/cases/c-t3rbk.yml"}
    assert book.broken == {("case", "c-t3rbk")}
    assert len(book.cases) == 6
