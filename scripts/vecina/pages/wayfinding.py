"""How a reader finds her way: the stages of a case, the page's own headings, the same page in the other language."""

from __future__ import annotations

import re

from ..handbook import LANGUAGES, Page
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
    for stage, paths in desk.order.items():
        if not paths:
            continue
        there = way(page, paths[0].removesuffix(".md")) + ".html"
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


def twins(desk: Desk, page: Page) -> list[tuple[str, str]]:
    """The same page in each other language: the language, and the address from the home page of this one."""
    first = next(iter(LANGUAGES))
    original = page if page.language == first else desk.pages.pages.get((first, page.head.get("translates", "")))
    if original is None:
        return []
    found = [original, *(other for name in LANGUAGES if (other := desk.pages.translation(original, name)))]
    up = "" if page.language == first else "../"
    below = {name: "" if name == first else f"{name}/" for name in LANGUAGES}
    others = (other for other in found if other.language != page.language)
    return [(other.language, f"{up}{below[other.language]}{other.path.removesuffix('.md')}.html") for other in others]


def language_line(desk: Desk, page: Page) -> str:
    """A line that leads to the same page in each other language, in that language's words."""
    links = [
        f'<a href="{way(page, address)}" hreflang="{code}" lang="{code}">{said(code, "language")}</a>'
        for code, address in twins(desk, page)
    ]
    return f'<p class="language">{" ".join(links)}</p>' if links else ""
