"""Months as records write them, `2026-10`, and their days."""

from __future__ import annotations

from datetime import date, timedelta


def next_month(day: date) -> date:
    """The first day of the month after that of the day."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)


def month_of(day: date) -> str:
    """The month of a day: `2026-10`."""
    return day.isoformat()[:7]


def first_of(month: str) -> date:
    """The first day of a month."""
    return date.fromisoformat(f"{month}-01")


def last_of(month: str) -> date:
    """The last day of a month."""
    return next_month(first_of(month)) - timedelta(days=1)


def following(month: str) -> str:
    """The month after a month."""
    return month_of(next_month(first_of(month)))


def before(month: str) -> str:
    """The month before a month."""
    return month_of(first_of(month) - timedelta(days=1))
