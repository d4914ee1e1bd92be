"""Closing a month: whether it can be, and what is written into the mentor's record."""

from __future__ import annotations

from datetime import date
from typing import Any

from ..edit import Put
from ..facts import Data
from ..store import Record
from ..words import hours, month
from .hours import Ledger
from .months import last_of
from .settled import settled_month, settled_through
from .statement import Statement


def why_not(ledger: Ledger, mentor: Record, made: Statement, today: date, *, over_cap: bool) -> str | None:
    """Why the month of the statement cannot be closed; None when it can."""
    if made.row is not None:
        return "this month is closed already"
    if settled_month(mentor.data, made.month):
        return "the hours of this time are settled already; what came late stands in a later statement"
    if settled_through(mentor.data)[:7] == made.month:
        return "`paid_through` lies inside this month; months are settled whole, so write the last day of a month there"
    if last_of(made.month) >= today:
        return "the month is not over yet"
    if made.empty:
        return "nothing is recorded for this month"
    earlier = [month for month in ledger.open_months(mentor) if month < made.month]
    if earlier:
        return f"close {month(earlier[0])} first: months are closed in order"
    if made.over and not over_cap:
        above = hours(float(sum(made.over.values())))
        return f"{above} above the {made.cap} agreed for a month; if the program pays them, say so with --over-cap"
    return None


def close_puts(mentor: Data, made: Statement, today: date, by: str) -> list[Put]:
    """The row of the statement, as it is closed, and the last day whose hours are settled with it."""
    row: dict[str, Any] = {"month": made.month, "hours": _plain(float(made.total))}
    if made.basis == "flat":
        row["cases"] = len(made.flats)
    row["basis"] = made.basis
    if made.rate_code:
        row["rate_code"] = made.rate_code
    if made.basis == "hourly":
        row["cap"] = made.cap
    row |= {"closed_on": today.isoformat(), "by": by}
    rows = mentor["pay"].get("statements")
    put = Put(("pay", "statements"), [row]) if rows is None else Put(("pay", "statements", len(rows)), row)
    return [Put(("pay", "paid_through"), last_of(made.month).isoformat()), put]


def paid_puts(mentor: Data, month: str, day: date) -> list[Put]:
    """The day on which a closed month was paid."""
    rows = mentor["pay"].get("statements", ())
    index = next(place for place, row in enumerate(rows) if row["month"] == month)
    return [Put(("pay", "statements", index, "paid_on"), day.isoformat())]


def _plain(hours: float) -> float:
    """Whole hours as people write them."""
    return int(hours) if hours == int(hours) else hours
