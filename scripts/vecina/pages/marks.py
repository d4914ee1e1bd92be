"""Marks of how sure we are: one badge for each source and each value of a rule."""

from __future__ import annotations

import re
from typing import Any

from ..report.escape import as_html
from .phrases import badge_words

_LONG = 44  # letters that a sentence bears
_REPORTS = ("guide", "news", "tracker", "research", "organization")


def short(source: dict[str, Any]) -> str:
    """How a sentence names a source: its short title, its title up to the first colon, or as much of that as a sentence bears."""
    named = str(source.get("short") or source["title"].partition(": ")[0])
    if source["kind"] == "decision":
        return re.split(r", [0-9]+ ", named)[0]  # volume and page stand in the list at the end of the page
    if len(named) > _LONG:
        return named[:_LONG].rpartition(" ")[0].rstrip(",") + " …"
    return named


def mark(source: dict[str, Any], language: str, *, small: bool = False) -> str:
    """How sure we are of a source. A small mark of an official text is a dot, its words for those who cannot see it."""
    kind, sure = source["kind"], source["verified"]["certainty"]
    if kind in ("bar", "program"):
        name, code, look = {"bar": "Bar opinion", "program": "Our rule"}[kind], kind, "neutral"
    elif sure == "L":
        name, code, look = "Not read by us", "L", "soon"
    elif sure == "M" or kind in _REPORTS:
        name, code, look = "Reported", "M", "neutral"
    else:
        name, code, look = "Court decision" if kind == "decision" else "Official text", "H", "ok"
    return badge(badge_words(language, code, name), f"{look} dot" if small and look == "ok" else look)


def of_value(certainty: str, language: str) -> str:
    """How sure we are of a rule's value; nothing where it was read in the official text."""
    if certainty == "H":
        return ""
    english = {"M": "Reported", "L": "General knowledge: look it up"}[certainty]
    return badge(badge_words(language, certainty, english), "soon" if certainty == "L" else "neutral")


def badge(words: str, look: str) -> str:
    """A word with a shape and a color."""
    return f'<span class="badge {look}"><span>{as_html(words)}</span></span>'


def link(url: str, words: str, language: str = "en") -> str:
    """A link that leaves the site and tells nobody where its reader came from; its words are English."""
    spoken = "" if language == "en" else ' lang="en" hreflang="en"'
    return f'<a href="{as_html(url)}" rel="noopener noreferrer"{spoken}>{as_html(words)}</a>'
