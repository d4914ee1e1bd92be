"""What was paid stays what it was, also where the amounts stand in the settings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ..checks.base import Spot, check
from ..words import day
from .base import Sides, left_over


@check("V832")
def rates_of_closed_months_stay(sides: Sides) -> Iterator[Spot]:
    """A rate of a month that is closed was changed.

    Statements were paid by it, and would come out otherwise now. A new rate gets its own first day, after the last day that
    any mentor has been paid for.

    Mend: put the old rate back, and write the new one as a row of its own with its first day. What was paid too little is
    agreed with the mentor and paid outside of the statements.
    """
    settled = max((str(row.data["pay"].get("paid_through", "")) for row in sides.before.mentors.values()), default="")
    if not settled:
        return
    first = day(date.fromisoformat(settled) + timedelta(days=1))
    for name, after in sides.after.kinds["program"].items():
        before = sides.before.kinds["program"].get(name)
        if before is None:
            continue
        old, new = before.data["pay"].get("rates", []), after.data["pay"].get("rates", [])
        message = f"a rate is for days from {first} on; earlier ones have been paid"
        for index, row in left_over(new, old):
            if row["from"] <= settled:
                yield Spot(after, ("pay", "rates", index), message)
        gone = [row for _, row in left_over(old, new) if row["from"] <= settled]
        replaced = {(row["code"], row["from"]) for row in new}
        if any((row["code"], row["from"]) not in replaced for row in gone):
            yield Spot(
                after, ("pay", "rates") if new else ("pay",), "a rate of the past stays; earlier days have been paid by it"
            )
