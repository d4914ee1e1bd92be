"""Computes a date from a rule as EOIR does: the trigger is day 0, calendar days count, and a day off rolls forward.

Forward also when counting back from a hearing (EOIR Policy Manual, Part II, 3.1(c)): later, closer to the hearing.
The safe day never leans on that roll.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from ..calendars import Calendar
from ..rules import Rule, Value, disputed_on, value_on
from ..words import day as in_words, short_day
from .due import Computed

_DAY = timedelta(days=1)


def compute(rule: Rule, trigger: date, calendar: Calendar, law_as_of: date, *, detained: bool = False) -> Computed:
    """The rule's answer for a triggering event on a day, by the law as of another.

    Never a guess: where the rule gives no date (a detained case, a day before its first value) `due` is None and
    the explanation says what is needed.
    """
    value = value_on(rule, law_as_of)
    if (detained and rule["applies"].get("detained") is False) or value is None:
        return _no_date(rule, trigger, detained)
    raw = counted(value, rule["direction"], trigger, calendar)
    due = calendar.next_business(raw)
    rivals = [counted(other, rule["direction"], trigger, calendar) for other in disputed_on(rule, law_as_of)]
    file_by = calendar.last_business(min([raw, *rivals]))
    rolled = tuple(raw + _DAY * step for step in range((due - raw).days))
    return Computed(
        rule["id"], trigger, raw, due, file_by, value["status"], value["authority"], value["url"],
        _explain(rule, value, trigger, raw, due, file_by, calendar), rolled,
    )  # fmt: skip


def examples_hold(rule: Rule, calendar: Calendar) -> bool:
    """Whether the engine gives every worked example of the rule."""
    return all(example_difference(rule, example, calendar) is None for example in rule["examples"])


def example_difference(rule: Rule, example: Mapping[str, Any], calendar: Calendar) -> tuple[str, str] | None:
    """The first field of a worked example that the engine answers differently, with its answer: law, no person's data."""
    trigger, as_of = date.fromisoformat(example["date"]), date.fromisoformat(example.get("law_as_of", example["date"]))
    got = compute(rule, trigger, calendar, as_of, detained=example.get("detained", False))
    if example.get("needs_order", False) != (got.due is None):
        field = "needs_order" if "needs_order" in example else "date"
        return field, "no date: a court order is needed" if got.due is None else in_words(got.due)
    for name, found in (("raw", got.raw), ("due", got.due), ("file_by", got.file_by)):
        if name in example and (found is None or example[name] != found.isoformat()):
            return name, in_words(found) if found else "no date"
    return None


def counted(value: Value, direction: str, trigger: date, calendar: Calendar) -> date:
    """The day the count ends on, before any roll."""
    sign, count = (-1 if direction == "before" else 1), int(value["count"])
    if value["unit"] == "business-day":
        return calendar.add_business(trigger, sign * count)
    if value["unit"] == "year":
        return anniversary(trigger, sign * count)
    return trigger + timedelta(days=sign * count)


def anniversary(day: date, years: int) -> date:
    """The same calendar day so many years on; for 29 February the safe 28 February."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def _no_date(rule: Rule, trigger: date, detained: bool) -> Computed:
    value = rule["values"][-1]
    why = "For a detained case there is no default: " if detained else "The rule gives no date here: "
    todo = (
        "ask the court for a scheduling order and file by the date it sets."
        if rule["otherwise"] == "needs-order"
        else "an open task."
    )
    return Computed(rule["id"], trigger, None, None, None, rule["otherwise"], value["authority"], value["url"], why + todo)


def _explain(rule: Rule, value: Value, trigger: date, raw: date, due: date, file_by: date, calendar: Calendar) -> str:
    """The derivation in one or two sentences, with weekdays, and why a day was skipped."""
    event = {"individual-hearing": "the individual hearing", "master-calendar-hearing": "the master calendar hearing"}
    from_what = event.get(rule["trigger"], rule["trigger"].replace("-", " "))
    unit = {"day": "day", "business-day": "business day", "year": "year"}[value["unit"]]
    count = f"{value['count']} {unit}{'' if value['count'] == 1 else 's'} {rule['direction']}"
    text = f"{count} {from_what} of {in_words(trigger)} is {in_words(raw)}"
    if due != raw:
        why = calendar.why_closed(raw) or ""
        text += f", {why}; the next business day is {short_day(due)}"
    text += "."
    if file_by != due:
        text += f" File by {short_day(file_by)}."
    return text
