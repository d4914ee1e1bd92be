"""The deadline of each event by its rule, with what the case itself changes about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ..facts import Data, i589_on_file, is_withholding_only
from ..words import day as in_words, plural
from .court import Court, court_dates
from .due import Computed
from .events import OURS, Event, events
from .follows import FINAL_BY_WAIVER, LASTS
from .law import Law

RILEY = (
    "In withholding-only proceedings the 30 days run from the order of removal or reinstatement and not from the BIA's decision "
    "(Riley v. Bondi, 2025). Record that order under events, as removal-order."
)
VD_AGAIN = (
    "The BIA has decided since. Its order says whether voluntary departure was granted again and until when: record that day as "
    "an order with due_for departure."
)
_PLAIN = ("agency", "departure")


def by_rule(case: Data, law: Law, today: date) -> Iterator[Court]:
    """The deadline of each event by its rule. Where the program has lost the rule, that is said and no date given."""
    for event in events(case, today):
        if event.rule not in law.known:
            yield _missing(event)
            continue
        court = _answered(case, event, law, today)
        yield court
        lapsed = court.computed.due is not None and court.computed.due < today and not event.done
        if event.rule == "bia.appeal" and lapsed:  # the decision is final: what is left are motions
            rest = (
                event._replace(rule=row.rule, forum=row.forum, earlier=None) for row in FINAL_BY_WAIVER if row.rule in law.known
            )
            yield from (_answered(case, motion, law, today) for motion in rest)
    yield from _riley(case, law, today)
    yield from _departure_again(case, law, today)


def _missing(event: Event) -> Court:
    """A deadline whose rule is not there: nothing is guessed, and nothing is left out without a word."""
    text = f"The rule {event.rule} is missing in data/rules, so no date is computed. Run `vecina check`."
    got = Computed(event.rule, event.day, None, None, None, "unknown", "data/rules and data/calendars", "", text)
    return Court(got, f"{event.rule}: the law could not be read", event.path, f"{event.rule}-{event.path[0]}", event.done)


def lasting(case: Data, law: Law, today: date) -> Iterator[Court]:
    """What can still be filed in a case that the program has closed: briefs, appeals, petitions and motions not done."""
    briefs = (court for court in court_dates(case, law, today) if court.title.startswith("A brief"))
    for court in (*briefs, *by_rule(case, law, today)):
        got = court.computed
        open_still = got.status == "unknown" or (got.due is not None and got.due >= today)
        if not court.done and open_still and (got.rule in LASTS or got.status == "judge-order"):
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
    over = rule.get("nature") == "agency" and got.raw is not None and got.raw < today
    return Court(got, title, event.path, key, event.done or over, rule.get("nature") in _PLAIN)


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
    filed = case.get("asylum_clock", {}).get("started_on") or i589_on_file(case)
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
    """In a withholding-only case: the order from which the petition runs is not recorded."""
    recorded = any(row["kind"] == "removal-order" for row in case.get("events", ()))
    if "pfr" not in law.known or not is_withholding_only(case) or recorded:
        return
    plain = law.answer("pfr", today)
    got = replace(plain, raw=None, due=None, file_by=None, status="open-task", explanation=RILEY, rolled=())
    taken = any(step["step"] == "petition-for-review" for order in case.get("orders", ()) for step in order.get("steps", ()))
    yield Court(got, "Petition for review: when was the removal order?", ("posture",), "pfr.riley", taken)


def _departure_again(case: Data, law: Law, today: date) -> Iterator[Court]:
    """Voluntary departure that was appealed, after the BIA's decision: its old date is gone, the new one has to be looked up."""
    orders = [row for row in case.get("orders", ()) if row["date"] <= today.isoformat()]
    for index, row in enumerate(case.get("outcome", ())):
        appealed = row["relief"] == "voluntary-departure" and row["result"] == "granted" and row.get("appealed") in OURS
        decided = any(order["kind"] == "bia-decision" and order["date"] > row["decided_on"] for order in orders)
        ordered = any(order.get("due_for") == "departure" and order["date"] > row["decided_on"] for order in orders)
        if appealed and decided and not ordered and "departed_on" not in row and "vd" in law.known:
            plain = law.answer("vd", today)
            got = replace(plain, raw=None, due=None, file_by=None, status="open-task", explanation=VD_AGAIN, rolled=())
            yield Court(
                got, "Voluntary departure: what does the BIA's order say?", ("outcome", index, "decided_on"), f"vd.again-{index}"
            )
