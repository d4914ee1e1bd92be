"""A budget that can be added up."""

from __future__ import annotations

from collections.abc import Iterator

from ..book import Book
from ..finding import Path
from .base import Spot, check


@check("V609")
def budget_in_order(book: Book) -> Iterator[Spot]:
    """A budget that cannot be added up.

    Each period of the budget ends on or after its first day, no day is in two periods, and money has whole cents.

    Mend: correct the date or the amount. Two periods that belong together become one.
    """
    for program in book.kinds["program"].values():
        pay = program.data["pay"]
        rows = pay.get("budget", ())
        amounts: list[tuple[float, Path]] = [(pay.get("planning_rate", 0), ("pay", "planning_rate"))]
        amounts += [(row["amount"], ("pay", "budget", index, "amount")) for index, row in enumerate(rows)]
        for amount, path in amounts:
            if round(amount, 2) != amount:
                yield Spot(program, path, "an amount of money has at most two decimals")
        for index, row in enumerate(rows):
            if row["to"] < row["from"]:
                yield Spot(program, ("pay", "budget", index, "to"), "the last day of the period cannot be before the first")
            elif any(other["from"] <= row["to"] and row["from"] <= other["to"] for other in rows[:index]):
                begins: Path = ("pay", "budget", index, "from")
                yield Spot(program, begins, "this period shares days with one above it", "a day belongs to one period")
