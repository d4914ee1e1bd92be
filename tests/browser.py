"""A real browser for tests, and what every page must keep to in it."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, TimeoutError as TookTooLong, sync_playwright

from outside import ROOT
from vecina.cli.serve import serving

sys.path.insert(0, str(ROOT / "scripts"))
from chromium import find

AXE = resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
LEVEL = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOKS = [("light", 1280), ("dark", 1280), ("light", 390), ("dark", 390)]
FOCUSED = """() => {
    const at = document.activeElement, shown = at.matches(".md-option") ? at.nextElementSibling : at;
    const box = shown.getBoundingClientRect(), look = getComputedStyle(shown);
    return at === document.body ? null : {
        html: at.outerHTML.slice(0, 120), size: box.width * box.height, place: [...document.querySelectorAll("*")].indexOf(at),
        ring: look.outlineStyle !== "none" || look.boxShadow !== "none",
    };
}"""
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser, or a failure that says how to get one."""
    path = find()
    if path is None:
        pytest.fail("there is no Chromium; `make test` sets one up")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@dataclass
class Watched:
    """A page and everything it complained about or asked for."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


@contextmanager
def watched(browser: Browser, scheme: str = "light", width: int = 1280) -> Iterator[Watched]:
    """A page whose console, errors, dialogs and requests are written down."""
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})  # type: ignore[arg-type]
    page = context.new_page()
    seen = Watched(page)
    page.on("console", lambda said: seen.complaints.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    page.on("dialog", lambda dialog: seen.complaints.append(dialog.type))
    page.on("request", lambda request: seen.requests.append(request.url))
    yield seen
    context.close()


def address(folder: Path, name: str) -> str:
    """A built page as a file's address."""
    return (folder / name).as_uri()


def barriers(page: Page) -> list[tuple[str, list[str]]]:
    """What axe finds on a page by every rule for WCAG 2.2 AA and its best practices: each rule with the first places."""
    page.evaluate(AXE)
    found = page.evaluate("tags => axe.run(document, {runOnly: tags, preload: false})", LEVEL)["violations"]
    return [(row["id"], [node["html"] for node in row["nodes"]][:3]) for row in found]


def settled(page: Page, where: str) -> None:
    """The page with what its scripts make of it."""
    page.goto(where)
    page.locator("html.js").wait_for(state="attached")


def assert_no_barrier(browser: Browser, where: str, bring_up: Callable[[Page, str], None] = settled) -> None:
    """No complaint and no barrier, light on a desk and dark on a phone; on a first page in the other two looks too."""
    for scheme, width in LOOKS if where.endswith("/index.html") else LOOKS[::3]:
        with watched(browser, scheme, width) as seen:
            bring_up(seen.page, where)
            assert seen.complaints == []
            assert barriers(seen.page) == [], (scheme, width)


def search(page: Page, host: str, asked: str) -> None:
    """Asks the search of a site on a host, and waits for the first result."""
    page.goto(f"{host}/index.html")
    box, results = page.locator(".md-search__input"), page.locator(".md-search-result__item > a")
    box.click()
    page.locator(".md-search-result__meta", has_text="Type to start searching").wait_for()
    for _ in range(5):  # a key that comes while the page still looks elsewhere is lost
        for text in ("", asked):
            box.fill(text)
            box.press("End")  # the search listens to keys: typed one by one, the results of the first letters could be read
        with suppress(TookTooLong):
            results.first.wait_for(state="attached", timeout=10_000)
            return
    pytest.fail("the search gives no result")


def found_by_search(browser: Browser, host: str, asked: str) -> list[str]:
    """Where the first five results lead, without the places on their pages."""
    with watched(browser) as seen:
        search(seen.page, host, asked)
        links = seen.page.locator(".md-search-result__item > a").evaluate_all("links => links.map(link => link.href)")
        assert seen.complaints == []
    return [link.split("?")[0].split("#")[0] for link in links][:5]


def pages_of(pdf: bytes) -> int:
    """How many pages a PDF has."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


@contextmanager
def hosted(folder: Path) -> Iterator[str]:
    """The address on this computer of a site in a folder: some things, such as search, need a host."""
    server = serving(folder, 0)
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
