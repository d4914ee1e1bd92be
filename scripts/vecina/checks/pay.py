"""Pay that can be trusted: rates where they belong, and statements that stay what they were."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ..book import Book
from ..facts import Data, last_deletion
from ..finding import Path
from ..pay import Ledger, first_of, last_of, wrong_rates
from .base import Spot, check


@check("V611")
def rates_where_they_belong(book: Book) -> Iterator[Spot]:
    """Rates that cannot stand here.

    A program decides once whether the amounts behind the rate codes stand in these records. Where it says that they are
    kept outside, none may stand here: everybody who can read the records could read what each mentor is paid. And where
    they are kept here, each code has one amount from a day on, in whole cents.

    Mend: take the rates out and keep them in a file of their own, which `vecina statement --rates FILE` reads. Git still
    has them in its history, so say so to whoever keeps the repository. Or write `rates_kept: here` if that is meant.
    """
    for program in book.kinds["program"].values():
        pay = program.data["pay"]
        if "rates" in pay and pay.get("rates_kept") != "here":
            hint = "keep them in a file outside, and tell whoever keeps the repository"
            yield Spot(program, ("pay", "rates"), "the settings say that rates are kept outside", hint)
        for index, (field, message) in wrong_rates(pay.get("rates", ())):
            yield Spot(program, ("pay", "rates", index, field), message)


@check("V612")
def closed_months_stay(book: Book) -> Iterator[Spot]:
    """The hours of a closed month are not those of its statement.

    A closed month was sent and paid as it was. Its hours in the cases must add up to those of the statement, and so must
    its flat sums. Hours that come late keep their day and are paid in a later statement: `paid_in` says in which.

    Mend: find the row that was changed, added or taken away: `vecina statement` shows the rows of the month. Put it back,
    or write `paid_in` into a row that came late. A step of the history that brings a flat sum has the day on which it is
    written down, once the month is closed. Was a row wrong, and is it corrected with its reason? Then correct the sum in
    the mentor's statement too, and tell the mentor. Where cases were deleted since, because their time was over or
    somebody asked for it, a month may have less.
    """
    if any(kind == "case" for kind, _ in book.broken):
        return  # hours may be missing with them; that is the finding
    ledger, deleted = Ledger(book), last_deletion(book.program)
    for mentor in book.mentors.values():
        statements = mentor.data["pay"].get("statements", ())
        if not statements:
            continue  # in a program that closes no month, nobody's hours are added up here
        rows, flats = ledger.hours.get(mentor.id, ()), ledger.flats.get(mentor.id, ())
        for index, row in enumerate(statements):
            place: Path = ("pay", "statements", index)
            worked = sum((one.hours for one in rows if one.month == row["month"]), Decimal(0))
            left, less = Decimal(str(row["hours"])) - worked, row["closed_on"] <= deleted
            if left and not (left > 0 and less):
                yield Spot(mentor, (*place, "hours"), "the hours of this month are no longer those of its statement", _ROWS)
            missing = row.get("cases", 0) - sum(1 for flat in flats if flat.month == row["month"])
            if "cases" in row and missing and not (missing > 0 and less):
                yield Spot(mentor, (*place, "cases"), "the flat sums of this month are no longer those of its statement", _STEPS)


_ROWS = "put the changed row back, or give one that came late its `paid_in`"
_STEPS = "give the step that came late the day on which it was written down"


@check("V613")
def statements_in_order(book: Book) -> Iterator[Spot]:
    """Statements out of order.

    Months are closed in order, each once and after its end, and paid after they were closed. The last day whose hours
    have been paid, `paid_through`, is the last day of the last closed month.

    Mend: correct the row. `vecina statement --close` and `--paid` write them right.
    """
    for mentor in book.mentors.values():
        pay, last = mentor.data["pay"], ""
        for index, row in enumerate(pay.get("statements", ())):
            for field, message in _wrong(row, last):
                yield Spot(mentor, ("pay", "statements", index, field), message)
            last = max(last, row["month"])
        if last and pay.get("paid_through") != last_of(last).isoformat():
            message = "with statements, this is the last day of the last closed month"
            yield Spot(mentor, ("pay", "paid_through") if "paid_through" in pay else ("pay",), message)


def _wrong(row: Data, last: str) -> Iterator[tuple[str, str]]:
    if row["month"] <= last:
        yield "month", "statements stand in the order of their months, each month once"
    if row["closed_on"] <= last_of(row["month"]).isoformat():
        yield "closed_on", "a month is closed after its last day"
    if row.get("paid_on", row["closed_on"]) < row["closed_on"]:
        yield "paid_on", "a statement is paid on the day it was closed or after"


@check("V614")
def late_hours_are_late(book: Book) -> Iterator[Spot]:
    """Hours that are paid in no later statement.

    Only hours of a mentor that came after their month was closed say in which month they are paid, and that month comes
    after the one of the work.

    Mend: correct the month, or delete `paid_in`.
    """
    for case in book.cases.values():
        for index, row in enumerate(case.data.get("hours", ())):
            if "paid_in" not in row:
                continue
            path: Path = ("hours", index, "paid_in")
            if row["who"] != "mentor":
                yield Spot(case, path, "only a mentor's hours are paid", "delete this line")
            elif first_of(row["paid_in"]).isoformat() <= row["date"]:
                yield Spot(case, path, "hours that came late are paid in a month after that of the work", "else delete this line")
