"""The asylum clock: the days that count toward employment authorization, 8 CFR 208.7 and the joint notice of USCIS and EOIR.

The day the court received the I-589 is day 0. Delay that the applicant caused stops the clock; what was counted stays.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ..facts import Data, as_day, i589_on_file, is_withholding_only
from ..schema import labels_at
from ..words import day as in_words, inside, listing, plural
from .due import Computed
from .law import Law

APPLY, ELIGIBLE, DECISION, RENEW = "ead.apply", "ead.eligible", "asy.180_adjudication", "ead.renew"
FOR_GOOD = ("late-without-exception", "withdrawn", "abandoned", "proceedings-ended", "in-absentia", "decided")
# What an outcome on asylum does to the clock.
_ENDS = {
    "granted": "decided", "denied": "decided", "pretermitted": "decided", "in-absentia": "in-absentia",
    "withdrawn": "withdrawn", "terminated": "proceedings-ended", "dismissed": "proceedings-ended",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Interval:
    """One stretch of the clock: its first day, the day on which it ended (None while it goes on), and why it stood still."""

    first: date
    last: date | None
    running: bool
    days: int
    reason: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class Clock:
    """A case's clock on a day. `reached` has what each rule gives: a date, or none while the clock stands still."""

    started: date
    intervals: tuple[Interval, ...]
    days: int
    running: bool
    for_good: bool
    i765_filed: date | None
    reached: dict[str, Computed]


def asylum_clock(case: Data, law: Law, today: date) -> Clock | None:
    """The clock of a case whose I-589 was received by that day; None before, and where asylum cannot be had."""
    if is_withholding_only(case) or case["posture"] == "credible-fear-review":
        return None  # no asylum application is pending there
    own = case.get("asylum_clock", {})
    started = as_day(own.get("started_on") or i589_on_file(case))
    if started is None or started > today:
        return None
    stops = list(_stops(case, started, today))
    intervals = tuple(_intervals(started, stops, today))
    days = sum(row.days for row in intervals if row.running)
    last = intervals[-1]
    reached = {name: _reach(law, name, started, intervals, case) for name in (APPLY, ELIGIBLE) if name in law.known}
    filed = as_day(own.get("i765_filed"))
    return Clock(started, intervals, days, last.running, _for_good(case, last), filed, reached)


def _for_good(case: Data, last: Interval) -> bool:
    """Whether the clock has ended. After a remand the time on appeal may count again: then it only stands still."""
    remanded = case["posture"] == "remand" and last.reason in ("decided", "in-absentia")
    return not last.running and last.reason in FOR_GOOD and not remanded


def _stops(case: Data, started: date, today: date) -> Iterator[tuple[date, date | None, str, str]]:
    """The stops in order, without overlap; a decision on asylum stops the clock for good."""
    rows = [
        (row["from"], row.get("to"), row["reason"], row.get("code", "")) for row in case.get("asylum_clock", {}).get("stops", ())
    ]
    for day, why in _ends(case):
        if day < started.isoformat() or any(
            first == day and reason in ("decided", "in-absentia") for first, _, reason, _ in rows
        ):
            continue  # not of this application, or recorded with what came of it
        rows = [(first, day if to is None and first < day else to, reason, code) for first, to, reason, code in rows]
        rows.append((day, None, why, ""))
    at: date | None = started
    for first, to, reason, code in sorted(rows, key=lambda row: row[0]):
        begins, ends = date.fromisoformat(first), as_day(to)
        if at is None or begins > today:
            return
        if ends is not None and ends <= begins:
            ends = None  # it contradicts itself: until that is mended there is no date
        if ends is not None and ends <= at:
            continue
        if ends is not None and ends > today:
            ends = None
        yield max(begins, at), ends, reason, code
        at = ends


def _ends(case: Data) -> list[tuple[str, str]]:
    """The days on which the record shows that the application was decided or the proceedings ended, and how."""
    found = [(row["date"], "in-absentia") for row in case.get("orders", ()) if row["kind"] == "in-absentia-order"]
    for row in case.get("outcome", ()):
        if row["relief"] == "asylum" and row["result"] in _ENDS:
            found.append((row["decided_on"], _ENDS[row["result"]]))
        elif row["result"] == "in-absentia":
            found.append((row["decided_on"], "in-absentia"))
    return sorted(set(found))


def _intervals(started: date, stops: list[tuple[date, date | None, str, str]], today: date) -> Iterator[Interval]:
    """Running and stopped stretches in turn, up to today."""
    at: date | None = started
    for first, to, reason, code in stops:
        assert at is not None  # only the last stop is open
        if first > at:
            yield Interval(at, first, True, (first - at).days)
        yield Interval(first, to, False, ((to or today) - first).days, reason, code)
        at = to
    if at is not None:
        yield Interval(at, None, True, (today - at).days)


def _reach(law: Law, name: str, started: date, intervals: tuple[Interval, ...], case: Data) -> Computed:
    """The day on which the clock reaches the rule's count, with the stops on the way; no date while it stands still."""
    plain = law.answer(name, started, detained=case["detained"])
    if plain.raw is None:
        return plain
    want, stood = (plain.raw - started).days, 0
    left, passed = want, list[Interval]()
    for row in intervals:
        if row.running and (row.last is None or row.days >= left):
            got = law.answer(name, started + timedelta(days=stood), detained=case["detained"])
            if not passed or got.raw is None:
                return got if passed else plain
            return replace(got, trigger=started, explanation=_told(plain, got, passed))
        if row.running:
            left -= row.days
        elif row.last is not None:
            stood += row.days
            passed.append(row)
    still, words = intervals[-1], labels_at("case", ("asylum_clock", "stops", 0, "reason"))
    text = (
        f"The clock has stood still since {in_words(still.first)} at day {want - left} of {want}: {inside(words[still.reason])}."
    )
    if case["posture"] == "remand" and still.reason in ("decided", "in-absentia"):
        text += (
            " The case was remanded: look at the joint notice for the credit of the time on appeal, and record the stop's end."
        )
    else:
        text += " It does not start again." if still.reason in FOR_GOOD else " There is no date before it starts again."
    said = tuple(note for note in plain.notes if not note.startswith("Proposed"))  # a day that no clock leads to
    return replace(plain, raw=None, due=None, file_by=None, status="stopped", explanation=text, rolled=(), notes=said)


def _told(plain: Computed, got: Computed, passed: list[Interval]) -> str:
    """The derivation with each stop named."""
    words = labels_at("case", ("asylum_clock", "stops", 0, "reason"))
    stops = listing(
        [f"{in_words(row.first)} to {in_words(row.last)}, {inside(words[row.reason])}" for row in passed if row.last is not None]
    )
    days = plural(sum(row.days for row in passed), "day")
    count, rest = plain.explanation.split(" is ")[0], got.explanation[got.explanation.index(" is ") + 4 :]
    without = f"{count} would be {in_words(plain.raw or plain.trigger)}"
    return f"{without}; the clock stood still for {days} ({stops}), so the day is {rest}"
