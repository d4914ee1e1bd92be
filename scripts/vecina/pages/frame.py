"""What stands around a page's text: where in the work it belongs, who reviewed it and when, and its sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from ..handbook import Page
from ..handbook.review import past
from ..report.escape import as_html
from ..schema import labels_at
from ..words import listing
from .desk import Desk, way
from .marks import badge, link, mark
from .phrases import SPANISH, long_day, said

_TITLE = re.compile(r"^# .*$", re.MULTILINE)
_LEAD = re.compile(r"^\{: \.lead \}\n", re.MULTILINE)
_SHEET = re.compile(r'^<section class="sheet"[^>]*>$', re.MULTILINE)
_HEADING = re.compile(r"^(##|###) (.*?)\s*\{:? ?#([a-z0-9-]+) ?\}\s*$", re.MULTILINE)
_FEW = 4  # headings that need no list


def framed(desk: Desk, page: Page, text: str) -> str:
    """The page's whole text, its head for the site generator included."""
    above = "\n\n".join(part for part in (_stages(desk, page), _stale(desk, page)) if part)
    first, last = ("", _trust(page)) if page.for_families else (_trust(page), "")  # a frightened reader begins with the page
    below = "\n\n".join(part for part in (_language(desk, page), first) if part)
    text = _SHEET.sub(lambda sheet: f"{sheet.group()}\n\n{_sheet_head(page)}", text)
    contents = _contents(page, text)
    lead = _LEAD.search(text)
    if contents and lead:
        text = f"{text[: lead.end()]}\n{contents}\n{text[lead.end() :]}"
    title = _TITLE.search(text)
    if title:
        text = f"{text[: title.end()]}\n\n{below}\n{text[title.end() :]}"
    return f"{_head(desk, page)}\n{above}\n{text.strip()}\n\n{last}\n\n{_sources(desk, page)}\n{_scripts(page)}"


def _head(desk: Desk, page: Page) -> str:
    """The fields that the theme reads."""
    twin = _twin(desk, page)
    rows = [f"{name}: {_quoted(page.head[name])}" for name in ("title", "description")]
    if "hide" in page.head:
        rows.append(f"hide: [{', '.join(page.head['hide'])}]")
    if page.head.get("wide"):
        rows.append("wide: true")
    if twin:
        rows.append(f"twin: {way(page, twin[1])}")
    return "\n".join(["---", *rows, "---", ""])


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _contents(page: Page, text: str) -> str:
    """The page's headings as a list to open, for a phone, where no list stands beside the text."""
    found = [(level, words, anchor) for level, words, anchor in _HEADING.findall(text) if "<" not in words]
    deep = page.path == "faq.md"  # there each question is a heading of its own
    shown = [(words, anchor) for level, words, anchor in found if (level == "###") is deep]
    if len(shown) < _FEW:
        return ""
    items = "".join(f'<li><a href="#{anchor}">{as_html(words)}</a></li>' for words, anchor in shown)
    label = said(page.language, "contents")
    return f'\n<details class="on-this-page" data-search-exclude><summary>{label}</summary><ul>{items}</ul></details>\n'


def _sheet_head(page: Page) -> str:
    """The first line of a printed checklist: room for the case number, and which text it is."""
    words = said(page.language, "sheet", day=long_day(date.fromisoformat(page.head["reviewed"]), page.language))
    return f'<p class="sheet-head paper-only">{words}</p>'


def _stages(desk: Desk, page: Page) -> str:
    """The stages of a case with this page's one marked; each leads to its first page."""
    own = page.head.get("stage")
    if own is None or page.language != "en":
        return ""
    names = labels_at("page", ("stage",))
    items = []
    for stage in (one for one in desk.stages if desk.order.get(one)):
        there = way(page, desk.order[stage][0].removesuffix(".md")) + ".html"
        here = ' aria-current="step"' if stage == own else ""
        items.append(f'<li><a href="{there}"{here}>{as_html(names[stage])}</a></li>')
    return f'<nav class="stages" data-search-exclude aria-label="{said("en", "stages")}"><ol>{"".join(items)}</ol></nav>'


def _stale(desk: Desk, page: Page) -> str:
    """A banner on a page past its review. One that is not carries it hidden: the reader's browser knows what day it is."""
    if "review_by" not in page.head:
        return ""
    by = page.head["review_by"]
    words = said(page.language, "stale", day=long_day(date.fromisoformat(by), page.language))
    hidden = "" if past(page.head, desk.day) > 0 else " hidden"
    return f'<div class="stale" data-search-exclude data-review-by="{by}"{hidden}><p>{as_html(words)}</p></div>'


def _twin(desk: Desk, page: Page) -> tuple[str, str] | None:
    """The same page in the other language: its language, and its address from the home page of this one."""
    if page.language == "en":
        other, above = desk.pages.translation(page, "es"), "es/"
    else:
        other, above = desk.pages.pages.get(("en", page.head.get("translates", ""))), "../"
    return (other.language, above + other.path.removesuffix(".md") + ".html") if other else None


def _language(desk: Desk, page: Page) -> str:
    """A line that leads to the same page in the other language."""
    twin = _twin(desk, page)
    if twin is None:
        return ""
    code, address = twin
    words = said(page.language, "language")
    return f'<p class="language"><a href="{way(page, address)}" hreflang="{code}" lang="{code}">{words}</a></p>'


def _trust(page: Page) -> str:
    """Who reviewed the page, when, until when, and to what it applies."""
    head, language = page.head, page.language
    if head["kind"] == "index" or "reviewer" not in head:
        return ""

    def words(path: tuple[str | int, ...], code: str) -> str:
        return labels_at("page", path)[code] if language == "en" else SPANISH[code]

    def day(field: str) -> str:
        return long_day(date.fromisoformat(head[field]), language)

    parts = [said(language, "reviewed", day=day("reviewed"), who=words(("reviewer",), head["reviewer"]))]
    if "review_by" in head:
        parts.append(said(language, "next", day=day("review_by")))
    if "applies_to" in head:
        parts.append(_applies(head["applies_to"], language, words))
    return f'<p class="trust">{" ".join(as_html(part) for part in parts)}</p>'


def _applies(to: dict[str, Any], language: str, words: Any) -> str:
    forums = listing([words(("applies_to", "forum", 0), code) for code in to["forum"]], "and" if language == "en" else "y")
    circuit = to["circuit"]
    where = said(language, "all") if circuit == "all" else said(language, "circuits", circuit=listing(circuit))
    return said(language, "applies", forum=forums, detained=words(("applies_to", "detained"), to["detained"]), circuit=where)


def _sources(desk: Desk, page: Page) -> str:
    """Every source of the page: what kind of text it is, whether it is in force, how sure we are and when it was read."""
    if not page.head.get("sources"):
        return ""
    items = "".join(f"<li>{' '.join(_source(desk.sources[name], page.language))}</li>" for name in page.head["sources"])
    listed = f'<ul class="sources">{items}</ul>'
    if page.for_families or len(page.head["sources"]) > _FEW:
        words = said(page.language, "show", count=str(len(page.head["sources"])))
        listed = f"<details><summary>{words}</summary>{listed}</details>"
    return f"## {said(page.language, 'sources')} {{ #sources }}\n\n{listed}"


def _scripts(page: Page) -> str:
    """The scripts that this page alone loads, in their order."""
    lines = (f'<script src="{way(page, "assets/" + name)}"></script>' for name in page.head.get("scripts", ()))
    return "\n" + "\n".join(lines) + "\n"


def _source(row: dict[str, Any], language: str) -> Iterator[str]:
    seen = row["verified"]
    yield link(row["url"], row["title"], language)
    yield mark(row, language)
    if "status" in row:
        words = (
            labels_at("source", ("sources", 0, "status"))[row["status"]]
            if language == "en"
            else SPANISH[row["status"]].capitalize()
        )
        yield badge(words, "ok" if row["status"] == "in-force" else "soon")
    day = long_day(date.fromisoformat(seen["day"]), language)
    yield as_html(said(language, "unread" if seen["certainty"] == "L" else "read", day=day, how=seen["by"]))
