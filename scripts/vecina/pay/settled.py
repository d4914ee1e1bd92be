"""What has been settled: the time whose hours stand in closed statements, or were paid before there were any."""

from __future__ import annotations

from datetime import date

from ..facts import Data
from .months import before, following, last_of, month_of


def statement_month(row: Data) -> str:
    """The month in whose statement a row of hours stands: that of its day, unless it came late."""
    return str(row.get("paid_in", row["date"][:7]))


def settled_through(mentor: Data) -> str:
    """The last day whose hours are settled, as it is written; empty when none are."""
    pay = mentor["pay"]
    closed = [last_of(row["month"]).isoformat() for row in pay.get("statements", ())]
    return str(max([pay.get("paid_through", ""), *closed]))


def settled_month(mentor: Data, month: str) -> bool:
    """Whether the statement of a month can hold nothing new: the month is closed, or a later one is."""
    return last_of(month).isoformat() <= settled_through(mentor)


def is_settled(mentor: Data, row: Data) -> bool:
    """Whether a row of hours stands in a closed statement or in time that has been paid."""
    if "paid_in" in row:
        return settled_month(mentor, statement_month(row))
    return bool(row["date"] <= settled_through(mentor))


def late_in(mentor: Data, day: date, today: date) -> str | None:
    """The month in whose statement hours of a day are paid, when they come too late for their own; None when they do not."""
    if day.isoformat() > settled_through(mentor):
        return None
    first = following(settled_through(mentor)[:7])
    return max(first, before(month_of(today)))
