"""The box of a deadline: the count, the authority, its status, when it was verified, and the way to the calculator."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..handbook import Page
from ..report.escape import as_html
from ..rules import Rule, Value, disputed_on, overdue, proposed, value_on
from ..schema import labels_at, phrases_at
from ..views import count_words, summary_words
from ..words import sentence
from .desk import Desk, way
from .marks import badge, link, of_value
from .phrases import badge_words, count, long_day, said


def box(desk: Desk, page: Page, name: str) -> str:
    """A rule as a box of the page. Its text is English; on other pages only the count and the authority stand."""
    rule, language = desk.rule(name), page.language
    now = value_on(rule, desk.day, desk.day)
    value = now or rule["values"][-1]
    parts = list(_english(desk, rule, now)) if language == "en" else [f"<p>{_count(rule, now, language)}</p>"]
    parts.append(f'<p class="source">{_authority(desk, rule, value, language)}</p>')
    if now and "count" in now:
        there = way(page, ("" if language == "en" else "../") + f"deadlines/calculator.html#rule={name}")
        parts.append(f'<p class="screen-only"><a href="{as_html(there)}">{said(language, "compute")}</a></p>')
    return f'<div class="deadline">{"".join(parts)}</div>'


def _count(rule: Rule, value: Value | None, language: str) -> str:
    """The count in force; never one of which nobody knows whether it is."""
    if value is None:
        return said(language, "none-known")
    if "count" not in value:
        return as_html(sentence(count_words(rule, dict(value)))) if language == "en" else ""
    if value["count"] == 0:
        return said(language, "on-order")
    strong = f"<strong>{as_html(count(value, language))}</strong>"
    return (
        f"{strong} {rule['direction']} {as_html(phrases_at('rule', ('trigger',))[rule['trigger']])}"
        if language == "en"
        else strong
    )


def _english(desk: Desk, rule: Rule, value: Value | None) -> Iterator[str]:
    yield f'<p class="deadline-name">{as_html(rule["title"])}</p>'
    yield f'<p class="deadline-count">{_count(rule, value, "en")}</p>'
    yield f"<p>{as_html(' '.join(summary_words(rule, desk.day).split()))}</p>"
    if rule["applies"].get("detained") is False and "detained" not in rule["summary"]:
        yield f"<p>{said('en', 'no-default')}</p>"
    for other in disputed_on(rule, desk.day, desk.day):
        yield f"<p>Still argued or disputed: {_other(other)}. The safe day keeps to it.</p>"
    for other in proposed(rule, desk.day):
        yield f"<p>Proposed and not law: {_other(other)}.</p>"


def _other(value: Value) -> str:
    return f"{as_html(count(value))} ({link(value['url'], value['authority'])})"


def _authority(desk: Desk, rule: Rule, value: Value, language: str) -> str:
    status, seen = value["status"], value["verified"]
    words = badge_words(language, status, labels_at("rule", ("values", 0, "status"))[status])
    parts = [
        link(value["url"], value["authority"], language),
        badge(words, "ok" if status == "in-force" else "soon"),
        of_value(seen["certainty"], language),
        said(language, "verified", day=long_day(date.fromisoformat(seen["day"]), language)),
        badge(said(language, "overdue"), "soon") if overdue(rule, desk.day) > 0 else "",
    ]
    return " ".join(part for part in parts if part)
