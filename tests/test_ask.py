"""The form that asks for a mentor, in a real browser: what comes out of it are records that the program takes as they are."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page

from browser import address, watched
from programs import copy_of, vecina

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser: Browser, public: Path) -> Iterator[Page]:
    """The form, freshly opened; whatever is done with it asks nobody for anything."""
    with watched(browser) as seen:
        seen.page.goto(address(public, "ask.html"))
        yield seen.page
        assert seen.complaints == []
        assert [url for url in seen.requests if not url.startswith(("file:", "data:", "blob:"))] == []


def group(page: Page, title: str) -> Page:
    """The part of the form under that title."""
    return page.locator("fieldset.group").filter(has=page.locator("legend", has_text=title))  # type: ignore[return-value]


def attorney(page: Page, title: str, name: str, email: str) -> None:
    you = group(page, title)
    you.get_by_label("Name, as used at work").fill(name)
    you.get_by_label("Work e-mail").fill(email)
    you.get_by_label("State of an active bar").select_option("TX")
    you.get_by_label("In good standing").check()
    you.get_by_label("attorney of record").check()
    you.get_by_label("Time zone").select_option("America/Chicago")
    you.get_by_label("English", exact=True).check()
    you.get_by_label("Registered with EOIR").select_option("yes")
    you.get_by_label("Malpractice cover").select_option("own-carrier")


def case(page: Page, title: str, hearing: str = "") -> None:
    the = group(page, title)
    the.get_by_label("Immigration court", exact=True).select_option("HOU")
    the.get_by_label("Where the case stands").select_option("individual-hearing")
    the.get_by_label("Where the client is").select_option("us-state")
    the.get_by_label("State, also").select_option("TX")
    the.get_by_label("WhatsApp").check()
    the.get_by_label("Spanish", exact=True).check()
    if hearing:
        the.get_by_label("Next hearing").fill(hearing)
        the.get_by_label("Type of that hearing").select_option("individual")
        the.get_by_label("Time of that hearing").fill("09:00")
        the.get_by_label("How it is held").select_option("in-person")


def saved(page: Page, root: Path) -> list[str]:
    """Saves the records into a copy of the miniature program; their paths."""
    with page.expect_download() as file:
        page.get_by_role("button", name="Save the records").click()
    file.value.save_as(root / "request.zip")
    with zipfile.ZipFile(root / "request.zip") as archive:
        assert archive.testzip() is None
        archive.extractall(root)
        (root / "request.zip").unlink()
        return archive.namelist()


def test_an_attorney_gets_records_that_have_no_finding(page: Page, tmp_path: Path) -> None:
    attorney(page, "You", "Sample Ångström-O'Neil", "angstrom@example.org")
    case(page, "The case", hearing="2027-03-02")
    root = copy_of(tmp_path)
    paths = saved(page, root)
    assert [path.rpartition("/")[0] for path in paths] == ["data/attorneys", "data/cases"]
    assert vecina("check", root).output.endswith("no findings.\n")
    assert vecina("fmt --check", root).output == "Every file is in canonical form.\n"
    text = (root / paths[1]).read_text(encoding="utf-8")
    assert "attorney: a-neil\n" in text
    assert '    date: 2027-03-02\n    time: "09:00"\n' in text


def test_an_organization_asks_for_several_cases_at_once(page: Page, tmp_path: Path) -> None:
    page.get_by_label("I am").select_option("organization")
    the = group(page, "Organization")
    the.get_by_label("Organization", exact=True).fill("Sample Legal Aid")
    the.get_by_label("Contact person").fill("Sample Contact")
    the.get_by_label("Work e-mail").fill("contact@example.org")
    the.get_by_label("Does your policy cover").select_option("yes")
    page.get_by_role("button", name="Add another attorney").click()
    page.get_by_role("button", name="Add another case").click()
    attorney(page, "Attorney 1", "Sample First", "first@example.org")
    attorney(page, "Attorney 2", "Sample Second", "second@example.org")
    case(page, "Case 1")
    case(page, "Case 2")
    group(page, "Case 2").get_by_label("Attorney of record").select_option("1")
    root = copy_of(tmp_path)
    paths = saved(page, root)
    assert len(paths) == 5
    assert vecina("check", root).output.endswith("no findings.\n")
    assert "attorney: a-second\n" in (root / paths[-1]).read_text(encoding="utf-8")
    assert "organization: o-legal\n" in (root / paths[-1]).read_text(encoding="utf-8")


def test_the_email_names_cases_by_number_and_nobody_else(page: Page) -> None:
    attorney(page, "You", "Sample Attorney", "you@example.org")
    case(page, "The case", hearing="2027-03-02")
    link = urlsplit(page.get_by_role("link", name="Write the e-mail").get_attribute("href") or "")
    assert (link.scheme, link.path) == ("mailto", "admin@vecina.org")
    said = parse_qs(link.query)
    number = said["subject"][0].removeprefix("Mentor request: ")
    asked = "Houston - Jefferson Street Immigration Court, TX, individual hearing 2027-03-02, languages Spanish"
    assert f"{number}: {asked}" in said["body"][0]


def test_what_is_missing_is_named_while_she_types_and_leads_to_its_field(page: Page) -> None:
    missing = page.locator(".missing li")
    before = missing.count()
    assert page.get_by_role("button", name="Save the records").count() == 0
    page.get_by_role("button", name="You: Work e-mail").click()
    page.keyboard.type("not an address")
    assert "write an address like you@example.org" in page.locator(".missing").inner_text()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("you@example.org")
    assert missing.count() == before - 1


def test_a_requirement_turns_to_met(page: Page) -> None:
    page.locator(".status summary").click()
    row = page.locator(".met li").filter(has_text="Malpractice cover")
    assert row.locator(".badge").inner_text() == "Not yet"
    group(page, "You").get_by_label("Malpractice cover").select_option("employer")
    assert row.locator(".badge").inner_text() == "Met"
    group(page, "You").get_by_label("Malpractice cover").select_option("none")
    assert row.locator(".badge").inner_text() == "Not yet"


@pytest.mark.parametrize(
    ("part", "label", "day", "said"),
    [
        ("The case", "Next hearing", "2020-01-01", "The case, Next hearing: it is still to come"),
        ("The case", "Last arrival", "2049-06-01", "The case, Last arrival: it cannot be after today"),
        ("The case", "I-589 received", "2049-06-01", "The case, I-589: it cannot be after today"),
        ("You", "Introductory video", "2049-06-01", "You, Introductory video: it cannot be after today"),
    ],
)
def test_a_day_that_cannot_be_is_named(page: Page, part: str, label: str, day: str, said: str) -> None:
    group(page, part).get_by_label(label).first.fill(day)
    assert said in page.locator(".missing").inner_text()


def test_a_detained_client_is_reached_at_the_facility(page: Page) -> None:
    the = group(page, "The case")
    the.get_by_label("Where the client is").select_option("detention-facility")
    the.get_by_label("Phone", exact=True).check()
    assert "at a facility that is by visit or by calls there" in page.locator(".missing").inner_text()
    the.get_by_label("Visits at the facility").check()
    assert "at a facility" not in page.locator(".missing").inner_text()


def test_two_attorneys_are_two_people(page: Page) -> None:
    page.get_by_label("I am").select_option("organization")
    page.get_by_role("button", name="Add another attorney").click()
    for title in ("Attorney 1", "Attorney 2"):
        attorney(page, title, "Sample Attorney", "you@example.org")
    assert "Attorney 2: this e-mail is another attorney's too" in page.locator(".missing").inner_text()


def test_what_is_due_within_days_stands_in_the_subject(page: Page) -> None:
    soon = (datetime.now().astimezone().date() + timedelta(days=5)).isoformat()  # the browser's own day
    attorney(page, "You", "Sample Attorney", "you@example.org")
    case(page, "The case", hearing=soon)
    link = page.get_by_role("link", name="Write the e-mail").get_attribute("href") or ""
    assert parse_qs(urlsplit(link).query)["subject"][0].startswith(f"URGENT, {soon}: Mentor request: c-")


@pytest.mark.parametrize("number", ["A203456789", "A 203-456-789", "203 456 789", "987654321"])
def test_no_number_of_a_client_gets_in(page: Page, number: str) -> None:
    attorney(page, "You", "Sample Attorney", "you@example.org")
    case(page, "The case")
    group(page, "You").get_by_label("Firm or employer").fill(f"Sample {number}")
    assert page.get_by_role("button", name="Save the records").count() == 0
    assert "take the long number out" in page.locator(".missing").inner_text()


def test_the_form_has_no_field_for_who_a_client_is(page: Page) -> None:
    """Free text is asked of professionals alone: a name, a firm, an address for e-mail."""
    page.get_by_label("I am").select_option("organization")
    free = page.locator("#ask input:not([type=checkbox], [type=date], [type=time])")
    labels = free.evaluate_all("inputs => inputs.map(input => input.labels[0].textContent.replace(' (optional)', ''))")
    professionals = {"Organization", "Contact person", "Work e-mail of that person"}
    assert set(labels) == professionals | {"Name, as used at work", "Work e-mail", "Firm or employer"}
    assert page.locator("#ask textarea").count() == 0
