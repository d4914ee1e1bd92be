"""Hours of an attorney, mentor or case, for a terminal, for programs and for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..views.hours_of import HoursOf
from ..words import day, hours, month, number
from .columns import table
from .escape import as_csv, as_json as escaped_json
from .money import money

WHO = {"attorney": "Attorney", "mentor": "Mentor"}


def as_text(view: HoursOf) -> Iterator[str]:
    """A row for each month, case and activity, then the sum."""
    name = f"{view.name}, {view.id}" if view.name != view.id else view.id
    yield f"Hours of {name}, {day(view.first)} to {day(view.last)}"
    yield ""
    if not view.rows:
        yield "No hours are recorded for these days."
        return
    rows = [(month(row.month), row.case, WHO[row.who], row.activity, number(float(row.hours))) for row in view.rows]
    yield from table(("Month", "Case", "Whose", "Activity", "Hours"), rows, right=(4,))
    yield ""
    yield f"All: {hours(float(view.total))}"
    if view.value is not None and view.rate is not None:
        yield f"Value: {money(view.value, view.currency)}, at {money(view.rate, view.currency)} an hour ({view.source})"


def as_json(view: HoursOf) -> str:
    """One object; hours as numbers, amounts as text with cents."""
    rows = [
        {"month": row.month, "case": row.case, "who": row.who, "activity": row.activity, "hours": float(row.hours)}
        for row in view.rows
    ]
    made = {"id": view.id, "from": view.first.isoformat(), "to": view.last.isoformat(), "hours": float(view.total), "rows": rows}
    value = None if view.value is None else f"{view.value:.2f}"
    return escaped_json(made | {"currency": view.currency, "value": value, "source": view.source or None})


def as_rows(view: HoursOf) -> str:
    """CSV: a row for each month, case and activity."""
    heads: Sequence[object] = ("id", "month", "case", "who", "activity", "hours")
    rows = [(view.id, row.month, row.case, row.who, row.activity, float(row.hours)) for row in view.rows]
    return as_csv([heads, *rows])


def title(view: HoursOf) -> str:
    """What the document is called."""
    what = "Pro bono hours" if view.kind == "attorney" else "Hours"
    return f"{what}, {view.name}, {day(view.first)} to {day(view.last)}"
