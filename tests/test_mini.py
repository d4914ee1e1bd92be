"""The miniature program: everything it prints is blessed in mini/expected, byte for byte. `make bless` accepts a change."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from outside import ROOT
from programs import MINI, assert_blessed, copy_of, vecina
from vecina.book import open_book
from vecina.pages import Office, status_input
from vecina.pages.status.details import Details
from vecina.pages.status.links import Links
from vecina.pages.status.overview import overview
from vecina.pages.status.render import environment, render

COMMANDS = {
    "check.txt": "check",
    "due.txt": "due --all --explain",
    "due.json": "due --format json",
    "due.csv": "due --format csv",
    "due.md": "due --format markdown",
    "due.github.txt": "due --format github",
    "due.issue.md": "due --format issue",
    "due.ics": "due --format ics",
    "clock.txt": "clock c-a9xgu",
    "plan.txt": "plan c-d5nbe",
    "match.txt": "match",
    "match.json": "match --format json",
}
OVERVIEW = ("index", "cases", "clocks", "mentors", "attorneys", "organizations", "matches", "program")
RECORDS = ("c-a9xgu", "c-m3wqz", "m-sato", "a-oduya", "o-faro")
PAGES = ("law.md", *(f"{name}.html" for name in (*OVERVIEW, *RECORDS)))


def outputs(root: Path) -> dict[str, str]:
    """Everything the program prints and the pages of its status site, by the name of the expected file."""
    printed = {name: vecina(words, root).output for name, words in COMMANDS.items()}
    (root / "site").symlink_to(ROOT / "site")
    return printed | status_pages(Office(root, open_book(root), date(2026, 11, 24)))


def status_pages(office: Office) -> dict[str, str]:
    """The pages of the status site, each as the part that stands in its frame."""
    templates = office.root / "site/status/templates"
    env = environment(templates, Links(office.book, office.pages))
    found = {f"{name}.html": render(env, template, **values) for name, template, values in overview(office) if name in OVERVIEW}
    details = Details(office, environment(templates, Links(office.book, office.pages, "../")), lambda _: None)
    found |= {f"{name}.html": details.of(name) for name in RECORDS}
    return found | {"law.md": (status_input(office) / "law.md").read_text(encoding="utf-8")}


@pytest.fixture(scope="module")
def now(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The outputs of today's code."""
    return outputs(copy_of(tmp_path_factory.mktemp("now")))


def test_it_has_no_finding() -> None:
    """The miniature program is right: what a test breaks in it is the only fault there."""
    assert vecina("check", MINI).exit_code == 0


def test_it_is_in_canonical_form() -> None:
    """`vecina fmt` would change nothing."""
    assert vecina("fmt --check", MINI).output == "Every file is in canonical form.\n"


@pytest.mark.parametrize("name", [*COMMANDS, *PAGES])
def test_its_output_is_as_blessed(name: str, now: dict[str, str]) -> None:
    """Every date, point, sentence and page is the one that was accepted."""
    assert_blessed(MINI / "expected" / name, now[name])


def test_the_same_records_give_the_same_bytes(now: dict[str, str], tmp_path: Path) -> None:
    """A second run in another folder differs in nothing."""
    assert outputs(copy_of(tmp_path)) == now


def test_the_order_of_files_on_disk_does_not_matter(now: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that lists its files backwards changes nothing."""

    @contextmanager
    def backwards(path: Path) -> Iterator[list[os.DirEntry[str]]]:
        with os.scandir(path) as entries:
            yield sorted(entries, key=lambda entry: entry.name, reverse=True)

    monkeypatch.setattr(
        sys.modules["vecina.store.walk"], "os", SimpleNamespace(scandir=backwards, access=os.access, R_OK=os.R_OK, X_OK=os.X_OK)
    )
    assert outputs(copy_of(tmp_path)) == now
