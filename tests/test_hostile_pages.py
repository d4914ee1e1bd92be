"""Free text that attacks, on real pages in a real browser and in the files beside them: shown exactly as typed, nothing runs."""

from __future__ import annotations

import csv
import html
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, Page

from browser import address, hosted, search, watched
from programs import MINI, vecina
from repos import begun, committed, git
from sites import workshop
from test_escape import texts
from vecina.book import open_book
from vecina.edit import render
from vecina.yamlmap import read

PEOPLE = {"mentor": "m-sato", "attorney": "a-finch", "organization": "o-willow"}
CASE = "c-a9xgu"
FOLDER = {"c": "cases", "m": "mentors", "a": "attorneys", "o": "organizations"}


def marks() -> Iterator[tuple[str, str]]:
    """Each text with two letters of its own, to make ids from."""
    letters = "abcdefghjkmnpqrstuvwxyz"
    return ((letters[index // len(letters)] + letters[index % len(letters)], text) for index, text in enumerate(texts()))


def name_of(text: str) -> str:
    """The text as a name, which has one line."""
    return " ".join(text.split())


def _data(kind: str, name: str) -> dict[str, Any]:
    found: dict[str, Any] = read((MINI / f"data/{kind}s/{name}.yml").read_bytes(), "").data
    return found


def _write(data: Path, kind: str, record: dict[str, Any]) -> None:
    (data / f"{kind}s" / f"{record['id']}.yml").write_text(render(kind, record), encoding="utf-8")


def _attackers(data: Path) -> None:
    """Whoever has a name or notes in these records has an attack there; each has a case with the two others of the text."""
    for mark, text in marks():
        name = name_of(text)
        own = {"id": f"m-x{mark}", "name": name, "email": f"m.{mark}@example.org", "notes": text}
        _write(data, "mentor", _data("mentor", PEOPLE["mentor"]) | own)
        own = {"id": f"a-x{mark}", "name": name, "email": f"a.{mark}@example.org", "notes": text, "firm": name}
        _write(data, "attorney", _data("attorney", PEOPLE["attorney"]) | own)
        contact = {"name": name, "role": name, "email": f"o.{mark}@example.org"}
        own = {"id": f"o-x{mark}", "name": name, "contacts": [contact], "notes": text}  # type: ignore[dict-item]
        _write(data, "organization", _data("organization", PEOPLE["organization"]) | own)
        own = {"id": f"c-{mark}7kq", "attorney": f"a-x{mark}", "mentor": f"m-x{mark}", "organization": f"o-x{mark}"}
        case = _data("case", CASE) | own
        del case["backup_mentor"]
        _write(data, "case", case)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A program of attackers, kept by committers who attack too, with its status site and the one page."""
    folder = tmp_path_factory.mktemp("attackers")
    data = folder / "data"
    shutil.copytree(MINI / "data", data)
    for name in ("cases", "mentors", "attorneys", "organizations"):
        shutil.rmtree(data / name)
        (data / name).mkdir()
    _attackers(data)
    made = begun(workshop(folder / "root", data))
    committed(made)
    for mark, text in marks():
        path = made / f"data/cases/c-{mark}7kq.yml"
        path.write_text(path.read_text(encoding="utf-8").replace("last_arrival: 2025-11-03", "last_arrival: 2025-10-30"))
        git(made, "commit", "-q", "-a", "-m", "sample", who=name_of(text))
    vecina("build status --single-file --today 2026-11-24", made)
    return made


@pytest.fixture(scope="module")
def site(root: Path) -> Path:
    """The status site of attackers."""
    return root / "build/status"


PARSED = """pages => pages.map(([markup, wanted]) => {
    const page = new DOMParser().parseFromString(markup, "text/html");
    return wanted.map(where => [...page.querySelectorAll(where)].map(found => found.textContent));
})"""


def shown(page: Page, site: Path, files: list[str], *wanted: str) -> list[list[list[str]]]:
    """What stands at the wanted places of each file, as a real browser's parser has it."""
    found: list[list[list[str]]] = page.evaluate(PARSED, [[(site / file).read_text(encoding="utf-8"), wanted] for file in files])
    return found


def test_every_record_is_taken(root: Path) -> None:
    """Else there would be nothing to show."""
    assert not open_book(root).unread


@pytest.mark.browser
@pytest.mark.parametrize("kind", ["m", "a", "o"])
def test_the_page_of_a_person_has_the_name_and_the_notes_as_typed(root: Path, site: Path, browser: Browser, kind: str) -> None:
    files = [f"{FOLDER[kind]}/{kind}-x{mark}.html" for mark, _ in marks()]
    with watched(browser) as seen:
        found = shown(seen.page, site, files, "h1", ".md-content .typed")
    assert found == [[[name_of(text)], [text]] for _, text in marks()]


@pytest.mark.browser
def test_firms_and_contacts_are_as_typed(root: Path, site: Path, browser: Browser) -> None:
    with watched(browser) as seen:
        firms = shown(seen.page, site, [f"attorneys/a-x{mark}.html" for mark, _ in marks()], "dl.facts dd")
        contacts = shown(seen.page, site, [f"organizations/o-x{mark}.html" for mark, _ in marks()], "dl.facts dt", "dl.facts dd")
    for (mark, text), [facts], [heads, values] in zip(marks(), firms, contacts, strict=True):
        assert name_of(text) in facts
        assert (name_of(text), f"{name_of(text)}, o.{mark}@example.org") in zip(heads, values, strict=True)


@pytest.mark.browser
def test_the_page_of_a_case_names_people_as_typed(root: Path, site: Path, browser: Browser) -> None:
    with watched(browser) as seen:
        found = shown(seen.page, site, [f"cases/c-{mark}7kq.html" for mark, _ in marks()], "dl.facts a")
    for (_, text), [links] in zip(marks(), found, strict=True):
        assert links.count(name_of(text)) == 3


@pytest.mark.browser
def test_the_history_names_committers_as_git_does(root: Path, site: Path, browser: Browser) -> None:
    """Git itself drops a few signs, such as angle brackets."""
    names = git(root, "log", "--reverse", "--format=%an").splitlines()[1:]
    with watched(browser) as seen:
        found = shown(seen.page, site, [f"cases/c-{mark}7kq.html" for mark, _ in marks()], "td[data-label=By] .typed")
    assert [authors[0] for [authors] in found] == names


@pytest.mark.browser
@pytest.mark.parametrize("name", ["mentors", "attorneys", "organizations"])
def test_a_table_of_people_is_as_typed(root: Path, site: Path, browser: Browser, name: str) -> None:
    with watched(browser) as seen:
        seen.page.goto(address(site, f"{name}.html"))
        names = seen.page.locator("tbody td:first-child a").all_text_contents()
        assert sorted(names) == sorted(name_of(text) for _, text in marks())
        notes = seen.page.locator("tbody .typed").all_text_contents()
        assert sorted(notes) == sorted(text for _, text in marks() if name == "mentors")
        assert seen.complaints == []
        assert [url for url in seen.requests if not url.startswith(("file:", "data:"))] == []


@pytest.mark.browser
def test_the_one_page_shows_all_of_it_and_runs_nothing(root: Path, browser: Browser) -> None:
    with watched(browser) as seen:
        seen.page.goto(address(root / "build", "status.html"))
        names = seen.page.locator("section h1").all_text_contents()
        notes = seen.page.locator("section > .typed").all_text_contents()
        for _, text in marks():
            assert names.count(name_of(text)) >= 3
            assert notes.count(text) >= 3
        assert seen.complaints == []
        assert [url for url in seen.requests if not url.startswith(("file:", "data:"))] == []


@pytest.mark.browser
def test_the_search_finds_an_attack_and_shows_it(site: Path, browser: Browser) -> None:
    with hosted(site) as host, watched(browser) as seen:
        search(seen.page, host, "needle")
        first = seen.page.locator(".md-search-result__item h1").first
        assert first.text_content() in [name_of(text) for _, text in marks()]
        assert seen.complaints == []


def test_the_search_index_has_names_as_text(site: Path) -> None:
    """The theme puts a title into the page as HTML, so it is escaped there once."""
    docs = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))["docs"]
    titles = {doc["location"]: html.unescape(doc["title"]) for doc in docs}
    for mark, text in marks():
        assert titles[f"mentors/m-x{mark}.html"] == titles[f"attorneys/a-x{mark}.html"] == name_of(text)


def cells(path: Path, column: str) -> list[str]:
    """A column of a CSV file; the sign that keeps a spreadsheet from computing is taken off again."""
    with path.open(encoding="utf-8", newline="") as file:
        return [row[column].removeprefix("'") for row in csv.DictReader(file)]


@pytest.mark.parametrize("name", ["mentors", "attorneys", "organizations"])
def test_the_csv_beside_a_table_gives_everything_back(site: Path, name: str) -> None:
    assert sorted(cells(site / f"{name}.csv", "notes")) == sorted(text for _, text in marks())
    assert sorted(cells(site / f"{name}.csv", "name")) == sorted(name_of(text) for _, text in marks())


def test_the_csv_of_cases_gives_the_names_back(site: Path) -> None:
    assert sorted(cells(site / "cases.csv", "attorney_name")) == sorted(name_of(text) for _, text in marks())


def test_no_calendar_has_a_name_or_a_note(site: Path) -> None:
    """Calendars sit on other servers: what is typed about people stays here."""
    for mark, text in marks():
        calendar = Calendar.from_ical((site / f"mentors/m-x{mark}.ics").read_text(encoding="utf-8"))
        assert len(calendar.walk("VEVENT")) > 5
        if len(text) > 9:
            assert name_of(text) not in str(calendar.to_ical())
