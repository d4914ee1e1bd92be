"""Tables that filter, sort and page, in a real browser from a folder on disk, under the site's own policy."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser import FOCUSED, LOOKS, address, barriers, pages_of, watched
from tables import HOSTILE, case_id, choice, count, facts, heading, hearing, ids, shown, table_page, tasks

pytestmark = pytest.mark.browser
MANY = 900
CASES = range(MANY)
SEEN = (
    "id => { const row = document.getElementById(id).getBoundingClientRect(); return row.top > 90 && row.bottom < innerHeight; }"
)


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with 30 cases."""
    return table_page(tmp_path_factory.mktemp("few"), 30)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with 900 cases, most of them in the template."""
    return table_page(tmp_path_factory.mktemp("many"), MANY)


@pytest.fixture
def page(browser: Browser, many: Path) -> Iterator[Page]:
    """The page with 900 cases; whatever is done on it, it complains about nothing, asks nobody and keeps nothing."""
    with watched(browser) as seen:
        seen.page.goto(many.as_uri())
        yield seen.page
        assert seen.complaints == []
        own = (many.as_uri(), address(many.parent, "assets/"))
        assert [url for url in seen.requests if not url.startswith(own)] == []
        assert seen.page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0


def sorted_by(page: Page, name: str, direction: str | None) -> None:
    """Waits until the heading says that it is the order, and that no other is."""
    column = page.get_by_role("columnheader", name=name, exact=True)
    if direction:
        expect(column).to_have_attribute("aria-sort", direction)
    expect(page.locator("[aria-sort]")).to_have_count(1 if direction else 0)


def test_all_rows_are_there_in_the_order_of_the_file(page: Page) -> None:
    assert count(page) == "900 of 900 cases"
    assert shown(page) == ids(CASES)
    expect(page.locator(".more")).to_be_hidden()
    page.get_by_label("Search").fill(case_id(899))
    assert shown(page) == [case_id(899)]
    last = page.locator("#cases > tbody > tr")
    expect(last).to_have_attribute("data-language", facts(899)["language"])
    expect(last.locator("[data-label='Next hearing']")).to_have_attribute("data-order", hearing(899))


def test_filters_combine(page: Page) -> None:
    """A choice matches one of the words of its attribute; several choices and the search hold together."""
    choice(page, "Language").select_option("es")
    assert shown(page) == ids([number for number in CASES if "es" in facts(number)["language"].split()])
    assert count(page) == "600 of 900 cases"
    choice(page, "Mentor").select_option("m-rivera")
    hers = [number for number in CASES if number % 4 == 0 and number % 3 != 1]
    assert count(page) == f"{len(hers)} of 900 cases"
    page.get_by_label("Search").fill("paso")
    assert shown(page) == ids([number for number in hers if number % 5 == 1])
    choice(page, "Late").select_option("yes")
    assert count(page) == "0 of 900 cases"  # each late case is in Houston
    page.get_by_role("button", name="Clear").click()
    assert count(page) == "900 of 900 cases"
    assert page.get_by_label("Search").input_value() == choice(page, "Language").input_value() == ""


def test_search_finds_what_is_seen(page: Page) -> None:
    """By words in any order and without accents, in the rows of the template too; not what is folded into details."""
    page.get_by_label("Search").fill("ANGELES okafor")
    assert count(page) == "180 of 900 cases"
    page.get_by_label("Search").fill("rolls toward")
    assert count(page) == "0 of 900 cases"
    assert page.locator("#cases > tbody").inner_text() == "Nothing fits these filters."
    page.get_by_label("Search").fill("(.*[")
    assert count(page) == "0 of 900 cases"


def test_the_address_says_what_is_chosen(page: Page, many: Path) -> None:
    """A view can be kept as a bookmark; what was typed stays out of it."""
    page.get_by_label("Search").fill("houston")
    choice(page, "Mentor").select_option("m-rivera")
    choice(page, "Late").select_option("yes")
    assert page.url == f"{many.as_uri()}#mentor=m-rivera&late=yes"
    assert page.evaluate("history.length") == 2
    page.reload()
    assert count(page) == "45 of 900 cases"
    page.get_by_role("button", name="Clear").click()
    assert page.url == many.as_uri()


def test_filters_may_come_in_the_address(page: Page, many: Path) -> None:
    page.goto(f"{many.as_uri()}#late=yes")
    assert count(page) == "90 of 900 cases"
    page.evaluate("location.hash = 'status=waiting'")
    expect(page.locator("[data-count]")).to_have_text("300 of 900 cases")
    assert choice(page, "Late").input_value() == ""
    page.go_back()
    expect(page.locator("[data-count]")).to_have_text("90 of 900 cases")


def test_a_filter_for_somebody_who_left_finds_nothing_rather_than_all(page: Page, many: Path) -> None:
    page.goto(f"{many.as_uri()}#mentor=%3Cimg%20src=x%3E&nothing=known")
    assert count(page) == "0 of 900 cases"
    assert choice(page, "Mentor").locator("option:checked").inner_text() == "<img src=x>"


@pytest.mark.parametrize("number", [3, 49, 50, 199, 777])
def test_an_anchor_leads_to_its_row_on_whichever_page(page: Page, many: Path, number: int) -> None:
    own = case_id(number)
    page.goto(f"{many.as_uri()}?#{own}")
    page.wait_for_function(SEEN, arg=own)
    assert page.locator("tr:target").get_attribute("id") == own
    assert shown(page)[0] == case_id(number // 50 * 50)


def test_a_link_to_a_row_that_is_filtered_out_takes_the_filters_away(page: Page) -> None:
    choice(page, "Late").select_option("yes")
    page.get_by_label("Search").fill("houston")
    page.evaluate("id => { location.hash = id; }", case_id(333))
    page.wait_for_function("id => document.querySelector('tr:target')?.id === id", arg=case_id(333))
    assert count(page) == "900 of 900 cases"
    assert page.evaluate(SEEN, case_id(333))


def test_a_date_sorts_by_its_day_and_the_third_click_restores_the_file(page: Page) -> None:
    """What has no date comes last either way; what is equal stays as the file has it."""
    dated = [number for number in CASES if hearing(number)]
    heading(page, "Next hearing").click()
    sorted_by(page, "Next hearing", "ascending")
    assert shown(page) == ids(sorted(dated, key=hearing))
    heading(page, "Next hearing").click()
    sorted_by(page, "Next hearing", "descending")
    latest = sorted(dated, key=lambda number: -int(hearing(number).replace("-", "")))
    assert shown(page) == ids(latest)
    heading(page, "Next hearing").click()
    sorted_by(page, "Next hearing", None)
    assert shown(page) == ids(CASES)


def test_numbers_sort_as_numbers_and_text_as_people_read_it(page: Page) -> None:
    heading(page, "Tasks").click()
    sorted_by(page, "Tasks", "ascending")
    assert shown(page) == ids(sorted(CASES, key=tasks))
    heading(page, "Attorney").click()
    sorted_by(page, "Attorney", "ascending")
    assert shown(page) == ids([3, *(number for number in CASES if number != 3)])  # Okafor 9 before Okafor 10


def test_headings_sort_with_enter_and_space_and_keep_the_focus(page: Page) -> None:
    heading(page, "Case").focus()
    page.keyboard.press("Enter")
    sorted_by(page, "Case", "ascending")
    page.keyboard.press("Space")
    sorted_by(page, "Case", "descending")
    assert shown(page) == ids(reversed(CASES))
    expect(heading(page, "Case")).to_be_focused()
    choice(page, "Status").select_option("ended")  # the order holds
    assert shown(page) == ids([number for number in reversed(CASES) if facts(number)["status"] == "ended"])


def test_pages_turn_and_the_focus_goes_on(page: Page) -> None:
    """A press below the table begins the new page above it, on the same button."""
    above, below = page.get_by_role("navigation").all()
    expect(above.get_by_role("status")).to_have_text("Page 1 of 18")
    expect(above.get_by_role("button", name="Previous")).to_have_attribute("aria-disabled", "true")
    below.get_by_role("button", name="Next").press("Enter")
    expect(above.get_by_role("status")).to_have_text("Page 2 of 18")
    expect(above.get_by_role("button", name="Next")).to_be_focused()
    expect(above.get_by_role("button", name="Next")).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert shown(page) == ids(range(100, 150))
    choice(above, "Rows per page").select_option("500")
    expect(above.get_by_role("status")).to_have_text("Page 1 of 2")
    assert shown(page) == ids(CASES, 500)
    above.get_by_role("button", name="Next").press("Enter")
    above.get_by_role("button", name="Next").press("Enter")  # there is none, and the focus stays
    expect(above.get_by_role("status")).to_have_text("Page 2 of 2")
    expect(above.get_by_role("button", name="Next")).to_be_focused()


def test_one_page_has_no_controls(page: Page, browser: Browser, few: Path) -> None:
    page.get_by_label("Search").fill("m-rivera houston")
    assert count(page) == "45 of 900 cases"
    assert page.get_by_role("button", name="Next", exact=True).count() == 0
    with watched(browser) as seen:
        seen.page.goto(few.as_uri())
        assert count(seen.page) == "30 of 30 cases"
        assert seen.page.get_by_role("navigation").count() == 0
        choice(seen.page, "Late").select_option("yes")
        assert count(seen.page) == "3 of 30 cases"
        assert seen.complaints == []


def test_without_a_script_the_table_is_plain_and_says_what_is_missing(browser: Browser, many: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(many.as_uri())
    assert plain.locator("#cases > tbody > tr").count() == 200
    expect(plain.locator(".more")).to_be_visible()
    expect(plain.locator(".filters")).to_be_hidden()
    context.close()


def test_hostile_text_stays_text(page: Page) -> None:
    """After search, order and pages: what was typed is shown as typed, and no element comes of it."""
    heading(page, "Attorney").click()
    sorted_by(page, "Attorney", "ascending")
    page.get_by_role("navigation").first.get_by_role("button", name="Next").click()
    page.get_by_role("navigation").first.get_by_role("button", name="Previous").click()
    cell = page.locator(f"#{case_id(3)} [data-label=Attorney]")
    assert cell.text_content() == HOSTILE
    page.get_by_label("Search").fill("onerror=")
    assert shown(page) == [case_id(3)]
    assert page.locator("#cases img").count() == 0
    assert page.title() == "Cases"


def test_paper_has_every_row_that_fits(page: Page) -> None:
    """Up to 500, with the filters in words; afterwards the page is as it was."""
    above = page.get_by_role("navigation").first
    above.get_by_role("button", name="Next").click()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert shown(page) == ids(CASES, 500)
    assert page.locator(".on-paper").text_content() == "900 of 900 cases. The first 500 are printed."
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(above.get_by_role("status")).to_have_text("Page 2 of 18")
    choice(page, "Mentor").select_option("m-sato")
    page.get_by_label("Search").fill("houston")
    assert page.locator(".on-paper").text_content() == "Mentor: M-sato. Search: houston. 45 of 900 cases"
    page.get_by_label("Search").fill("")
    page.emulate_media(media="print")
    assert page.locator(".on-paper").is_visible()
    assert not page.locator(".filters, nav.pages").filter(visible=True).count()
    assert pages_of(page.pdf(format="Letter")) > 8  # 225 rows, not 50


def test_on_a_phone_a_choice_stands_in_for_the_headings(browser: Browser, many: Path) -> None:
    with watched(browser, "light", 390) as seen:
        seen.page.goto(many.as_uri())
        choice(seen.page, "Sort by").select_option("Tasks, reversed")
        assert shown(seen.page) == ids(sorted(CASES, key=lambda number: -tasks(number)))
        choice(seen.page, "Sort by").select_option("As listed")
        assert shown(seen.page) == ids(CASES)
        assert seen.page.get_by_role("button", name="Attorney").count() == 0
        assert seen.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        assert seen.complaints == []


@pytest.mark.parametrize("width", [1280, 390])
def test_the_keyboard_alone_reaches_each_control_and_shows_where(browser: Browser, few: Path, width: int) -> None:
    with watched(browser, "light", width) as seen:
        seen.page.goto(few.as_uri())
        reached = []
        for _ in range(18):
            seen.page.keyboard.press("Tab")
            at = seen.page.evaluate(FOCUSED)
            assert at["ring"], at
            assert at["size"] >= 24 * 24, at
            reached.append(at["place"])
        assert len(set(reached)) == 18
        assert seen.page.evaluate("document.activeElement.closest('tbody, thead') !== null")


@pytest.mark.parametrize(("scheme", "width"), LOOKS)
def test_no_table_has_a_barrier(browser: Browser, few: Path, many: Path, scheme: str, width: int) -> None:
    """Every rule of axe for WCAG 2.2 AA and its best practices: long and sorted, and with nothing left."""
    with watched(browser, scheme, width) as seen:
        for path, search in ((few, "nobody"), (many, "")):
            seen.page.goto(path.as_uri())
            if scheme == "dark":
                seen.page.evaluate("document.body.dataset.mdColorScheme = 'slate'")
            seen.page.evaluate("document.querySelector('.sort').click()")
            expect(seen.page.locator("[aria-sort]")).to_have_count(1)
            seen.page.get_by_label("Search").fill(search)
            assert barriers(seen.page) == [], (path, search)
        assert seen.complaints == []
