"""How a reader finds her way: the stages of a case, the page's own headings, the same page in the other language."""

from __future__ import annotations

import re

from ..handbook import Page
from ..report.escape import as_html
from ..schema import labels_at
from .desk import Desk, way
from .phrases import said

_HEADING = re.compile(r"^(##|###) (.*?)\s*\{:? ?#([a-z0-9-]+) ?\}\s*$", re.MULTILINE)
_TAG = re.compile(r"<[^>]*>[^<]*</[^>]*>\s*")  # such as a step's number before its heading
_FEW = 4  # headings that need no list


def stages(desk: Desk, page: Page) -> str:
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


def contents(page: Page, text: str) -> str:
    """The page's headings as a list to open, for a phone, where no list stands beside the text."""
    found = [(level, _TAG.sub("", words), anchor) for level, words, anchor in _HEADING.findall(text)]
    deep = page.path == "faq.md"  # there each question is a heading of its own
    shown = [(words, anchor) for level, words, anchor in found if (level == "###") is deep]
    if len(shown) < _FEW:
        return ""
    items = "".join(f'<li><a href="#{anchor}">{as_html(words)}</a></li>' for words, anchor in shown)
    label = said(page.language, "contents")
    return f'\n<details class="on-this-page" data-search-exclude><summary>{label}</summary><ul>{items}</ul></details>\n'


def twin(desk: Desk, page: Page) -> tuple[str, str] | None:
    """The same page in the other language: its language, and its address from the home page of this one."""
    if page.language == "en":
        other, above = desk.pages.translation(page, "es"), "es/"
    else:
        other, above = desk.pages.pages.get(("en", page.head.get("translates", ""))), "../"
    return (other.language, above + other.path.removesuffix(".md") + ".html") if other else None


def language_line(desk: Desk, page: Page) -> str:
    """A line that leads to the same page in the other language."""
    found = twin(desk, page)
    if found is None:
        return ""
    code, address = found
    words = said(page.language, "language")
    return f'<p class="language"><a href="{way(page, address)}" hreflang="{code}" lang="{code}">{words}</a></p>'
