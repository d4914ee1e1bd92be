"""The page of the program's numbers: every chart with its table, every number with its definition, in a real browser too."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browser import LOOKS, address, barriers, watched
from cases import BOOK, DAY, book, case
from outside import ROOT
from vecina.book import Book, open_book
from vecina.deadlines import agenda
from vecina.pages.program import money, plain, program_page_values, terms
from vecina.pages.status.links import Links
from vecina.pages.status.render import environment
from vecina.views.program import program

STYLES = [f"site/theme/assets/{name}.css" for name in ("vecina", "parts", "print", "status")] + ["site/status/assets/charts.css"]
SMALLEST = 11  # px: what a reader of 390 px must be able to read


def page(records: Book, day: date = DAY) -> str:
    """The page as it is put into the site."""
    env = environment(ROOT / "site/status/templates", Links(records, frozenset()))
    return env.get_template("program.html.j2").render(
        as_of=day, broken=records.unread, **program_page_values(program(records, agenda(records, day), day))
    )


@pytest.fixture(scope="module")
def sample() -> str:
    """The page of the sample program."""
    return page(open_book(ROOT))


def test_each_chart_is_followed_by_its_table_and_each_part_says_what_it_counts(sample: str) -> None:
    assert sample.count("</figure>") == 7
    assert (
        len(re.findall(r'</figure>\s*<div class="table-scroll" tabindex="0" role="region" aria-label="[^"]+">\s*<table', sample))
        == 7
    )
    assert sample.lstrip().startswith("<h1>Program</h1>")
    for part in sample.split("<h2")[1:]:
        assert '<p class="source">' in part, part[:80]


def test_the_page_loads_and_runs_nothing(sample: str) -> None:
    """A strict policy holds on the site: no inline style, no script, no address outside."""
    assert not re.search(r"\sstyle=|<style|<script|\son\w+=|javascript:|src=", sample)
    assert set(re.findall(r"https?://[^\"<\s]+", sample)) == {"http://www.w3.org/2000/svg"}


def test_every_cell_has_its_label_and_no_id_stands_twice(sample: str) -> None:
    assert re.findall(r"<td(?! data-label)[^>]*>", sample) == []
    ids = re.findall(r'\sid="([^"]+)"', sample)
    assert len(ids) == len(set(ids))


def test_the_table_shows_what_the_view_counts() -> None:
    """Of the miniature program: two requested this month, five in the last twelve."""
    (row,) = re.findall(r'<tr><td data-label="What">Opened</td>(.*?)</tr>', page(BOOK))
    assert re.findall(r'data-label="(Nov 2026|12 months)" class="num">([^<]*)<', row) == [("Nov 2026", "2"), ("12 months", "5")]


def test_people_are_not_shown_one_by_one(sample: str) -> None:
    people = sample[sample.index('id="people"') : sample.index('id="hours"')]
    assert "not shown" in people
    assert [int(cell) for cell in re.findall(r'class="num">(\d+)<', people) if 0 < int(cell) < 5] == []


def test_a_program_without_cases_or_without_settings_has_a_page_too() -> None:
    assert "Nothing was due in these days." in page(book())
    for records in (book(settings={}), book(case(), settings={})):
        assert "Missing here: program" in page(records)


def test_a_record_that_cannot_be_read_is_named_on_top() -> None:
    broken = Book(BOOK.root, BOOK.kinds, frozenset([("case", "c-k6tvn")]))
    assert page(broken).index("Missing here: c-k6tvn.") < page(broken).index("<h2")


def test_the_order_of_the_records_does_not_matter() -> None:
    backwards = {kind: dict(reversed(found.items())) for kind, found in BOOK.kinds.items()}
    assert page(Book(BOOK.root, BOOK.kinds | backwards)) == page(BOOK)


def test_amounts_and_definitions_as_they_are_written() -> None:
    assert [money(amount) for amount in (Decimal(1200), Decimal("82.5"), None)] == ["1,200", "82.50", "–"]
    assert [plain(value) for value in (3.0, 1.25, None)] == ["3", "1.25", "–"]
    assert (
        terms("Opened: <b>. Not final: appealed.") == "<strong>Opened</strong>: &lt;b&gt;. <strong>Not final</strong>: appealed."
    )


def framed(part: str, scheme: str) -> str:
    """The part with the site's own styles around it, and what they build on: the theme's size and color of type."""
    links = "".join(f'<link rel="stylesheet" href="{address(ROOT, name)}">' for name in STYLES)
    theme = "<style>html { font-size: 125% } .md-typeset { color: var(--md-typeset-color) }</style>"
    head = f'<title>Program</title><meta name="viewport" content="width=device-width">{theme}{links}'
    body = f'<body data-md-color-scheme="{scheme}"><main class="md-main md-typeset">{part}</main></body>'
    return f'<!doctype html><html lang="en"><head>{head}</head>{body}</html>'


@pytest.mark.browser
@pytest.mark.parametrize(("scheme", "width"), LOOKS)
def test_it_can_be_read_by_everybody(sample: str, tmp_path: Path, browser: Browser, scheme: str, width: int) -> None:
    """No barrier in light and dark, on a phone and on a desk; nothing wider than the page, no text of a chart too small."""
    file = tmp_path / "program.html"
    file.write_text(framed(sample, "slate" if scheme == "dark" else "default"), encoding="utf-8")
    with watched(browser, scheme, width) as seen:
        seen.page.goto(file.as_uri())
        assert barriers(seen.page) == []
        assert seen.complaints == []
        assert seen.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        sizes = "parts => parts.map(part => parseFloat(getComputedStyle(part).fontSize) * part.getScreenCTM().a)"
        assert min(seen.page.locator("svg text").evaluate_all(sizes)) >= SMALLEST
