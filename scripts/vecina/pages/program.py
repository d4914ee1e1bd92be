"""The page of the program's numbers: its charts, and how its amounts and shares are written."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Any

from markupsafe import Markup, escape

from ..views.figures.kept import Share
from ..views.figures.span import Span
from ..views.program import Program
from ..words import amount, number
from .charts import Series, ShareRow, columns, shares

NONE = "–"  # in place of a number that nobody can know


def program_page_values(view: Program) -> dict[str, Any]:
    """What the page's template needs beside `as_of`: the view and its charts."""
    charts = {
        "months": _months(view),
        "open": _open(view),
        "waits": _waits(view),
        "kept": _kept(view),
        "hours": _hours(view),
        "budget": _budget(view),
        "used": _used(view),
    }
    return {"view": view, "charts": charts}


def money(known: Decimal | None) -> str:
    """`1,200`, `82.50`; a dash where it is not known."""
    return NONE if known is None else amount(known)


def of(share: Share) -> str:
    """`9 of 10`, or `none due`."""
    return f"{share.kept} of {share.of}" if share.of else "none due"


def percent(share: int | None) -> str:
    """`90%`; a dash where it is a share of nothing."""
    return NONE if share is None else f"{share}%"


def plain(value: float | Decimal | Fraction | None) -> str:
    """`3`, `1.25`: no empty decimals; a dash where it is not known."""
    return NONE if value is None else number(float(value))


def terms(definition: str) -> Markup:
    """A definition with what it defines in bold: `Opened: a mentor was asked for.`"""
    return Markup("").join(
        Markup("<strong>{}</strong>").format(part) if place % 2 else escape(part)
        for place, part in enumerate(_TERM.split(definition))
    )


_TERM = re.compile(r"(?:(?<=^)|(?<=[.] ))([A-Z][^.:]{2,40})(?=: )")
FILTERS = {"plain": plain, "money": money, "of": of, "percent": percent, "terms": terms}


def _labels(spans: list[Span]) -> list[str]:
    """`Jan` with its year below; the year only at the first month and at each January."""
    words = [span.month.split(" ") for span in spans]
    return [f"{month}\n{year}" if place == 0 or month == "Jan" else month for place, (month, year) in enumerate(words)]


def _months(view: Program) -> Markup:
    rows = view.counts.months
    series = (
        Series("Opened", tuple(row.opened for row in rows)),
        Series("Matched", tuple(row.matched for row in rows)),
        Series("Closed", tuple(row.closed for row in rows)),
    )
    return columns("chart-months", "Cases opened, matched and closed in each month", _labels([row.span for row in rows]), series)


def _open(view: Program) -> Markup:
    rows = view.counts.months
    series = [Series("With a mentor at month’s end", tuple(row.with_mentor for row in rows))]
    return columns("chart-open", "Cases with a mentor at the end of each month", _labels([row.span for row in rows]), series)


def _waits(view: Program) -> Markup:
    rows = view.waits.bins
    series = (
        Series("Matched in the last 12 months", tuple(row.matched for row in rows)),
        Series("Waiting now", tuple(row.waiting for row in rows)),
    )
    return columns("chart-waits", "How long cases waited for a mentor", [row.name for row in rows], series)


def _kept(view: Program) -> Markup:
    rows = [
        ShareRow(row.name, tuple((one.percent, f"{percent(one.percent)}, {of(one)}") for one in (row.recent, row.year)))
        for row in view.kept.rows
    ]
    return shares("chart-kept", "What was kept in time", ("Last 90 days", "Last 12 months"), rows)


def _hours(view: Program) -> Markup:
    rows = view.hours.months
    series = (
        Series("Mentors", tuple(row.mentor for row in rows)),
        Series("Attorneys", tuple(row.attorney for row in rows)),
    )
    return columns("chart-hours", "Hours of mentors and attorneys in each month", _labels([row.span for row in rows]), series)


def _budget(view: Program) -> Markup:
    rows = view.budget.months
    paid = [Series("Hours paid by the hour", tuple(row.hours for row in rows))]
    planned = sorted({row.share for row in rows if row.share is not None})
    always = f" ({number(planned[0])})" if len(planned) == 1 else ""
    marks = Series(f"The month’s share of the budget{always}", tuple(row.share for row in rows)) if planned else None
    title = "Hours paid by the hour in each month, against the budget"
    return columns("chart-budget", title, _labels([row.span for row in rows]), paid, marks)


def _used(view: Program) -> Markup:
    rows = [
        ShareRow(row.span.words, ((row.used, percent(row.used)), (row.over, percent(row.over)))) for row in view.budget.periods
    ]
    return shares("chart-used", "How much of each budget is used, and how much of its time is over", ("Used", "Time over"), rows)
