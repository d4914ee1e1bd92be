"""The public site in a real browser: no barrier, no complaint, nobody else asked, every link and every search lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browser import FOCUSED, address, assert_no_barrier, found_by_search, hosted, pages_of, settled, watched
from links import dead_links

# one page of each kind: home, law with boxes and a checklist, questions, glossary, deadlines, tools, families in both languages
KINDS = (
    "index.html", "case/one-year.html", "case/first-week.html", "faq.html", "case/glossary.html", "case/fees.html",
    "checklists.html", "deadlines/all.html", "deadlines/calculator.html#rule=bia.appeal", "ask.html#organizations",
    "how-it-works.html", "404.html", "family/address.html", "es/index.html", "es/family/address.html",
)  # fmt: skip


@pytest.fixture(scope="module")
def host(public: Path) -> Iterator[str]:
    """The site on a host."""
    with hosted(public) as address_of_it:
        yield address_of_it


def opened(page: Page, where: str) -> None:
    """The page with everything on it that a reader can bring up at once."""
    settled(page, where)
    if "calculator" in where:
        page.fill("#day", "2026-11-20")


@pytest.mark.browser
@pytest.mark.parametrize("name", KINDS)
def test_no_page_has_a_barrier(host: str, browser: Browser, name: str) -> None:
    """Every rule of axe for WCAG 2.2 AA and its best practices, in light and dark, on a phone and on a desk."""
    assert_no_barrier(browser, f"{host}/{name}", opened)


@pytest.mark.browser
def test_every_page_opens_without_complaint_from_a_host(public: Path, browser: Browser, host: str) -> None:
    """Nothing on the console, no violation of the policy, no request to anybody else, nothing wider than a phone."""
    with watched(browser, "light", 390) as seen:
        for path in sorted(public.rglob("*.html")):
            opened(seen.page, f"{host}/{path.relative_to(public)}")
            assert seen.complaints == [], path
            assert seen.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), path
        assert {url for url in seen.requests if not url.startswith((host, "data:"))} == set()


def test_every_link_and_anchor_leads_somewhere(public: Path) -> None:
    """On every page of every language; a link of the calculator names a rule and no place on the page."""
    assert dead_links(public) == []


def test_every_column_has_a_name_and_every_page_one_title(public: Path) -> None:
    for path in public.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"<th[^>]*>\s*</th>", text), path
        assert text.count("<h1") == 1, path


@pytest.mark.browser
@pytest.mark.parametrize(
    ("asked", "page"),
    [
        ("one year", "case/one-year.html"),
        ("EOIR-33", "case/address.html"),
        ("WhatsApp", "case/far-away.html"),
        ("malpractice", "faq.html"),
        ("EOIR-26", "case/appeal.html"),
        ("translation certificate", "case/evidence.html"),
    ],
)
def test_search_finds(browser: Browser, host: str, asked: str, page: str) -> None:
    """What an attorney types leads to the page that answers, among the first five."""
    assert f"{host}/{page}" in found_by_search(browser, host, asked)


@pytest.mark.browser
def test_the_keyboard_alone_leads_through_a_page(public: Path, browser: Browser) -> None:
    """Each thing that can be reached shows where it is, and none keeps the focus."""
    with watched(browser, "light", 390) as seen:
        for name in ("case/one-year.html", "deadlines/calculator.html", "ask.html"):
            seen.page.goto(address(public, name))
            last, stays, reached = -1, 0, 0
            for _ in range(400):
                seen.page.keyboard.press("Tab")
                at = seen.page.evaluate(FOCUSED)
                if at is None:
                    break
                assert at["size"] > 0, at
                assert at["ring"], at
                stays = stays + 1 if at["place"] == last else 0
                assert stays < 4, at  # a date has a stop for month, day, year and the picker
                last, reached = at["place"], reached + 1
            assert reached > 10


@pytest.mark.browser
def test_a_checklist_prints_alone_on_one_page(public: Path, browser: Browser, tmp_path: Path) -> None:
    """The button prints the checklist and nothing else: one sheet of paper."""
    with watched(browser) as seen:
        for path in sorted((public / "case").glob("*.html")):
            if not re.search("data-print=.?#checklist", path.read_text(encoding="utf-8")):
                continue
            opened(seen.page, address(public, str(path.relative_to(public))))
            seen.page.evaluate("window.print = () => {}")
            seen.page.locator("[data-print]").click()
            seen.page.evaluate("document.documentElement.setAttribute('data-print-only', '')")
            pdf = seen.page.pdf(format="Letter")
            assert pages_of(pdf) == 1, path
