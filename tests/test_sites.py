"""Both sites, built and opened in a real browser."""

from __future__ import annotations

import hashlib
import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browser import address, watched
from sites import built, workshop
from vecina.book import open_book

PAGES = [
    *(("public", name) for name in ("index", "case/one-year", "es/index")),
    *(("status", name) for name in ("index", "cases", "clocks", "mentors", "matches", "law", "field-guide", "checks")),
]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return workshop(tmp_path_factory.mktemp("sites"))


@pytest.fixture(scope="module")
def build(root: Path) -> Path:
    return built(root)


@pytest.mark.browser
@pytest.mark.parametrize(("site", "name"), PAGES)
@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_a_page_opens_without_complaint_and_asks_nobody_else(
    build: Path, browser: Browser, site: str, name: str, scheme: str, width: int
) -> None:
    with watched(browser, scheme, width) as seen:
        seen.page.goto(address(build / site, f"{name}.html"))
        seen.page.wait_for_load_state("networkidle")
        assert seen.complaints == []
        assert [url for url in seen.requests if not url.startswith(("file:", "data:"))] == []
        assert seen.page.locator("h1").count() == 1
        assert seen.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        assert seen.page.evaluate("document.fonts.size") == 0


@pytest.mark.browser
def test_every_link_between_the_status_pages_leads_somewhere(build: Path, browser: Browser) -> None:
    for site, name in (page for page in PAGES if page[0] == "status"):
        with watched(browser) as seen:
            seen.page.goto(address(build / site, f"{name}.html"))
            for link in seen.page.locator("a[href]").evaluate_all("links => links.map(link => link.href)"):
                if link.startswith("file:"):
                    path, _, anchor = link.removeprefix("file://").partition("#")
                    assert Path(path).is_file(), link
                    assert not anchor or re.search(rf'id="?{re.escape(anchor)}\b', Path(path).read_text(encoding="utf-8")), link


@pytest.mark.browser
def test_the_derivation_of_a_late_date_is_one_click_away(build: Path, browser: Browser) -> None:
    with watched(browser) as seen:
        seen.page.goto(address(build / "status", "index.html"))
        details = seen.page.locator("#late ~ .table-scroll details").first
        details.locator("summary").click()
        assert details.locator("p").first.is_visible()


@pytest.mark.browser
def test_every_date_can_be_followed_to_its_sentence_and_its_source(build: Path, browser: Browser) -> None:
    with watched(browser) as seen:
        for name in ("index", "cases", "clocks", "mentors"):
            seen.page.goto(address(build / "status", f"{name}.html"))
            assert seen.page.locator("tbody tr:has(.date)").count() > 0
            for cell in seen.page.locator("tbody tr:has(.date):not(:has(details code))").all():
                pytest.fail(f"{name}: {cell.inner_text()}")
        for link in set(seen.page.locator("a[href^='law.html#']").evaluate_all("links => links.map(link => link.hash)")):
            assert (build / "status" / "law.html").read_text(encoding="utf-8").count(f'id="{link[1:]}"') == 1


@pytest.mark.browser
def test_the_law_names_the_authority_of_every_value(root: Path, build: Path, browser: Browser) -> None:
    with watched(browser) as seen:
        seen.page.goto(address(build / "status", "law.html"))
        values = seen.page.locator("[aria-label^='Values of'] tbody tr")
        assert values.count() == sum(len(rule.data["values"]) for rule in open_book(root).rules.values())
        assert seen.page.locator("[aria-label^='Values of'] tbody tr:not(:has(a[href^='http']))").count() == 0


def test_every_page_has_a_strict_policy(build: Path) -> None:
    for path in build.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        (policy,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">', text)
        assert policy.startswith("default-src 'none'; script-src 'self'")
        assert "unsafe" not in policy
        assert text.index("Content-Security-Policy") < text.index("<title>")
        assert not re.search(
            r"\son[a-z]+=|\sstyle=|javascript:", re.sub(r"<(script|pre)\b.*?</\1>", "", text, flags=re.DOTALL)
        ), path


def outputs(folder: Path) -> dict[str, str]:
    """Every file of a site with its hash."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_the_same_records_give_the_same_bytes(root: Path, build: Path) -> None:
    once = outputs(build)
    assert outputs(built(root)) == once


def test_nothing_of_the_records_is_in_the_public_site(root: Path, build: Path) -> None:
    book = open_book(root)
    secrets = {name for kind in ("case", "mentor", "attorney", "organization") for name in book.kinds[kind]}
    for kind in ("mentor", "attorney"):
        secrets |= {record.data[field] for record in book.kinds[kind].values() for field in ("name", "email")}
    for path in (build / "public").rglob("*"):
        if path.is_file():
            text = path.read_bytes().decode("utf-8", "ignore")
            assert not [secret for secret in secrets if re.search(rf"(?<![\w-]){re.escape(secret)}(?![\w-])", text)], path


def test_the_public_site_needs_no_record_of_a_person(root: Path, build: Path, tmp_path: Path) -> None:
    """From a tree that has the law and the settings alone comes the same site, byte for byte."""
    bare = workshop(tmp_path / "bare")
    for folder in ("cases", "mentors", "attorneys", "organizations"):
        shutil.rmtree(bare / "data" / folder)
    assert outputs(built(bare, "public") / "public") == outputs(build / "public")


def test_the_status_site_asks_not_to_be_indexed_and_tells_nobody_where_its_readers_come_from(build: Path) -> None:
    for path in (build / "status").glob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert re.search(r'name="?robots"? content="?noindex', text), path
        assert re.search(r'name="?referrer"? content="?no-referrer', text), path


def test_no_page_loads_anything_from_elsewhere(build: Path) -> None:
    loads = re.compile(r"""<(?:script|link|img|iframe|source)\b[^>]*?(?:src|href)=["']?(https?:)?//""", re.IGNORECASE)
    for path in build.rglob("*.html"):
        assert not loads.search(path.read_text(encoding="utf-8")), path


@pytest.mark.browser
def test_a_status_page_of_an_earlier_day_says_so(tmp_path: Path, browser: Browser) -> None:
    """On top of the page, by the reader's own clock. The sample program stands still and never says it."""
    real = workshop(tmp_path / "real")
    settings = real / "data/program.yml"
    kept = [line for line in settings.read_text(encoding="utf-8").splitlines() if not line.startswith("sample")]
    settings.write_text("\n".join([*kept, ""]), encoding="utf-8")
    pages = built(real, "status") / "status"
    for now, shown in (("2026-11-25T23:00", False), ("2026-11-26T01:00", True)):
        with watched(browser) as seen:
            seen.page.clock.set_fixed_time(now)
            seen.page.goto(address(pages, "cases.html"))
            assert seen.page.locator("[data-as-of]").is_visible() is shown


def test_every_status_page_names_its_day(build: Path) -> None:
    for path in (build / "status").glob("*.html"):
        assert path.name == "404.html" or "As of Tue 24 Nov 2026" in path.read_text(encoding="utf-8"), path


def test_navigation_stays_short(build: Path) -> None:
    assert (build / "status" / "cases.html").read_text(encoding="utf-8").count("md-nav__link") < 40
