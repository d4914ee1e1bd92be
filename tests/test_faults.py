"""Every code has a folder under faults/: its data, laid over the miniature program, makes that finding fire and no other.

`expect.txt` holds what `vecina check` prints, `delete.txt` the files that are missing, `canaries.txt` words that stand
in the faulty values and may appear in no output. BLESS=1 accepts new messages. Faults that Git cannot hold are made here.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from programs import TESTS, assert_blessed, copy_of, lines, listed, vecina
from vecina.book import open_book
from vecina.checks import CODES, run
from vecina.cli import cli
from vecina.edit import mend_files
from vecina.finding import Finding
from vecina.handbook import load_pages
from vecina.store import loading

FOLDERS = sorted((TESTS / "faults").iterdir())
each_fault = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
each_fault_with_canaries = pytest.mark.parametrize(
    "folder", [folder for folder in FOLDERS if (folder / "canaries.txt").exists()], ids=lambda folder: folder.name
)


def found(root: Path) -> list[Finding]:
    """Every finding in the records and the pages under root."""
    return run(open_book(root), load_pages(root))


@each_fault
def test_a_fault_is_found_and_no_other(folder: Path, tmp_path: Path) -> None:
    """One fault, one finding: its line, what is right, and how to mend it."""
    findings = found(copy_of(tmp_path, folder))
    assert_blessed(folder / "expect.txt", "\n".join([*lines(findings), ""]))
    assert [finding.code for finding in findings] == [folder.name[:4]]


@each_fault
def test_a_mend_leaves_nothing_to_mend(folder: Path, tmp_path: Path) -> None:
    """After `vecina fix` the findings that offered a mend are gone, and only those."""
    root = copy_of(tmp_path, folder)
    findings = found(root)
    mend_files(root, findings)
    assert found(root) == [finding for finding in findings if finding.fix is None]


@each_fault_with_canaries
def test_no_output_holds_a_value_of_the_record(folder: Path, tmp_path: Path) -> None:
    """Logs are read by many: the words planted in the faulty values stay in the file."""
    root = copy_of(tmp_path, folder)
    said = "".join(vecina(f"check --format {form}", root).output for form in ("text", "json", "github"))
    assert [word for word in listed(folder / "canaries.txt") if word.casefold() in said.casefold()] == []


@each_fault_with_canaries
def test_the_planted_words_are_there(folder: Path) -> None:
    """A canary that nobody planted proves nothing."""
    planted = "".join(
        f"{path.relative_to(folder)} {path.read_bytes().decode('latin-1')}" for path in folder.glob("*/**/*") if path.is_file()
    ).replace("\0", "")  # one of the files is UTF-16
    assert [word for word in listed(folder / "canaries.txt") if word not in planted] == []


def pipe(root: Path, patch: pytest.MonkeyPatch) -> None:
    """Git holds no pipes. Reading one would wait for ever."""
    os.mkfifo(root / "data/cases/c-k6tvn.yml")


def unreadable(root: Path, patch: pytest.MonkeyPatch) -> None:
    """Git holds no permissions, and root may read everything: so the refusal is played."""

    def refuse(path: Path) -> bytes:
        if path.name == "c-v7htp.yml":
            raise PermissionError
        return path.read_bytes()

    patch.setattr(loading, "read_plain", refuse)


def huge(root: Path, patch: pytest.MonkeyPatch) -> None:
    """Too large to keep in Git for nothing."""
    (root / "data/cases/c-v7htp.yml").write_text("#" * 256_001)


def crowded(root: Path, patch: pytest.MonkeyPatch) -> None:
    """Five thousand values in one list."""
    path = root / "data/cases/c-v7htp.yml"
    path.write_text(path.read_text().replace("claims: [", "claims: [" + "family, " * 5000))


MADE: dict[Callable[[Path, pytest.MonkeyPatch], None], str] = {
    pipe: "data/cases/c-k6tvn.yml:1:1 V002 this is not a plain file; delete it",
    unreadable: "data/cases/c-v7htp.yml:1:1 V006 this computer does not let us read the file",
    huge: "data/cases/c-v7htp.yml:1:1 V021 a record holds at most 256 kB",
    crowded: "data/cases/c-v7htp.yml:20:39634 V021 a record holds at most 5,000 values",
}


@pytest.mark.parametrize("make", MADE, ids=lambda make: make.__name__)
def test_a_fault_that_git_cannot_hold_is_found_and_no_other(
    make: Callable[[Path, pytest.MonkeyPatch], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same, for what is made on the spot."""
    root = copy_of(tmp_path)
    make(root, monkeypatch)
    assert lines(run(open_book(root))) == [MADE[make]]


def test_every_code_has_a_fault_that_makes_it_fire() -> None:
    """A check that nothing can set off is no check."""
    assert {folder.name[:4] for folder in FOLDERS} | {line.split()[1] for line in MADE.values()} == set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_a_page_that_says_how_to_mend(code: str) -> None:
    """`vecina explain CODE` is for somebody who sees the code for the first time."""
    page = CliRunner().invoke(cli, ["explain", code]).output
    assert page.startswith(f"{code}  {CODES[code].title}\n\n")
    assert "\nMend: " in page
