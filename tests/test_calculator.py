"""The calculator of the public site, in a real browser: the same answer as the engine, word for word."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
from playwright.sync_api import Browser, Page

from browser import address, watched
from law import CALENDAR, rules
from outside import ROOT
from sites import DAY
from vecina.book import open_book
from vecina.deadlines import Law
from vecina.deadlines.ask import as_row, ask, law_day

pytestmark = pytest.mark.browser
RULES = rules()
EACH = 150  # questions a rule
NEAR = (-1, 0, 1)

ANSWER = """questions => {
    const { dates, engine } = vecina, answers = engine(vecinaLaw), iso = day => day === null ? null : dates.iso(day);
    return questions.map(q => {
        const { notes, ...got } = answers.ask(q.rule, dates.read(q.date), dates.read(q.today), q);
        return {...got, trigger: iso(got.trigger), raw: iso(got.raw), due: iso(got.due), file_by: iso(got.file_by),
            rolled: got.rolled.map(iso), explanation: [got.explanation, ...notes].join(" ")};
    });
}"""


@pytest.fixture(scope="module")
def page(public: Path, browser: Browser) -> Iterator[Page]:
    with watched(browser) as seen:
        seen.page.goto(address(public, "deadlines/calculator.html"))
        yield seen.page
        assert seen.complaints == []
        assert [url for url in seen.requests if not url.startswith(("file:", "data:", "blob:"))] == []


def questions() -> Iterator[dict[str, Any]]:
    """Days of sixty years, every day around a turn of the law, every holiday of some years; detained or not, forums, courts."""
    chance = random.Random(589)
    courts = sorted(open_book(ROOT).courts)
    forums = ["immigration-court", "bia", "uscis", "court-of-appeals"]
    holidays = [day for day in CALENDAR.closed if 2024 <= day.year <= 2028]
    for name, rule in RULES.items():
        turns = [date.fromisoformat(value["from"]) + timedelta(days=step) for value in rule["values"] for step in NEAR]
        drawn = [date(1989, 6, 1) + timedelta(days=chance.randrange(22_500)) for _ in range(EACH - 30)]
        near = [chance.choice(holidays) + timedelta(days=chance.randint(-35, 35)) for _ in range(30)]
        for day in [*drawn, *near, *turns, date(2024, 2, 29), date(2028, 2, 29)]:
            yield {
                "rule": name,
                "date": day.isoformat(),
                "today": (date(2020, 1, 1) + timedelta(days=chance.randrange(3_000))).isoformat(),
                "detained": chance.random() < 0.3,
                "forum": chance.choice([None, None, rule["applies"]["forum"], *forums]),
                "court": chance.choice([None, *courts, *CALENDAR.courts]),
            }


def test_it_agrees_with_the_engine_on_every_rule_over_thousands_of_days(page: Page) -> None:
    asked = list(questions())
    law = Law(RULES, CALENDAR, DAY)
    expected = []
    for one in asked:
        rule, trigger = RULES[one["rule"]], date.fromisoformat(one["date"])
        as_of = law_day(rule, trigger, date.fromisoformat(one["today"]))
        more = {name: one[name] for name in ("detained", "forum", "court")}
        expected.append(as_row(ask(rule, trigger, CALENDAR, as_of, reliable=one["rule"] in law.usable, **more)))
    assert len(asked) > 6_000
    assert page.evaluate(ANSWER, asked) == expected


def test_it_knows_every_rule_and_every_event(page: Page) -> None:
    known = page.evaluate("vecinaLaw.rules.map(rule => rule.id)")
    assert known == sorted(RULES)
    events = page.locator("#event option").evaluate_all("options => options.map(option => option.value).filter(Boolean)")
    assert sorted(events) == sorted({rule["trigger"] for rule in RULES.values()})


def choose(page: Page, event: str, day: str, *, detained: bool = False) -> None:
    page.select_option("#event", event)
    page.fill("#day", day)
    page.check(f"[name=detained][value={'yes' if detained else 'no'}]")


def test_it_shows_the_safe_day_first_then_the_last_day_why_and_the_authority(page: Page) -> None:
    choose(page, "individual-hearing", "2027-03-01")
    answer = page.locator("#answer-ic-ich-filing")
    assert answer.locator(".answer-main").inner_text().startswith("File by Fri 29 Jan 2027")
    assert "30 days before the individual hearing of Mon 1 Mar 2027 is Sat 30 Jan 2027" in answer.inner_text()
    assert answer.locator(".answer-more").inner_text().startswith("Last day by the rule Mon 1 Feb 2027")
    assert answer.locator(".source a").first.get_attribute("href") == RULES["ic.ich_filing"]["values"][-1]["url"]


def test_a_detained_case_needs_an_order(page: Page) -> None:
    choose(page, "individual-hearing", "2027-03-01", detained=True)
    answer = page.locator("#answer-ic-ich-filing")
    assert "No date: the court sets it" in answer.inner_text()
    assert answer.get_by_role("button").count() == 0


def test_an_answer_goes_into_a_calendar(page: Page, tmp_path: Path) -> None:
    choose(page, "ij-decision", "2026-11-20")
    with page.expect_download() as saved:
        page.locator("#answer-bia-appeal").get_by_role("button", name="Add to calendar").click()
    assert saved.value.suggested_filename == "bia.appeal-2026-11-30.ics"
    saved.value.save_as(tmp_path / "one.ics")
    raw = (tmp_path / "one.ics").read_bytes()
    (found,) = icalendar.Calendar.from_ical(raw).walk("VEVENT")
    entry: Any = found
    assert entry["DTSTART"].dt == date(2026, 11, 30)
    assert entry["DTEND"].dt == date(2026, 12, 1)
    assert entry["SUMMARY"] == "File by: Appeal to the BIA (EOIR-26)"
    assert "Last day by the rule: Mon 21 Dec 2026." in entry["DESCRIPTION"]
    assert [alarm["TRIGGER"].dt for alarm in entry.walk("VALARM")] == [timedelta(days=-7), timedelta(days=-1)]
    assert max(map(len, raw.split(b"\r\n"))) <= 75


def test_a_link_from_a_page_opens_its_rule(page: Page) -> None:
    page.goto(page.url.partition("#")[0] + "#rule=pfr")
    page.reload()
    assert page.input_value("#event") == "removal-order"
    page.fill("#day", "2014-05-28")
    assert page.locator(".answer h3").first.inner_text() == "Petition for review"
