"""Mentors' statements for a terminal, for programs and for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from ..pay import Statement
from ..schema import labels_at
from ..views.statement import ACTIVITY, StatementView
from ..words import day, hours, month, number, plural
from .columns import table
from .escape import as_csv, as_json as escaped_json
from .money import money

HALF_UP = "Each line is rounded to whole cents, half a cent upward."
OUTSIDE = "The amount behind the rate code is kept outside these records; name the file with --rates to see it."


def as_table(views: Sequence[StatementView], written: str) -> Iterator[str]:
    """All mentors of a month in one row each."""
    yield f"Statements of {month(written)}"
    yield ""
    rows = [_row(view) for view in views]
    yield from table(("Mentor", "Name", "Paid", "Hours", "Agreed", "Cases", "Amount", "State"), rows, right=(3, 4, 5, 6))
    yield ""
    total = sum(float(view.made.total) for view in views)
    yield f"{plural(len(views), 'mentor')}, {hours(total)}."
    if any(view.made.amount is None for view in views):
        yield OUTSIDE


def _row(view: StatementView) -> tuple[str, ...]:
    made = view.made
    above = "" if not made.over else f" (+{number(float(sum(made.over.values())))})"
    agreed = f"{made.cap}{above}" if made.basis == "hourly" else ""
    amount = "" if made.amount is None else money(made.amount, view.currency)
    return made.mentor, view.name, view.basis, number(float(made.total)), agreed, str(len(made.cases)), amount, state(made)


def state(made: Statement) -> str:
    """`open`, `closed Thu 5 Nov 2026`, `paid Mon 9 Nov 2026`."""
    if made.row is None:
        return "open"
    if "paid_on" in made.row:
        return f"paid {day(date.fromisoformat(made.row['paid_on']))}"
    return f"closed {day(date.fromisoformat(made.row['closed_on']))}"


def as_text(view: StatementView) -> Iterator[str]:
    """One statement: its rows, what is late or above the agreed hours, and what is paid."""
    made, names = view.made, labels_at("case", ACTIVITY)
    code = f", rate code {made.rate_code}" if made.rate_code and made.basis != "volunteer" else ""
    yield f"Statement of {month(made.month)} for {view.name}, {made.mentor}: {state(made)}"
    yield f"{view.basis}{code}"
    yield ""
    rows = [
        (
            row.case,
            day(date.fromisoformat(row.day)),
            names[row.activity],
            number(float(row.hours)),
            "came late" if row.late else "",
        )
        for row in made.hours
    ]
    if rows:
        yield from table(("Case", "Day", "Activity", "Hours", ""), rows, right=(3,))
        yield ""
    yield f"All hours: {number(float(made.total))}"
    if made.gone:
        yield f"{hours(float(made.gone))} more were in this statement, of cases whose records have been deleted since."
    for one in made.flats:
        yield f"Flat sum: {one.case}, {view.flat_when} on {day(date.fromisoformat(one.day))}"
    if made.late:
        yield f"{hours(float(made.late))} came after the month of the work had been closed: paid in this statement."
    for worked_in, over in made.over.items():
        yield f"{hours(float(over))} of {month(worked_in)} above the {made.cap} agreed for a month."
    yield from pay_lines(view)


def pay_lines(view: StatementView) -> Iterator[str]:
    """What is paid, or why no amount is shown."""
    made = view.made
    unit = "flat sum" if made.basis == "flat" else "hour"
    if made.basis == "volunteer":
        yield "Unpaid: the hours are listed, and nothing is paid."
    elif made.unpaid:
        yield "No flat sum falls into this month; the hours are listed."
    elif made.pay is None:
        yield OUTSIDE
    else:
        for line in made.pay:
            first = day(date.fromisoformat(line.rate.first))
            count = plural(int(line.units), unit) if unit == "flat sum" else hours(float(line.units))
            rate = f"rate {line.rate.code} from {first}, {money(line.rate.amount, view.currency)}"
            yield f"{count} at {rate}: {money(line.amount, view.currency)}"
        if made.amount is not None:
            yield f"To be paid: {money(made.amount, view.currency)}. {HALF_UP}"


def as_json(views: Sequence[StatementView], *, one: bool) -> str:
    """One object, or a list of them; hours as numbers, amounts as text with cents."""
    rows = [_object(view) for view in views]
    return escaped_json(rows[0] if one else rows)


def _object(view: StatementView) -> dict[str, Any]:
    made, row = view.made, view.made.row or {}
    return {
        "mentor": made.mentor, "name": view.name, "month": made.month, "basis": made.basis, "rate_code": made.rate_code,
        "hours": float(made.total), "late_hours": float(made.late), "agreed_hours": made.cap,
        "over": {worked_in: float(over) for worked_in, over in made.over.items()},
        "rows": [
            {"case": one.case, "day": one.day, "activity": one.activity, "hours": float(one.hours), "late": one.late}
            for one in made.hours
        ],
        "flat_sums": [{"case": one.case, "day": one.day} for one in made.flats],
        "currency": view.currency,
        "pay": None if made.pay is None else [
            {"code": line.rate.code, "from": line.rate.first, "rate": f"{line.rate.amount:.2f}", "units": float(line.units),
             "amount": f"{line.amount:.2f}"}
            for line in made.pay
        ],
        "amount": None if made.amount is None else f"{made.amount:.2f}",
        "closed_on": row.get("closed_on"), "closed_by": row.get("by"), "paid_on": row.get("paid_on"),
    }  # fmt: skip


COLUMNS = ("kind", "month", "mentor", "case", "day", "activity", "hours", "came_late", "rate_code", "rate", "amount", "currency")


def as_rows(views: Sequence[StatementView]) -> str:
    """CSV: a row for each row of hours and each flat sum, and one for each rate with its amount."""
    rows: list[Sequence[object]] = [COLUMNS]
    for view in views:
        made, code, head = view.made, view.made.rate_code, (view.made.month, view.made.mentor)
        rows += [
            ("hours", *head, row.case, row.day, row.activity, float(row.hours), "yes" if row.late else "", code, "", "", "")
            for row in made.hours
        ]
        rows += [("flat", *head, flat.case, flat.day, "", "", "", code, "", "", "") for flat in made.flats]
        for line in made.pay or ():
            pay = f"{line.rate.amount:.2f}", f"{line.amount:.2f}", view.currency
            units = float(line.units) if made.basis == "hourly" else ""
            rows.append(("pay", *head, "", line.rate.first, "", units, "", line.rate.code, *pay))
    return as_csv(rows)
