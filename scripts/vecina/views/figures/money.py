"""The hours that are paid by the hour, what they cost, and the budget for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from math import fsum
from typing import Any

from ...book import Book
from ...pay import next_month
from .forecast import DEFINITION, SETTLED, Pace, ahead, pace
from .hours import worked
from .span import Span, months_to

COUNTED = (
    "Counted are the hours of mentors who are paid by the hour. Unpaid hours cost nothing; a flat sum for a case is not in these "
    "records and so not in these numbers. What each mentor is really paid is kept outside."
)
COST = "Cost: those hours at the rate the program plans with, {currency} {rate} an hour. It is nobody's pay."
NO_RATE = "There is no planning rate in the settings, so no cost is shown."
SHARE = (
    "A month's share: the hours of the budget, divided evenly among its months. A month that it covers in part counts in part."
)


@dataclass(frozen=True, slots=True)
class MonthCost:
    """One month: paid hours, its share of the budget in hours and the cost. None where there is no budget or no rate."""

    span: Span
    hours: float
    share: float | None
    cost: Decimal | None


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """One budget: its money and hours, what is used by the day, and how much of its time is over. None is not known.

    `settled_hours` are those of the used ones in closed statements, `ahead` the hours that the open cases will still need.
    """

    span: Span
    amount: Decimal
    hours: Decimal | None
    used_hours: Decimal
    cost: Decimal | None
    over: int
    settled_hours: Decimal
    ahead: Decimal | None
    ahead_cost: Decimal | None

    @property
    def open_hours(self) -> Decimal:
        """The hours used that are in no closed statement yet."""
        return self.used_hours - self.settled_hours

    @property
    def expected_hours(self) -> Decimal | None:
        """The hours used and those still needed; None once the time is over."""
        return None if self.ahead is None else self.used_hours + self.ahead

    @property
    def expected_cost(self) -> Decimal | None:
        """What both cost."""
        return None if self.cost is None or self.ahead_cost is None else self.cost + self.ahead_cost

    @property
    def expected_left(self) -> Decimal | None:
        """The money left at the end; less than nothing where it will not do."""
        return None if self.expected_cost is None else self.amount - self.expected_cost

    @property
    def used(self) -> int | None:
        """Percent of the money used, or of the hours where there is no rate."""
        if self.cost is not None:
            return round(100 * self.cost / self.amount)
        return round(100 * self.used_hours / self.hours) if self.hours else None

    @property
    def left(self) -> Decimal | None:
        """The money left; less than nothing where more is used."""
        return None if self.cost is None else self.amount - self.cost


@dataclass(frozen=True, slots=True)
class Budget:
    """The last 12 months, and the budgets of the settings, oldest first."""

    currency: str
    rate: Decimal | None
    months: tuple[MonthCost, ...]
    periods: tuple[PeriodRow, ...]
    definition: tuple[str, ...]
    pace: Pace
    forecast: tuple[str, ...] = (DEFINITION, SETTLED)

    @property
    def expected(self) -> tuple[PeriodRow, ...]:
        """The budgets whose time is not over."""
        return tuple(row for row in self.periods if row.ahead is not None)


def budget(book: Book, day: date) -> Budget:
    """The hours paid by the hour that are recorded by the day, against the budgets of the settings."""
    pay = book.program.get("pay", {})
    rate, currency = exact(pay.get("planning_rate")), pay.get("currency", "")
    times = [time for time in worked(book, day) if time.whose == "hourly"]
    spent, settled = ([(time.day, time.hours) for time in times if every or time.settled] for every in (True, False))
    speed = pace(book, day)
    rows = [
        _period(row, rate, spent, settled, partial(_ahead, book, speed, day), day)
        for row in pay.get("budget", ())
        if row["from"] <= row["to"]
    ]
    rows.sort(key=lambda row: row.span.first)
    shares, cost = _shares(rows), NO_RATE if rate is None else COST.format(currency=currency, rate=rate)
    months = tuple(_month(span, rate, spent, shares) for span in months_to(day))
    return Budget(currency, rate, months, tuple(rows), (COUNTED, cost, SHARE), speed)


def exact(number: float | None) -> Decimal | None:
    """A number of the settings as it is written there."""
    return None if number is None else Decimal(str(number))


def _hours(spent: Iterable[tuple[str, float]], span: Span) -> float:
    first, last = span.written
    return fsum(time for day, time in spent if first <= day <= last)


def _month(span: Span, rate: Decimal | None, spent: list[tuple[str, float]], shares: Mapping[str, float]) -> MonthCost:
    hours, share = _hours(spent, span), shares.get(span.first.isoformat()[:7])
    cost = None if rate is None else rate * Decimal(str(hours))
    return MonthCost(span, hours, share, cost)


def _ahead(book: Book, speed: Pace, day: date, span: Span) -> Decimal | None:
    """The hours that open cases will still need in the days, to a hundredth."""
    exact = ahead(book, speed, span, day)
    return None if exact is None else round(Decimal(exact.numerator) / Decimal(exact.denominator), 2)


def _period(
    row: Mapping[str, Any], rate: Decimal | None, spent: list[tuple[str, float]], settled: list[tuple[str, float]],
    ahead_in: Callable[[Span], Decimal | None], day: date,
) -> PeriodRow:  # fmt: skip
    span = Span(date.fromisoformat(row["from"]), date.fromisoformat(row["to"]))
    amount, hours = Decimal(str(row["amount"])), exact(row.get("hours"))
    if hours is None and rate is not None:
        hours = round(amount / rate, 2)
    used = Decimal(str(_hours(spent, span)))
    gone = min(max((day - span.first).days + 1, 0), span.days)
    cost, more = None if rate is None else used * rate, ahead_in(span)
    ahead_cost = None if rate is None or more is None else more * rate
    paid = Decimal(str(_hours(settled, span)))
    return PeriodRow(span, amount, hours, used, cost, round(100 * gone / span.days), paid, more, ahead_cost)


def _shares(rows: Iterable[PeriodRow]) -> dict[str, float]:
    """The hours of the budgets that fall to each month, `2026-11`, by how much of the month they cover."""
    shares: defaultdict[str, float] = defaultdict(float)
    for row in rows:
        covered = _covered(row.span)
        for month, part in covered.items() if row.hours is not None else ():
            shares[month] += float(row.hours or 0) * part / fsum(covered.values())
    return {month: round(hours, 2) for month, hours in shares.items()}


def _covered(span: Span) -> dict[str, float]:
    """How much of each month lies in the days, from 0 to 1."""
    covered: dict[str, float] = {}
    first = span.first
    while first <= span.last:
        following = next_month(first)
        last = min(span.last, following - timedelta(days=1))
        covered[first.isoformat()[:7]] = ((last - first).days + 1) / (following - first.replace(day=1)).days
        first = following
    return covered
