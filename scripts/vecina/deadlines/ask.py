"""One question to one rule, without a case: what the command line and programs ask."""

from __future__ import annotations

from datetime import date
from typing import Any

from ..calendars import FIRST_YEAR, LAST_YEAR, Calendar
from ..rules import Rule, cited
from ..schema import labels_at
from .compute import compute
from .due import Computed


def ask(
    rule: Rule,
    trigger: date,
    calendar: Calendar,
    law_as_of: date,
    *,
    reliable: bool,
    detained: bool = False,
    forum: str | None = None,
    court: str | None = None,
) -> Computed:
    """The rule's answer, or no date and why: another forum, a year outside the calendar, law that cannot be relied on.

    `reliable` says whether the rule is among the `usable` ones; who asks often has looked once for all.
    """
    own = rule["applies"]["forum"]
    if forum is not None and forum != own and forum not in rule["applies"].get("also_before", ()):
        words = labels_at("rule", ("applies", "forum"))
        return _none(rule, trigger, f"This rule is for another forum: {words[own]}.")
    counted_from = max(trigger, date.fromisoformat(rule.get("not_before", "1900-01-01")))
    if not FIRST_YEAR <= counted_from.year < LAST_YEAR:
        return _none(rule, trigger, f"The calendar of federal holidays covers {FIRST_YEAR} to {LAST_YEAR}.")
    if not reliable:
        return _none(rule, trigger, "The rule or the federal holidays cannot be relied on. Run `vecina check`.")
    return compute(rule, trigger, calendar, law_as_of, detained=detained, court=court, forum=forum)


def law_day(rule: Rule, trigger: date, today: date) -> date:
    """The day whose law counts when nobody names one: today, or the day of a hearing that has gone by."""
    return min(today, trigger) if rule["direction"] == "before" else today


def _none(rule: Rule, trigger: date, why: str) -> Computed:
    value = cited(rule)
    return Computed(rule["id"], trigger, None, None, None, "unknown", value["authority"], value["url"], why)


def as_row(got: Computed) -> dict[str, Any]:
    """The answer as plain JSON data; the explanation ends with what a careful lawyer would add."""

    def text(day: date | None) -> str | None:
        return day.isoformat() if day else None

    return {
        "rule": got.rule,
        "trigger": text(got.trigger),
        "raw": text(got.raw),
        "due": text(got.due),
        "file_by": text(got.file_by),
        "status": got.status,
        "authority": got.authority,
        "url": got.url,
        "rolled": [day.isoformat() for day in got.rolled],
        "explanation": " ".join([got.explanation, *got.notes]),
    }
