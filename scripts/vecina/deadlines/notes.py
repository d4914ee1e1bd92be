"""What a careful lawyer adds to a date: receipt, other readings, closures, how sure the value is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ..calendars import Calendar
from ..rules import VERIFY_EVERY, Rule, Value, disputed_on, proposed
from ..schema import labels
from ..words import day as in_words, plural, short_day
from .counting import counted

_NEAR = timedelta(days=60)
_RECEIVER = {
    "immigration-court": "the court",
    "bia": "the BIA",
    "court-of-appeals": "the court of appeals",
}


def notes(
    rule: Rule, value: Value, anchor: date, raw: date, due: date, calendar: Calendar, law_as_of: date, forum: str
) -> Iterator[str]:
    """Everything to say of a date beyond its derivation, the most practical first."""
    nature = rule.get("nature", "filing")
    if nature == "filing" and forum in _RECEIVER:
        yield f"What counts is the day on which {_RECEIVER[forum]} receives it, not the day of mailing."
    if forum == "uscis" and nature in ("filing", "act") and raw != due:
        yield "At USCIS a day off extends only what is sent on paper; what is sent or paid online gets no more time."
    if "remember" in rule:
        yield _line(rule["remember"])
    if "note" in value:
        yield _line(value["note"])
    if value.get("unit") == "year" and (anchor.month, anchor.day) == (2, 29):
        yield "No authority was found for an event on February 29: the rule's day is March 1, the safe day February 28."
    yield from _other_values(rule, anchor, law_as_of, calendar)
    if nature != "earliest":
        yield from _closures(raw, due, calendar, forum)
    yield from certainty(rule, value, law_as_of)


def no_date_notes(rule: Rule, law_as_of: date) -> Iterator[str]:
    """What is to be known where no date is given: what to remember, and the note of each value that matters that day."""
    if "remember" in rule:
        yield _line(rule["remember"])
    for value in rule["values"]:
        if "note" in value and value["status"] != "superseded" and value["from"] <= law_as_of.isoformat():
            yield _line(value["note"])


def _other_values(rule: Rule, anchor: date, law_as_of: date, calendar: Calendar) -> Iterator[str]:
    """The note of what is disputed or still argued, and what a proposal would give."""
    for value in disputed_on(rule, anchor, law_as_of):
        if "note" in value:
            yield _line(value["note"])
    for value in rule["values"]:
        if value["status"] == "unknown" and "note" in value and value["from"] <= law_as_of.isoformat():
            yield _line(value["note"])
    for value in proposed(rule, law_as_of):
        day = counted(value, rule["direction"], anchor, calendar)
        unit = {"day": "day", "business-day": "business day", "year": "year"}[value["unit"]]
        yield f"Proposed and not law: {plural(value['count'], unit)} ({value['authority']}), which would be {in_words(day)}."


def _line(note: str) -> str:
    """A note on one line, however it is broken in the file."""
    return " ".join(note.split())


def _closures(raw: date, due: date, calendar: Calendar, forum: str) -> Iterator[str]:
    """Closures by the President around the day, and holidays that are kept at this place only. They move no safe day."""
    here = calendar.at(forum)
    shut = [calendar.closures[day] for day in (raw, due) if day in calendar.closures]
    for closure in dict.fromkeys(shut):
        other = due
        while other in calendar.closures or not here.is_business(other):
            other += timedelta(days=1)
        yield (
            f"The executive agencies were closed on {in_words(closure.day)} ({closure.authority}). Whether that day counts "
            f"as a holiday is unsettled; if it does, the last day is {in_words(other)}. Do not rely on it."
        )
    through = calendar.confirmed_through
    if through and due > through and (due.month, due.day) >= (12, 24):
        yield f"Closures in late December are ordered only days ahead; what is known ends on {in_words(through)}."


def certainty(rule: Rule, value: Value, law_as_of: date) -> Iterator[str]:
    """How sure the value and its first day are, when somebody last held it against its source, and whether to look again."""
    begun = date.fromisoformat(value["from"])
    if value.get("from_certain") is False and abs(law_as_of - begun) <= _NEAR:
        yield f"The exact first day of this value is not settled; it is taken to be {in_words(begun)}."
    seen = value["verified"]
    last, sure = date.fromisoformat(seen["day"]), labels("certainty")[seen["certainty"]]
    text = f"Verified on {in_words(last)}: {sure}."
    if law_as_of - last > timedelta(days=rule.get("verify_every_days", VERIFY_EVERY)):
        text += " Re-verification is overdue."
    yield text


def local_holiday(raw: date, due: date, here: Calendar) -> Iterator[str]:
    """A holiday of this place alone that moved the due date."""
    firm = here.firm
    days = (raw + timedelta(days=step) for step in range((due - raw).days))
    for day in days:
        if day in here.closed and day not in firm.closed and day.weekday() < 5:
            yield (
                f"{here.closed[day]} ({short_day(day)}) is a holiday in the Washington area only (5 U.S.C. 6103(c)). Whether it "
                "moves a deadline here is unsettled; the safe day does not lean on it."
            )
