"""The status site in a real browser: no barrier, no complaint, nobody else asked, one click away, one sheet of paper."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browser import address, assert_no_barrier, found_by_search, hosted, pages_of, settled, watched
from links import Links, dead_links
from outside import ROOT
from vecina.book import open_book
from vecina.views.sheet import LINES

# one page of each kind, the law's pages included
KINDS = (
    "index", "cases", "cases/c-7k3q9", "cases/c-9cgbr", "clocks", "mentors", "mentors/m-rivera", "attorneys",
    "attorneys/a-okafor", "organizations", "organizations/o-puente", "matches", "program", "quality", "law", "checks",
)  # fmt: skip
IDS = re.compile(r"\b[camo]-[a-z0-9]+(?:-[a-z0-9]+)*\b")


@pytest.fixture(scope="module")
def host(status: Path) -> Iterator[str]:
    """The site on a host."""
    with hosted(status) as address_of_it:
        yield address_of_it


@pytest.mark.browser
@pytest.mark.parametrize("name", KINDS)
def test_no_page_has_a_barrier(status: Path, browser: Browser, name: str) -> None:
    """Every rule of axe for WCAG 2.2 AA and its best practices, in light and dark, on a phone and on a desk."""
    assert_no_barrier(browser, address(status, f"{name}.html"))


@pytest.mark.browser
def test_every_page_opens_from_a_folder_without_complaint(status: Path, browser: Browser) -> None:
    """Also each record's own: nothing on the console, no request to anybody, nothing wider than a phone, one title."""
    with watched(browser, "light", 390) as seen:
        for path in sorted(set(status.rglob("*.html")) - {status / "404.html"}):  # a host's own page, from its root
            settled(seen.page, path.as_uri())
            assert seen.complaints == [], path
            assert seen.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), path
            assert seen.page.locator("h1").count() == 1, path
        assert {url for url in seen.requests if not url.startswith(("file:", "data:"))} == set()


def test_every_link_and_anchor_leads_somewhere(status: Path) -> None:
    assert dead_links(status) == []


def test_every_name_stands_whole(status: Path) -> None:
    """A person is shown by her id's name, never by her name taken for ids."""
    for path in status.rglob("*.html"):
        assert " and (sample)" not in path.read_text(encoding="utf-8"), path


def test_no_column_is_without_a_name_and_no_frame_without_its_page(status: Path) -> None:
    for path in status.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"<th[^>]*>\s*</th>", text), path
        assert "-hole" not in text, path


@pytest.mark.browser
def test_what_must_happen_today_is_on_the_first_screen(status: Path, browser: Browser) -> None:
    """The counts and the gravest things are there without scrolling, what a court has set first."""
    with watched(browser) as seen:
        settled(seen.page, address(status, "index.html"))
        first = seen.page.locator(".todo > li").first
        assert "Appeal to the BIA (EOIR-26), Mon 7 Dec 2026 (the safe day was Fri 13 Nov 2026)" in first.inner_text()
        box = first.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] < 900
        assert seen.page.locator(".kpi").count() == 6


@pytest.mark.browser
def test_a_mentor_finds_her_own_page_with_one_click(status: Path, browser: Browser) -> None:
    book = open_book(ROOT)
    with watched(browser) as seen:
        for mentor in book.mentors.values():
            if mentor.data["status"] == "inactive":
                continue
            settled(seen.page, address(status, "index.html"))
            seen.page.get_by_role("navigation", name="Mentors").get_by_role("link", name=mentor.data["name"], exact=True).click()
            assert seen.page.locator("h1").inner_text() == mentor.data["name"]


@pytest.mark.browser
@pytest.mark.parametrize("paper", ["Letter", "A4"])
def test_the_morning_sheet_is_one_page_also_when_it_is_full(status: Path, browser: Browser, paper: str) -> None:
    """As it is, and with as many lines as it may ever have, each longer than its column."""
    with watched(browser) as seen:
        settled(seen.page, address(status, "index.html"))
        assert pages_of(seen.page.pdf(format=paper)) == 1
        seen.page.evaluate(
            """lines => {
                const part = document.querySelector(".morning tbody"), line = part.rows[1];
                for (const other of document.querySelectorAll(".morning tbody")) if (other !== part) other.remove();
                while (part.rows.length > 1) part.rows[1].remove();
                for (let n = 1; n < 6; n++) part.append(part.rows[0].cloneNode(true));
                for (const cell of line.cells) cell.textContent += " and more than there is room for in this line, much more";
                for (let n = 0; n < lines - 6; n++) part.append(line.cloneNode(true));
            }""",
            LINES,
        )
        assert pages_of(seen.page.pdf(format=paper)) == 1


@pytest.mark.browser
def test_a_case_prints_with_its_dates_and_its_timeline(status: Path, browser: Browser) -> None:
    with watched(browser) as seen:
        settled(seen.page, address(status, "cases/c-7k3q9.html"))
        seen.page.emulate_media(media="print")
        assert seen.page.locator("svg.timeline").is_visible()
        assert seen.page.locator(".md-tabs").is_hidden()


@pytest.mark.browser
@pytest.mark.parametrize(
    ("asked", "page"),
    [("c-7k3q9", "cases/c-7k3q9.html"), ("Rivera", "mentors/m-rivera.html"), ("Puente", "organizations/o-puente.html")],
)
def test_search_finds_a_record(browser: Browser, host: str, asked: str, page: str) -> None:
    assert f"{host}/{page}" in found_by_search(browser, host, asked)


def test_no_link_to_another_site_carries_an_id(status: Path) -> None:
    """Whoever sees which page of the law was opened learns nothing of a case or a person."""
    book = open_book(ROOT)
    known = {name for kind in ("case", "mentor", "attorney", "organization") for name in book.kinds[kind]}
    for path in status.rglob("*.html"):
        for link in Links(path.read_text(encoding="utf-8")).links:
            if link.startswith(("http:", "https:")):
                assert not known & set(IDS.findall(link)), f"{path}: {link}"


def test_no_page_is_to_be_found_or_followed(status: Path) -> None:
    for path in status.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert re.search(r'name="?robots"? content="?noindex', text), path
        assert re.search(r'name="?referrer"? content="?no-referrer', text), path
    assert not list(status.glob("sitemap*"))


def test_every_page_names_its_day(status: Path) -> None:
    for path in status.rglob("*.html"):
        assert path.name == "404.html" or "As of Tue 24 Nov 2026" in path.read_text(encoding="utf-8"), path


def test_nothing_grows_with_the_square(status: Path) -> None:
    """The frame of a record's page is the same for all; of the other records it names only those that belong to it."""
    book = open_book(ROOT)
    for path in (status / "cases").glob("*.html"):
        data = book.cases[path.stem].data
        own = {path.stem, *(str(data.get(field, "")) for field in ("attorney", "mentor", "backup_mentor", "organization"))}
        linked = {
            Path(link).stem for link in Links(path.read_text(encoding="utf-8")).links if link.endswith(".html") and "/" in link
        }
        records = {name for name in linked if re.match("[camo]-", name)}
        assert records <= own, path


def test_the_search_index_names_each_record_once(status: Path) -> None:
    docs = json.loads((status / "search/search_index.json").read_text(encoding="utf-8"))["docs"]
    records = [doc["location"] for doc in docs if "/" in doc["location"]]
    pages = {str(path.relative_to(status)) for path in status.glob("*/*.html")}
    assert sorted(records) == sorted(pages)
