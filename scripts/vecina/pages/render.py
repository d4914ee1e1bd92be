"""Renders the templates of the status site. Every value is escaped; a record's text can do nothing on a page."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from ..book import Book
from ..deadlines import Due
from ..report.due import when
from ..views.names import person
from ..words import day


def environment(templates: Path, book: Book) -> Environment:
    """The templates' environment with the filters the pages use."""
    made = Environment(
        loader=FileSystemLoader(templates), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters["day"] = _day
    made.filters["when"] = _when
    made.filters["hours"] = _hours
    made.filters["typed"] = _typed
    made.filters["person"] = lambda name: person(book, name)
    return made


def _day(when_: date) -> str:
    return day(when_)


def _when(due: Due) -> str:
    return when(due)


def _hours(hours: float) -> str:
    """`3`, `1.25`: no empty decimals."""
    return f"{hours:.2f}".rstrip("0").rstrip(".")


def _typed(text: str) -> Markup:
    """Free text as typed: tabs and line ends as entities, for a Markdown parser would change them."""
    return escape(text).replace("\t", Markup("&#9;")).replace("\n", Markup("&#10;"))


def render(env: Environment, name: str, **values: Any) -> str:
    """One page as Markdown."""
    return env.get_template(f"{name}.md.j2").render(**values)
