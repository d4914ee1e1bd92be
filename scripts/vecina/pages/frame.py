"""A page's text with what stands around it, ready for the site generator."""

from __future__ import annotations

import re

from ..edit.scalars import write_scalar
from ..handbook import Page
from .desk import Desk, way
from .reviewed import sheet_head, stale, trust
from .sourced import sources
from .wayfinding import contents, language_line, stages, twins

_TITLE = re.compile(r"^# .*$", re.MULTILINE)
_LEAD = re.compile(r"^\{: \.lead \}\n", re.MULTILINE)
_SHEET = re.compile(r'^<section class="sheet"[^>]*>$', re.MULTILINE)


def framed(desk: Desk, page: Page, text: str) -> str:
    """The page's whole text, its head for the site generator included."""
    first, last = ("", trust(page)) if page.for_families else (trust(page), "")  # a frightened reader begins with the page
    text = _SHEET.sub(lambda sheet: f"{sheet.group()}\n\n{sheet_head(page)}", text)
    text = _after(_LEAD, text, contents(page, text))
    text = _after(_TITLE, text, _apart(language_line(desk, page), first))
    whole = _apart(stages(desk, page), stale(page, desk.day), text.strip(), last, sources(desk, page), _scripts(page))
    return f"{_head(desk, page)}\n{whole}\n"


def _after(mark: re.Pattern[str], text: str, more: str) -> str:
    """The text with more after the first place that the mark finds."""
    found = mark.search(text)
    return f"{text[: found.end()]}\n\n{more}\n{text[found.end() :]}" if found and more else text


def _apart(*parts: str) -> str:
    """The parts that are there, an empty line between them."""
    return "\n\n".join(part for part in parts if part)


def _head(desk: Desk, page: Page) -> str:
    """The fields that the theme reads."""
    rows = [f"{name}: {write_scalar(page.head[name])}" for name in ("title", "description")]
    if "hide" in page.head:
        rows.append(f"hide: [{', '.join(page.head['hide'])}]")
    others = twins(desk, page)
    if others:
        rows.append(f"twin: {way(page, others[0][1])}")
    return "\n".join(["---", *rows, "---", ""])


def _scripts(page: Page) -> str:
    """The scripts that this page alone loads, in their order."""
    return "\n".join(f'<script src="{way(page, "assets/" + name)}"></script>' for name in page.head.get("scripts", ()))
