"""Renders the templates of the status site. Every value is escaped; a record's text can do nothing on a page."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from ..book import Book
from ..deadlines import Due
from ..report import match
from ..report.due import when
from ..report.escape import as_markdown
from ..schema import labels_at
from ..views.names import person
from ..words import day, inside, listing, plural


def environment(templates: Path, book: Book) -> Environment:
    """The templates' environment with the filters the pages use."""
    made = Environment(
        loader=FileSystemLoader(templates), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters["day"] = _day
    made.filters["when"] = _when
    made.filters["hours"] = _hours
    made.filters["typed"] = _typed
    made.filters["anchor"] = _anchor
    made.filters["md"] = _heading
    made.filters["stop_reason"] = _stop_reason
    made.filters |= {
        "proved": match.proved, "arrivals": match.arrivals_words, "shortage": match.shortage_words, "value": match.value_words,
        "kind": match.advice_words, "days": lambda count: plural(count, "day"),
        "by_reason": match.by_reason, "agree": match.agree, "listed": listing,
    }  # fmt: skip
    made.filters["person"] = lambda name: person(book, name)
    return made


def _day(when_: date) -> str:
    return day(when_)


def _when(due: Due) -> str:
    return when(due)


def _hours(hours: float) -> str:
    """`3`, `1.25`: no empty decimals."""
    return f"{hours:.2f}".rstrip("0").rstrip(".")


def _anchor(rule: str) -> str:
    """A rule's id as an anchor of a page."""
    return f"rule-{rule.replace('.', '-').replace('_', '-')}"


def _heading(text: str) -> Markup:
    """A record's line inside a Markdown heading: nothing of it acts."""
    return Markup(as_markdown(text))  # noqa: S704 (every sign that could act is an entity)


def _stop_reason(code: str) -> str:
    """Why an asylum clock stood still, as it stands inside a sentence."""
    return inside(labels_at("case", ("asylum_clock", "stops", 0, "reason"))[code])


def _typed(text: str) -> Markup:
    """Free text as typed: tabs and line ends as entities, for a Markdown parser would change them."""
    return escape(text).replace("\t", Markup("&#9;")).replace("\n", Markup("&#10;"))


def render(env: Environment, name: str, **values: Any) -> str:
    """One page as Markdown."""
    return env.get_template(f"{name}.md.j2").render(**values)
