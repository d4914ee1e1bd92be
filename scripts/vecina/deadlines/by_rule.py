"""The deadline of each event by its rule, with what the case itself changes about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ..facts import Data, is_withholding_only
from ..words import day as in_words, plural
from .court import Court
from .due import Computed
from .events import Event, events
from .follows import LASTS
from .law import Law

RILEY = (
    "In withholding-only proceedings the 30 days run from the order of removal or reinstatement and not from this decision "
    "(Riley v. Bondi, 2025). Record that order under events, as removal-order."
)


def by_rule(case: Data, law: Law, today: date) -> Iterator[Court]:
    """The deadline of each event by its rule. Where the program has lost the rule, that is said and no date given."""
    for event in events(case, today):
        yield _answered(case, event, law, today) if event.rule in law.known else _missing(event)
    yield from _riley(case, law, today)


def _missing(event: Event) -> Court:
    """A deadline whose rule is not there: nothing is guessed, and nothing is left out without a word."""
    text = f"The rule {event.rule} is missing in data/rules, so no date is computed. Run `vecina check`."
    got = Computed(event.rule, event.day, None, None, None, "unknown", "data/rules and data/calendars", "", text)
    return Court(got, f"{event.rule}: the law could not be read", event.path, f"{event.rule}-{event.path[0]}", event.done)


def lasting(case: Data, law: Law, today: date) -> Iterator[Court]:
    """What can still be filed in a case that the program has closed: appeals, petitions and motions that are not done."""
    for court in by_rule(case, law, today):
        computed = court.computed
        if computed.rule in LASTS and not court.done and computed.due is not None and computed.due >= today:
            yield court


def _answered(case: Data, event: Event, law: Law, today: date) -> Court:
    rule = law.known[event.rule]
    got = law.answer(event.rule, event.day, detained=case["detained"], court=case["court"], forum=event.forum)
    if event.earlier is not None:
        got = _safe_from(
            got, law.answer(event.rule, event.earlier, detained=case["detained"], court=case["court"]), event.earlier
        )
    title = rule["title"] if got.status != "unknown" else f"{rule['title']}: no date is known"
    if event.rule == "asy.one_year":
        got, title = _one_year(case, got, title, event)
    if event.rule == "asy.refile":
        got = _not_after_the_year(case, got, law)
    key = "-".join([event.rule, *(str(step) for step in event.path[:2])])
    # what binds the court or an agency is nobody's lateness here: it is on the list until its day
    over = rule.get("nature") == "agency" and got.due is not None and got.due < today
    return Court(got, title, event.path, key, event.done or over)


def _safe_from(got: Computed, other: Computed, earlier: date) -> Computed:
    """The answer with the safe day of a count that begins earlier."""
    if got.file_by is None or other.file_by is None or other.file_by >= got.file_by:
        return got
    text = (
        f"{got.explanation} Counted from {in_words(earlier)}, the date on the order, the safe day is {in_words(other.file_by)}."
    )
    return replace(got, file_by=other.file_by, explanation=text)


def _one_year(case: Data, got: Computed, title: str, event: Event) -> tuple[Computed, str]:
    """The one-year date with what a late filing needs."""
    filed = case.get("asylum_clock", {}).get("started_on") or case.get("i589_filed")
    if event.done and filed and got.due and filed > got.due.isoformat():
        days = plural((date.fromisoformat(filed) - got.due).days, "day")
        return got, f"{title}: filed {days} late, an exception is needed"
    return got, title


def _not_after_the_year(case: Data, got: Computed, law: Law) -> Computed:
    """The safe day of filing again is never after that of the one-year rule, while that still lies ahead of the return."""
    if "last_arrival" not in case or "asy.one_year" not in law.known or got.file_by is None:
        return got
    year = law.answer("asy.one_year", date.fromisoformat(case["last_arrival"])).file_by
    if year is None or not got.trigger <= year < got.file_by:
        return got
    text = f"{got.explanation} The one-year rule comes first: file by {in_words(year)}."
    return replace(got, file_by=year, explanation=text)


def _riley(case: Data, law: Law, today: date) -> Iterator[Court]:
    """In a withholding-only case: a BIA decision without the order from which the petition runs."""
    recorded = any(row["kind"] == "removal-order" for row in case.get("events", ()))
    if "pfr" not in law.known or not is_withholding_only(case) or recorded:
        return
    for index, order in enumerate(case.get("orders", ())):
        if order["kind"] == "bia-decision" and order["date"] <= today.isoformat():
            plain = law.answer("pfr", date.fromisoformat(order["date"]))
            got = replace(plain, raw=None, due=None, file_by=None, status="open-task", explanation=RILEY, rolled=())
            done = order.get("done", "9") <= today.isoformat()
            yield Court(
                got, "Petition for review: when was the removal order?", ("orders", index, "date"), f"pfr.riley-{index}", done
            )
