"""Hours by activity, what they are worth, and what the paid ones cost against the budget."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from ...schema import labels_at
from ...words import day
from ..figures.hours import WHOSE, Worked, worked
from ..figures.money import COST, COUNTED, NO_RATE, budget, exact
from .draft import DraftCell, Part, Telling
from .people import helped
from .shape import Cell, Frame, Mark

HOURS = "Hours as recorded in the cases, by the day of the work."
BASIS = "By the hour, by a flat sum or unpaid: as the mentor’s record says now."
PER_CASE = "Per case: the hours divided by the cases that had a mentor in the period."
NO_VALUE = "The program has set no value for an hour of a pro bono attorney, so none is shown."
LEFT = "Cost so far: from the first day of the budget to the end of the period. Left: the amount without that."


def _in_period(frame: Frame) -> list[Worked]:
    return [time for time in worked(frame.book, frame.span.last) if frame.span.holds(time.day)]


def hours(frame: Frame, *, by_basis: bool) -> Part:
    """Hours by activity: of mentors, by how they are paid if asked, and of attorneys."""
    sums = defaultdict[tuple[str, str], float](float)
    for time in _in_period(frame):
        who = "attorney" if time.whose == "attorney" else "mentor"
        for activity in (time.activity, ""):
            for column in {time.whose, who}:
                sums[activity, column] += time.hours
    shown = (*WHOSE[:3], "mentor", "attorney") if by_basis else ("mentor", "attorney")
    mentors = {"mentor": _HEADS["mentor"] if by_basis else "Mentors"}
    names = {**labels_at("case", ("hours", 0, "activity")), "": "All"}
    rows: tuple[tuple[DraftCell, ...], ...] = tuple(
        (name, *(sums[code, column] for column in shown))
        for code, name in names.items()
        if not code or sums[code, "mentor"] or sums[code, "attorney"]
    )
    heads = ("Activity", *({**_HEADS, **mentors}[column] for column in shown))
    return Part("Hours", heads, rows, (HOURS, BASIS) if by_basis else (HOURS,))


_HEADS = {
    "hourly": "Mentors, by the hour", "flat": "Mentors, flat sum", "volunteer": "Mentors, unpaid", "mentor": "Mentors, all",
    "attorney": "Attorneys",
}  # fmt: skip


def value(frame: Frame) -> Part:
    """Hours for each case, and the value of the attorneys' time where the program has set one."""
    found, cases = _in_period(frame), len(helped(frame))
    attorneys = sum(time.hours for time in found if time.whose == "attorney")
    mentors = sum(time.hours for time in found) - attorneys
    per_case: list[Cell] = [round(hours / cases, 1) if cases else Mark.NONE for hours in (mentors, attorneys)]
    rows: list[tuple[DraftCell, ...]] = [
        ("Mentors’ hours for each case", Telling(per_case[0], ("helped",))),
        ("Attorneys’ hours for each case", Telling(per_case[1], ("helped",))),
        ("Attorneys’ pro bono hours", float(attorneys)),
    ]
    hour = frame.book.program.get("pro_bono_hour")
    if not hour:
        return Part("Value of pro bono time", ("", "Value"), tuple(rows), (PER_CASE, NO_VALUE))
    amount, currency = exact(hour["amount"]) or Decimal(), frame.book.program.get("pay", {}).get("currency", "")
    rows.append((f"Value of an hour ({currency})", amount))
    rows.append((f"Value of the attorneys’ hours ({currency})", amount * Decimal(str(attorneys))))
    source = f"The value of an hour: {hour['source']}. It is the same for every attorney and every kind of work."
    return Part("Value of pro bono time", ("", "Value"), tuple(rows), (PER_CASE, source))


def cost(frame: Frame) -> Part:
    """The paid hours of the period at the planning rate, and each budget that the period touches."""
    found, span = budget(frame.book, frame.span.last), frame.span
    paid = Decimal(str(sum(time.hours for time in _in_period(frame) if time.whose == "hourly")))
    rows: list[tuple[DraftCell, ...]] = [("In the period", float(paid), _known(found.rate and paid * found.rate), "", "")]
    for row in found.periods:
        if row.span.first <= span.last and row.span.last >= span.first:
            name = f"Budget {day(row.span.first)} to {day(row.span.last)}, so far"
            rows.append((name, float(row.used_hours), _known(row.cost), row.amount, _known(row.left)))
    said = NO_RATE if found.rate is None else COST.format(currency=found.currency, rate=found.rate)
    unit = f" ({found.currency})" if found.currency else ""
    columns = ("", "Paid hours", f"Planned cost{unit}", f"Budget{unit}", f"Left{unit}")
    return Part("Planned cost and budget", columns, tuple(rows), (COUNTED, said, LEFT))


def _known(amount: Decimal | None) -> Cell:
    return Mark.NONE if amount is None else amount
