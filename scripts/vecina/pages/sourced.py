"""The sources of a page at its end: what kind of text each is, whether it is in force, how sure we are, when it was read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from ..handbook import Page
from ..report.escape import as_html
from ..schema import labels_at
from .desk import Desk
from .marks import badge, link, mark
from .phrases import badge_words, long_day, said

_FEW = 4  # sources that need no opening


def sources(desk: Desk, page: Page) -> str:
    """Every source of the page: what kind of text it is, whether it is in force, how sure we are and when it was read."""
    if not page.head.get("sources"):
        return ""
    items = "".join(f"<li>{' '.join(_source(desk.book.sources[name], page.language))}</li>" for name in page.head["sources"])
    listed = f'<ul class="sources">{items}</ul>'
    if page.for_families or len(page.head["sources"]) > _FEW:
        words = said(page.language, "show", count=str(len(page.head["sources"])))
        listed = f"<details><summary>{words}</summary>{listed}</details>"
    return f"## {said(page.language, 'sources')} {{ #sources }}\n\n{listed}"


def _source(row: dict[str, Any], language: str) -> Iterator[str]:
    seen = row["verified"]
    yield link(row["url"], row["title"], language)
    yield mark(row, language)
    if "status" in row:
        english = labels_at("source", ("sources", 0, "status"))[row["status"]]
        words = badge_words(language, row["status"], english)
        yield badge(words, "ok" if row["status"] == "in-force" else "soon")
    day = long_day(date.fromisoformat(seen["day"]), language)
    yield as_html(said(language, "unread" if seen["certainty"] == "L" else "read", day=day, how=seen["by"]))
