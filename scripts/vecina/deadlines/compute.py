"""Computes a date from a rule as EOIR does: the trigger is day 0, calendar days count, and a day off rolls forward.

Forward also when counting back from a hearing (EOIR Policy Manual, Part II, 3.1(c)): later, closer to the hearing.
The safe day never leans on that roll, on a closing, an outage, a holiday of one place, or a disputed reading.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from ..calendars import Calendar
from ..rules import Rule, Value, cited, disputed_on, value_on
from ..words import day as in_words, short_day
from .counting import ONE_DAY, counted, past_outages
from .derive import derivation, rival, roll, safe
from .due import Computed
from .notes import certainty, local_holiday, no_date_notes, notes


def compute(
    rule: Rule, trigger: date, calendar: Calendar, law_as_of: date, *, detained: bool = False, court: str | None = None,
    forum: str | None = None,
) -> Computed:  # fmt: skip
    """The rule's answer for a triggering event on a day, by the law as of another; `forum` where the rule knows several.

    Never a guess: where the rule gives no date (a detained case, a day before its first value) `due` is None and
    the explanation says what is needed.
    """
    anchor = max(trigger, date.fromisoformat(rule["not_before"])) if "not_before" in rule else trigger
    value = value_on(rule, anchor, law_as_of)
    excluded = detained and rule["applies"].get("detained") is False
    forum, nature = forum or rule["applies"]["forum"], rule.get("nature", "filing")
    here = calendar.at(forum, court)
    disputed = disputed_on(rule, anchor, law_as_of)
    rivals = [counted(other, rule["direction"], anchor, here.firm) for other in disputed]
    if excluded or value is None or "count" not in value:
        return _no_date(rule, trigger, law_as_of, here, value, [] if excluded else disputed, rivals, detained=excluded)
    raw = counted(value, rule["direction"], anchor, here)
    due = here.next_business(raw)
    text = derivation(rule, value, trigger, anchor, raw, here)
    if nature == "earliest":
        file_by = due
        text += f"{roll(raw, due, here)}. Not before {short_day(raw)}."
    elif nature == "agency":
        file_by = here.last_business(raw)
        text += ". It binds the court or the agency and can come on any day until then: be ready at once."
    elif nature == "departure":
        file_by = here.last_business(raw)
        text += f". The client must have left by {short_day(raw)}."
        text += f" The move to {short_day(due)} is for a motion filed that day, not for leaving." if due != raw else ""
    else:
        moved = past_outages(due, calendar, here, forum, court, detained=detained) if nature == "filing" else (due, [])
        due = moved[0]
        last = min([raw, counted(value, rule["direction"], anchor, here.firm), *rivals])
        file_by = here.last_business(last)
        text += f"{roll(raw, due, here, moved[1])}.{safe(rule, last, file_by, due, here)}{rival(disputed, rivals, raw)}"
    said = (*local_holiday(raw, due, here), *notes(rule, value, anchor, raw, due, calendar, law_as_of, forum))
    rolled = tuple(raw + ONE_DAY * step for step in range((due - raw).days))
    return Computed(rule["id"], trigger, raw, due, file_by, value["status"], value["authority"], value["url"], text, rolled, said)


def _no_date(
    rule: Rule, trigger: date, law_as_of: date, here: Calendar, value: Value | None, disputed: list[Value], rivals: list[date], *,
    detained: bool,
) -> Computed:  # fmt: skip
    """No due date, and what is needed instead; a safe day where a reading that is disputed gives one."""
    source = value or cited(rule)
    if detained:
        text = "For a detained case there is no default: ask the court for a scheduling order and file by the date it sets."
    elif value is None:
        text = (
            "No value of this rule is in force for that day, so it gives no date. Where a court order sets one, that date counts."
        )
    elif rule["otherwise"] == "needs-order":
        text = "Only an order of the court sets this date: look at the order, or ask the court. There is no default."
    else:
        text = "An open task: no number of days is set."
    file_by = None
    if disputed:
        day, other = min(zip(rivals, disputed, strict=True), key=lambda pair: pair[0])
        file_by = here.last_business(day)
        text += f" To be safe file by {in_words(file_by)}, under a reading that is disputed: {other['authority']}."
    said = (*no_date_notes(rule, law_as_of), *certainty(rule, source, law_as_of))
    return Computed(
        rule["id"], trigger, None, None, file_by, rule["otherwise"], source["authority"], source["url"], text, notes=said
    )


def examples_hold(rule: Rule, calendar: Calendar) -> bool:
    """Whether the engine gives every worked example of the rule."""
    return all(example_difference(rule, example, calendar) is None for example in rule["examples"])


def example_difference(rule: Rule, example: Mapping[str, Any], calendar: Calendar) -> tuple[str, str] | None:
    """The first field of a worked example that the engine answers differently, with its answer: law, no person's data."""
    trigger, as_of = date.fromisoformat(example["date"]), date.fromisoformat(example.get("law_as_of", example["date"]))
    got = compute(rule, trigger, calendar, as_of, detained=example.get("detained", False), court=example.get("court"))
    if example.get("needs_order", False) != (got.due is None):
        field = "needs_order" if "needs_order" in example else "date"
        return field, "no date: a court order is needed" if got.due is None else in_words(got.due)
    for name, found in (("raw", got.raw), ("due", got.due), ("file_by", got.file_by)):
        if name in example and (found is None or example[name] != found.isoformat()):
            return name, in_words(found) if found else "no date"
    return None
