"""Marks of how sure we are: one badge for each source and each value of a rule."""

from __future__ import annotations

from typing import Any

from ..report.escape import as_html
from .phrases import SPANISH

_REPORTS = ("guide", "news", "tracker", "research", "organization")


def mark(source: dict[str, Any], language: str) -> str:
    """How sure we are of a source."""
    kind, sure = source["kind"], source["verified"]["certainty"]
    if kind in ("bar", "program"):
        name, code, look = {"bar": "Bar opinion", "program": "Our rule"}[kind], kind, "neutral"
    elif sure == "L":
        name, code, look = "Not read by us", "L", "soon"
    elif sure == "M" or kind in _REPORTS:
        name, code, look = "Reported", "M", "neutral"
    else:
        name, code, look = "Court decision" if kind == "decision" else "Official text", "H", "ok"
    return badge(name if language == "en" else SPANISH[code].capitalize(), look)


def of_value(certainty: str, language: str) -> str:
    """How sure we are of a rule's value; nothing where it was read in the official text."""
    if certainty == "H":
        return ""
    words = (
        {"M": "Reported", "L": "General knowledge: look it up"}[certainty]
        if language == "en"
        else SPANISH[certainty].capitalize()
    )
    return badge(words, "soon" if certainty == "L" else "neutral")


def badge(words: str, look: str) -> str:
    """A word with a shape and a color."""
    return f'<span class="badge {look}">{as_html(words)}</span>'


def link(url: str, words: str) -> str:
    """A link that leaves the site and tells nobody where its reader came from."""
    return f'<a href="{as_html(url)}" rel="noopener noreferrer">{as_html(words)}</a>'
