"""The pages of the public site: what stands in braces, what is shown around the text, and what is past its review."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from outside import ROOT
from programs import TESTS, copy_of, vecina
from sites import DAY
from vecina.book import open_book
from vecina.deadlines import compute, law_of
from vecina.handbook import CALLS, LANGUAGES, Page, calls, digest_of, load_pages, reviews
from vecina.handbook.review import rules_of
from vecina.pages.desk import Desk
from vecina.pages.fill import filled
from vecina.pages.frame import framed
from vecina.pages.phrases import TONGUES
from vecina.pages.wayfinding import twins
from vecina.schema import labels, labels_at, sources

BOOK = open_book(ROOT).without_people()
PAGES = load_pages(ROOT)
LAW = law_of(BOOK, DAY)
DESK = Desk(BOOK, LAW, PAGES, DAY, {"start": ("case/first-week.md",), "build": ()})
HEAD = """\
---
title: A page
description: One line.
kind: law
stage: start
reviewed: 2026-08-01
review_by: {by}
reviewer: editor
applies_to:
  forum: [immigration-court, bia]
  detained: both
  circuit: [9th]
sources: [cfr-1208-4, ina-208]
---

# A page

"""


def page_of(tmp_path: Path, text: str, *, by: str = "2027-02-23", language: str = "en") -> Page:
    """One page of that text, the only one under a folder of its own."""
    folder = tmp_path / {"en": "site/public", "es": "site/es"}[language]
    folder.mkdir(parents=True)
    (folder / "page.md").write_text(HEAD.format(by=by) + text, encoding="utf-8")
    pages = load_pages(tmp_path)
    assert pages.findings == ()
    return pages.pages[language, "page.md"]


@pytest.mark.parametrize(
    ("braces", "shown"),
    [
        ('{{ days("ic.ich_filing") }}', "30 days"),
        ('{{ days("ic.ich_filing", "2024-06-01") }}', "15 days"),
        ('{{ days("bia.eoir33") }}', "5 business days"),
        ('{{ days("asy.one_year") }}', "one year"),
        ('{{ disputed("bia.appeal") }}', "10 days"),
        ('{{ proposed("ead.apply") }}', "365 days"),
        ('{{ offset("mock-cross") }}', "7 days before the individual hearing"),
        ('{{ offset("filing-package") }}', "3 business days before the filing day"),
        ('{{ offset("decision-record") }}', "on the day of the decision"),
        ('{{ span("540 days") }}', "540 days"),
        ("{{ reply() }}", "2 business days"),
    ],
)
def test_braces_become_what_the_data_says(tmp_path: Path, braces: str, shown: str) -> None:
    assert filled(DESK, page_of(tmp_path, f"It is {braces} then.\n")).endswith(f"It is {shown} then.\n")


@pytest.mark.parametrize(
    ("braces", "shown"),
    [
        ('{{ days("ic.eoir33") }}', "5 días"),
        ('{{ days("bia.eoir33") }}', "5 días hábiles"),
        ('{{ days("asy.one_year") }}', "un año"),
    ],
)
def test_a_spanish_page_has_spanish_counts(tmp_path: Path, braces: str, shown: str) -> None:
    assert f"En {shown}." in filled(DESK, page_of(tmp_path, f"En {braces}.\n", language="es"))


def test_every_language_has_every_phrase_and_every_name() -> None:
    """A third language is a folder, a module of words and a settings file; what is missing in it shows here."""
    assert list(TONGUES) == list(LANGUAGES)
    head = sources()["page"]["properties"]
    codes = {*head["reviewer"]["enum"], *head["applies_to"]["properties"]["detained"]["enum"]}
    codes |= {*labels_at("page", ("applies_to", "forum", 0)), *labels_at("source", ("sources", 0, "status"))}
    codes |= {*labels("certainty"), "bar", "program"}
    for name, tongue in TONGUES.items():
        assert set(tongue.phrases) == set(TONGUES["en"].phrases)
        assert name == "en" or set(tongue.labels) == codes
        assert (ROOT / LANGUAGES[name] / "index.md").is_file()


def test_a_page_leads_to_the_same_page_in_each_other_language() -> None:
    english, spanish = PAGES.pages["en", "family/scams.md"], PAGES.pages["es", "family/scams.md"]
    assert twins(DESK, english) == [("es", "es/family/scams.html")]
    assert twins(DESK, spanish) == [("en", "../family/scams.html")]
    assert twins(DESK, PAGES.pages["en", "case/fees.md"]) == []


def test_an_example_is_the_engine_s_own_sentence(tmp_path: Path) -> None:
    got = compute(LAW.known["ic.ich_filing"], date(2026, 12, 28), LAW.calendar, DAY)
    assert got.explanation in filled(DESK, page_of(tmp_path, '{{ example("ic.ich_filing", "2026-12-28") }}\n'))


def test_a_box_names_count_authority_status_and_the_day_it_was_checked(tmp_path: Path) -> None:
    box = filled(DESK, page_of(tmp_path, '{{ rule("bia.appeal") }}\n'))
    said = [
        "<strong>30 days</strong> after the judge&#x27;s decision",
        "8 CFR 1003.38(b)-(d)",
        "In force",
        "May 31, 2026",
        "Check overdue",
        "Still argued or disputed: 10 days",
        "deadlines/calculator.html#rule=bia.appeal",
    ]
    assert [words for words in said if words not in box] == []


def test_a_box_shows_no_count_of_which_nobody_knows_whether_it_is_law(tmp_path: Path) -> None:
    box = filled(DESK, page_of(tmp_path, '{{ rule("ic.eoir28_mch_vacate") }}\n'))
    assert "No count that we know to be in force" in box
    assert "Status not known" in box
    assert "<strong>" not in box
    assert "calculator" not in box


def test_what_is_not_certain_says_so(tmp_path: Path) -> None:
    text = filled(DESK, page_of(tmp_path, '{{ rule("ead.renew") }}\n\n{{ cite("cfr-1208-4") }} {{ cite("i-589") }}\n'))
    assert "General knowledge: look it up" in text
    assert 'rel="noopener noreferrer">8 CFR 1208.4</a>&nbsp;<span class="badge ok dot"><span>Official text</span></span>' in text
    assert '<span class="badge soon"><span>Not read by us</span></span>' in text


def test_a_page_shows_its_review_what_it_applies_to_and_its_sources(tmp_path: Path) -> None:
    text = framed(DESK, page := page_of(tmp_path, "Text.\n"), filled(DESK, page))
    assert "Reviewed August 1, 2026 by an editor, not an immigration attorney. Next review by February 23, 2027." in text
    assert "Applies to: Immigration court and Board of Immigration Appeals; detained or not; 9th circuit only." in text
    assert '<a href="case/first-week.html" aria-current="step">Start</a>' in text
    assert text.index("# A page") < text.index('class="trust"') < text.index("Text.") < text.index("## Sources")
    assert text.count("<li>") == 2 + 1


@pytest.mark.parametrize(("by", "hidden"), [("2026-11-24", True), ("2026-11-23", False)])
def test_a_page_past_its_review_carries_a_banner(tmp_path: Path, by: str, hidden: bool) -> None:
    text = framed(DESK, page := page_of(tmp_path, "Text.\n", by=by), filled(DESK, page))
    assert (f'data-review-by="{by}" hidden>' in text) is hidden
    assert "This page is past its review" in text


def test_every_rule_stands_on_the_page_of_all_deadlines_once() -> None:
    named = [call.words[0] for call in calls(PAGES.pages["en", "deadlines/all.md"].text) if call.name == "rule"]
    assert sorted(named) == sorted(LAW.known)


def test_every_kind_of_braces_is_used_and_explained() -> None:
    used = {call.name for page in PAGES.pages.values() for call in calls(page.text)}
    told = set(re.findall(r"`\{\{ ([a-z]+)\(", (ROOT / "docs/pages.md").read_text(encoding="utf-8")))
    assert used <= set(CALLS) == told


def test_there_are_at_least_thirty_pages_of_law_and_each_rests_on_sources() -> None:
    law = [page for page in PAGES.of("en") if page.head["kind"] == "law"]
    assert len(law) >= 30
    assert all(page.head["sources"] for page in law)


def test_every_page_of_the_work_is_in_the_navigation() -> None:
    nav = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert [page.path for page in PAGES.of("en") if f": {page.path}\n" not in nav] == []


def test_translations_are_up_to_date() -> None:
    behind = [row.page.file for row in reviews(PAGES, BOOK, DAY) if row.what == "translation"]
    assert behind == []


def test_a_review_of_the_day_alone_leaves_a_translation_as_it_was(tmp_path: Path) -> None:
    first, second = (page_of(tmp_path / by, "Text.\n", by=by) for by in ("2027-02-23", "2027-05-23"))
    assert digest_of(first) == digest_of(second)
    assert digest_of(first) != digest_of(page_of(tmp_path / "other", "Text!\n"))


def test_due_lists_pages_past_their_review_with_every_reason() -> None:
    said = vecina("due --pages --today 2027-06-01", ROOT).output
    assert "site/public/case/one-year.md: page past its review, 98 days\n" in said
    assert "site/public/case/one-year.md: rests on a rule to be held against its source again: asy.one_year, 276 days\n" in said
    assert vecina("due --pages --today 2027-06-01 --fail-on overdue", ROOT).exit_code == 1
    assert vecina("due --pages --today 2026-11-25 --fail-on overdue", ROOT).exit_code == 0
    assert "page past its review" not in vecina("due --pages --today 2026-11-25", ROOT).output
    assert '"what": "page"' in vecina("due --pages --today 2027-06-01 --format json", ROOT).output


def test_due_says_when_a_page_cannot_be_read_and_its_review_is_not_known(tmp_path: Path) -> None:
    root = copy_of(tmp_path, TESTS / "faults/V701")
    done = vecina("due --pages --fail-on overdue", root)
    assert "Attention: 1 page cannot be read" in done.output
    assert done.exit_code == 1


def test_a_page_knows_its_rules() -> None:
    assert "asy.one_year" in rules_of(PAGES.pages["en", "case/one-year.md"])
