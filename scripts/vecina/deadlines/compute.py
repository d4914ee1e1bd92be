"""Computes a date from a rule as EOIR does: the trigger is day 0, calendar days count, and a day off rolls forward.

Forward also when counting back from a hearing (EOIR Policy Manual, Part II, 3.1(c)): later, closer to the hearing.
The safe day never leans on that roll.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from ..calendars import Calendar
from ..rules import Rule, Value, cited, disputed_on, value_on
from ..schema import labels_at
from ..words import day as in_words, inside, short_day
from .due import Computed

_DAY = timedelta(days=1)


def compute(rule: Rule, trigger: date, calendar: Calendar, law_as_of: date, *, detained: bool = False) -> Computed:
    """The rule's answer for a triggering event on a day, by the law as of another.

    Never a guess: where the rule gives no date (a detained case, a day before its first value) `due` is None and
    the explanation says what is needed.
    """
    anchor = max(trigger, date.fromisoformat(rule["not_before"])) if "not_before" in rule else trigger
    value = value_on(rule, anchor, law_as_of)
    excluded = detained and rule["applies"].get("detained") is False
    if excluded or value is None or "count" not in value:
        return _no_date(rule, trigger, excluded)
    raw = counted(value, rule["direction"], anchor, calendar)
    due = calendar.next_business(raw)
    disputed = disputed_on(rule, anchor, law_as_of)
    rivals = [counted(other, rule["direction"], anchor, calendar) for other in disputed]
    file_by = calendar.last_business(min([raw, *rivals]))
    rolled = tuple(raw + _DAY * step for step in range((due - raw).days))
    return Computed(
        rule["id"], trigger, raw, due, file_by, value["status"], value["authority"], value["url"],
        _explain(rule, value, anchor, raw, due, file_by, calendar) + _rival(disputed, rivals, raw), rolled,
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
    shift = timedelta(days=value.get("shift_days", 0))
    if value["unit"] == "year":
        return anniversary(trigger, sign * count) + shift
    return trigger + timedelta(days=sign * count) + shift


def anniversary(day: date, years: int) -> date:
    """The same calendar day so many years on; 1 March for 29 February, for which no authority was found.

    The safe day of the one-year rule is a day earlier by its disputed count: then 28 February.
    """
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, month=3, day=1)


def _no_date(rule: Rule, trigger: date, detained: bool) -> Computed:
    value = cited(rule)
    why = "For a detained case there is no default: " if detained else "The rule gives no date here: "
    todo = (
        "ask the court for a scheduling order and file by the date it sets."
        if rule["otherwise"] == "needs-order"
        else "an open task."
    )
    return Computed(rule["id"], trigger, None, None, None, rule["otherwise"], value["authority"], value["url"], why + todo)


def _rival(disputed: list[Value], rivals: list[date], raw: date) -> str:
    """Which disputed reading pulls the safe day earlier than the count itself would."""
    earlier = [(day, value) for day, value in zip(rivals, disputed, strict=True) if day < raw]
    if not earlier:
        return ""
    day, value = min(earlier, key=lambda pair: pair[0])
    return f" The safe day keeps to a reading that is disputed and ends on {short_day(day)}: {value['authority']}."


def _explain(rule: Rule, value: Value, trigger: date, raw: date, due: date, file_by: date, calendar: Calendar) -> str:
    """The derivation in one or two sentences, with weekdays, and why a day was skipped."""
    hearing = {"individual-hearing": "the individual hearing of ", "master-calendar-hearing": "the master calendar hearing of "}
    event = inside(labels_at("rule", ("trigger",))[rule["trigger"]])
    from_what, why_there = hearing.get(rule["trigger"], ""), "" if rule["trigger"] in hearing else f" ({event})"
    unit = {"day": "day", "business-day": "business day", "year": "year"}[value["unit"]]
    count = f"{value['count']} {unit}{'' if value['count'] == 1 else 's'} {rule['direction']}"
    text = f"{count} {from_what}{in_words(trigger)}{why_there} is {in_words(raw)}"
    if due != raw:
        why = calendar.why_closed(raw) or ""
        text += f", {why}; the next business day is {short_day(due)}"
    text += "."
    if file_by != due:
        text += f" File by {short_day(file_by)}."
    return text
