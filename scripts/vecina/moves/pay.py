"""What has been paid stays as it was paid: hours, flat sums, and the closed months that show them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..checks.base import Spot, check
from ..facts import Data, whose_hours
from ..pay import Ledger, is_settled, last_of, rates_here, settled_through
from ..store import Record
from .base import WHY, Sides, corrected, left_over

_LATE = f"write `paid_in` with the month in whose statement it is paid, or {WHY}"
_HERS = "write `mentor` with her id in the row"


@check("V802")
def paid_hours_stay(sides: Sides) -> Iterator[Spot]:
    """Hours that have been paid were changed.

    A mentor's record says through which day her hours have been paid. Those of that day and before are neither changed,
    taken away nor added any more, in a new case neither: the statement that was sent shows them.

    Mend: put the row back as it was. Hours that were forgotten keep their true day and say in whose statement they are
    paid; `vecina log` writes that by itself:

        - date: 2026-09-30
          who: mentor
          activity: review
          paid_in: 2026-11
          hours: 1.5

    Where a paid row was wrong, correct it and say why under `corrections:` with `of: hours`.
    """
    for name, after in sides.after.cases.items():
        before = sides.before.cases.get(name, after if sides.before.knows("case", name) else None)
        if before is not None and (before.data == after.data or corrected(before, after, "hours")):
            continue
        rows = before.data.get("hours", []) if before is not None else []
        old = [_whose(row, before.data) for row in rows] if before is not None else []
        present = after.data if before is None else before.data
        new = [_whose(row, present if row in rows else after.data) for row in after.data.get("hours", [])]
        changed = [index for index, row in left_over(new, old) if _is_paid(sides, row)]
        for index in changed:
            yield Spot(after, ("hours", index), "the hours of this time have been paid, and this row was not among them", _LATE)
        if not changed and any(_is_paid(sides, row) for _, row in left_over(old, new)):
            yield Spot(after, ("hours",), "hours that have been paid stay as they were", WHY)
    for after, mentor in _flats_lost(sides):
        yield Spot(after, ("mentor",) if "mentor" in after.data else (), f"the flat sum of this case was paid to {mentor}", WHY)


def _whose(row: dict[str, Any], case: dict[str, Any]) -> dict[str, Any]:
    """A row of hours with the mentor whose they are, so that naming her changes nothing."""
    return row | {"mentor": whose_hours(case, row)} if row["who"] == "mentor" else row


def _is_paid(sides: Sides, row: dict[str, Any]) -> bool:
    """Whether such hours had been paid before the change."""
    mentor = sides.before.mentors.get(row.get("mentor", ""))
    return row["who"] == "mentor" and mentor is not None and is_settled(mentor.data, row)


def has_paid_hours(sides: Sides, case: dict[str, Any]) -> bool:
    """Whether hours of a case had been paid before the change."""
    return any(_is_paid(sides, _whose(row, case)) for row in case.get("hours", ()))


def _flats_lost(sides: Sides) -> Iterator[tuple[Record, str]]:
    """Cases whose flat sum stands in a closed month of a mentor, and would not any more."""
    closed = {
        (name, row["month"])
        for name, mentor in sides.before.mentors.items()
        for row in mentor.data["pay"].get("statements", ())
        if "cases" in row
    }
    if not closed:
        return
    now = {(mentor, flat) for mentor, flats in Ledger(sides.after).flats.items() for flat in flats}
    for mentor, flats in Ledger(sides.before).flats.items():
        for flat in flats:
            after = sides.after.cases.get(flat.case)
            if after is None or (mentor, flat.month) not in closed or (mentor, flat) in now:
                continue
            if not corrected(sides.before.cases[flat.case], after, "hours"):
                yield after, mentor


@check("V804")
def hours_keep_their_mentor(sides: Sides) -> Iterator[Spot]:
    """Hours of one mentor became another's, or nobody's.

    A row of hours without a mentor is the present mentor's of the case. When another one takes the case over, or it goes
    back to wait for one, the rows that were written before would be the new mentor's, and the wrong one would be paid.

    Mend: write the id of the mentor who worked these hours into the row. Where the hours were never hers, say so under
    `corrections:` with `of: hours`.

        - date: 2026-09-30
          who: mentor
          activity: review
          mentor: m-chen
          hours: 1.5
    """
    for before, after in sides.cases():
        old, new = _mentors_rows(before.data), _mentors_rows(after.data)
        if before.data.get("mentor") == after.data.get("mentor") or corrected(before, after, "hours"):
            continue
        kept = [row for _, row in old]
        for index, row in new:
            if "mentor" not in row and row in kept:
                kept.remove(row)
                yield Spot(after, ("hours", index), "these hours were an earlier mentor's, who is paid for them", _HERS)


def _mentors_rows(case: dict[str, Any]) -> list[tuple[int, dict[str, Any]]]:
    """The mentor's rows of a case, with their places."""
    return [(index, row) for index, row in enumerate(case.get("hours", ())) if row["who"] == "mentor"]


@check("V805")
def closed_months_stay_closed(sides: Sides) -> Iterator[Spot]:
    """A month that was closed was opened again or changed.

    The statement of a closed month was sent as it was closed, and what came late stands in a later one. So its row in the
    mentor's record stays, and the last day whose hours have been paid, `paid_through`, moves forward alone. The day of the
    payment can be corrected, and does not go away.

    Mend: put the row or the day back. Hours that were wrong are corrected in the case, with their reason.
    """
    for name, after in sides.after.mentors.items():
        before = sides.before.mentors.get(name)
        if before is None or before.data["pay"] == after.data["pay"]:
            continue
        old, new = (record.data["pay"].get("statements", []) for record in (before, after))
        lost = next((n for n, row in enumerate(old) if n >= len(new) or not _same(row, new[n])), None)
        if lost is not None:
            path = ("pay", "statements", lost) if lost < len(new) else ("pay", "statements") if new else ("pay",)
            yield Spot(after, path, "a month that was closed stays as it was closed", _BACK)
        elif settled_through(after.data) < settled_through(before.data):
            path = ("pay", "paid_through") if "paid_through" in after.data["pay"] else ("pay",)
            yield Spot(after, path, "the days whose hours have been paid do not become fewer", _BACK)


_BACK = "put it back; `vecina diff` shows what it was"


def _same(old: Data, new: Data) -> bool:
    """Whether a closed month is as it was; the day on which it was paid may be added and corrected."""
    return {**old, "paid_on": ""} == {**new, "paid_on": ""} and ("paid_on" not in old or "paid_on" in new)


@check("V806")
def paid_rates_stay(sides: Sides) -> Iterator[Spot]:
    """A rate by which closed months were paid was changed.

    A statement comes out the same whenever it is made. Where rates are kept in these records, those that had begun when a
    month was closed stay as they were; what is paid from now on gets a rate of its own, with its first day.

    Mend: put the rate back, and add the new one with its own `from`.
    """
    old, new = (rates_here(book.program) for book in (sides.before, sides.after))
    if old is None or new is None or old == new:
        return
    last: dict[str, str] = {}
    for mentor in sides.before.mentors.values():
        for row in mentor.data["pay"].get("statements", ()):
            code = row.get("rate_code", mentor.data["pay"].get("rate_code", ""))
            last[code] = max(last.get(code, ""), last_of(row["month"]).isoformat())
    was, now = ([rate for rate in rates if rate.first <= last.get(rate.code, "")] for rates in (old, new))
    if was != now:
        program = sides.after.kinds["program"]["program"]
        yield Spot(program, ("pay", "rates"), "rates by which closed months were paid stay as they were", _ANEW)


_ANEW = "put the old rate back, and add the new one with a later first day"
