"""Who reviewed a page, when, until when, and to what it applies; and what says that its review has run out."""

from __future__ import annotations

from datetime import date
from typing import Any

from ..handbook import Page
from ..handbook.review import past
from ..report.escape import as_html
from ..schema import labels_at
from .phrases import listed, long_day, named, said


def stale(page: Page, day: date) -> str:
    """A banner on a page past its review. One that is not carries it hidden: the reader's browser knows what day it is."""
    if "review_by" not in page.head:
        return ""
    by = page.head["review_by"]
    words = said(page.language, "stale", day=long_day(date.fromisoformat(by), page.language))
    hidden = "" if past(page.head, day) > 0 else " hidden"
    return f'<div class="stale" data-search-exclude data-review-by="{by}"{hidden}><p>{as_html(words)}</p></div>'


def trust(page: Page) -> str:
    """Who reviewed the page, when, until when, and to what it applies."""
    head, language = page.head, page.language
    if head["kind"] == "index" or "reviewer" not in head:
        return ""

    def words(path: tuple[str | int, ...], code: str) -> str:
        return named(language, code, labels_at("page", path)[code])

    def day(field: str) -> str:
        return long_day(date.fromisoformat(head[field]), language)

    parts = [said(language, "reviewed", day=day("reviewed"), who=words(("reviewer",), head["reviewer"]))]
    if "review_by" in head:
        parts.append(said(language, "next", day=day("review_by")))
    if "applies_to" in head:
        parts.append(_applies(head["applies_to"], language, words))
    return f'<p class="trust">{" ".join(as_html(part) for part in parts)}</p>'


def _applies(to: dict[str, Any], language: str, words: Any) -> str:
    forums = listed(language, [words(("applies_to", "forum", 0), code) for code in to["forum"]])
    circuit = to["circuit"]
    where = said(language, "all") if circuit == "all" else said(language, "circuits", circuit=listed(language, circuit))
    return said(language, "applies", forum=forums, detained=words(("applies_to", "detained"), to["detained"]), circuit=where)


def sheet_head(page: Page) -> str:
    """The first line of a printed checklist: room for the case number, and which text it is."""
    words = said(page.language, "sheet", day=long_day(date.fromisoformat(page.head["reviewed"]), page.language))
    return f'<p class="sheet-head paper-only">{words}</p>'
