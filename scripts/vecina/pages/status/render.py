"""Renders the templates of the status site. Every value is escaped; a record's text can do nothing on a page."""

from __future__ import annotations

from datetime import date
from pathlib import Path as Folder
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from ...finding import Path
from ...report import match
from ...report.escape import as_markdown
from ...schema import labels, labels_at
from ...words import day, distance, inside, listing, month, number, plural, sentence
from ..program import FILTERS
from .links import Links


def environment(templates: Folder, links: Links) -> Environment:
    """The templates' environment with the filters the pages use, and the links as they are from one depth."""
    made = Environment(
        loader=FileSystemLoader(templates), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters |= {
        "day": day, "hours": number, "anchor": anchor, "md": _heading, "stop_reason": _stop_reason,
        "proved": match.proved, "arrivals": match.arrivals_words, "shortage": match.shortage_words, "value": match.value_words,
        "kind": match.advice_words, "days": lambda count: plural(count, "day"), "ago": _ago,
        "by_reason": match.by_reason, "agree": match.agree, "listed": listing, "sentence": sentence, "inside": inside,
    }  # fmt: skip
    made.filters |= {"month": month, "written": lambda text: day(date.fromisoformat(text))}
    made.filters |= FILTERS | {"coded": _coded}
    made.globals |= {"links": links, "plural": plural, "word": _word, "label": _label}
    return made


def _word(kind: str, path: Path, code: str) -> str:
    """The words for a code of the field at a path of a record."""
    return labels_at(kind, path)[code]


def _label(name: str, code: str) -> str:
    """The words for a code of one of the fixed lists."""
    return labels(name)[code]


def _ago(when: date, today: date) -> str:
    """How far away a day is: `today`, `3 days ago`, `in 5 days`."""
    left = (when - today).days
    return f"{plural(-left, 'day')} ago" if left < 0 else distance(left)


def anchor(rule: str) -> str:
    """A rule's id as an anchor of a page."""
    return f"rule-{rule.replace('.', '-').replace('_', '-')}"


def _coded(text: str) -> Markup:
    """A sentence of ours with its commands, which stand between backticks, as code."""
    parts = text.split("`")
    return Markup().join(
        Markup("<code>{}</code>").format(part) if number % 2 else escape(part) for number, part in enumerate(parts)
    )


def _heading(text: str) -> Markup:
    """A record's line inside a Markdown heading: nothing of it acts."""
    return Markup(as_markdown(text))  # noqa: S704 (every sign that could act is an entity)


def _stop_reason(code: str) -> str:
    """Why an asylum clock stood still, as it stands inside a sentence."""
    return inside(labels_at("case", ("asylum_clock", "stops", 0, "reason"))[code])


def render(env: Environment, template: str, /, **values: Any) -> str:
    """One page: `law.md` as Markdown, `cases.html` as a part of a page."""
    return env.get_template(f"{template}.j2").render(**values)
