"""The statement of one mentor and month: what was worked, what came late, what is over the agreed hours, what it comes to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from ..facts import Data
from ..store import Record
from .hours import Flat, Ledger, Worked
from .rates import Rate, rate_on

_CENT = Decimal("0.01")
NOTHING = Decimal(0)


class PayLine(NamedTuple):
    """What is paid at one rate: hours or flat sums, and the amount in cents, half a cent rounded up."""

    rate: Rate
    units: Decimal
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Statement:
    """A mentor's month. `hours` are by case and day, those that came late among them.

    `cap` are the agreed hours a month, `over` those above it by the month of the work. `pay` has a line for each rate, or is
    None where the amounts are not known. `row` is the mentor's own row once the month is closed.
    """

    mentor: str
    month: str
    basis: str
    rate_code: str | None
    hours: tuple[Worked, ...]
    flats: tuple[Flat, ...]
    cap: int
    over: Mapping[str, Decimal]
    pay: tuple[PayLine, ...] | None
    row: Data | None

    @property
    def total(self) -> Decimal:
        """All hours of the statement."""
        return sum((row.hours for row in self.hours), NOTHING)

    @property
    def late(self) -> Decimal:
        """Those of them that came after the month of their day had been closed."""
        return sum((row.hours for row in self.hours if row.late), NOTHING)

    @property
    def gone(self) -> Decimal:
        """Hours of a closed month that no record has any more: their cases were deleted since."""
        return max(NOTHING, Decimal(str(self.row["hours"])) - self.total) if self.row else NOTHING

    @property
    def amount(self) -> Decimal | None:
        """What is to be paid; None where the amounts are not known."""
        return None if self.pay is None else sum((line.amount for line in self.pay), NOTHING)

    @property
    def differs(self) -> bool:
        """Whether it is closed and was of other hours than are in the records now: one of them is broken, or was deleted."""
        return self.row is not None and Decimal(str(self.row["hours"])) != self.total

    @property
    def unpaid(self) -> bool:
        """Whether nothing is to be paid: a volunteer's hours, or no flat sum."""
        return self.basis == "volunteer" or (self.basis == "flat" and not self.flats)

    @property
    def cases(self) -> tuple[str, ...]:
        """The cases that it names, in order."""
        return tuple(sorted({row.case for row in self.hours} | {flat.case for flat in self.flats}))

    @property
    def empty(self) -> bool:
        """Whether there is nothing in it."""
        return not self.hours and not self.flats


def statement(ledger: Ledger, mentor: Record, month: str, rates: Sequence[Rate] | None) -> Statement:
    """The statement of a mentor's month, `2026-10`. A closed one has the basis, rate code and agreed hours of its closing."""
    pay, every = mentor.data["pay"], ledger.hours.get(mentor.id, ())
    row = next((row for row in pay.get("statements", ()) if row["month"] == month), None)
    basis = (row or {}).get("basis", pay["basis"])
    code = (row or pay).get("rate_code", pay.get("rate_code"))
    cap = int((row or {}).get("cap", ledger.book.hours_places(mentor)))
    hours = tuple(one for one in every if one.month == month)
    flats = tuple(flat for flat in ledger.flats.get(mentor.id, ()) if flat.month == month) if basis == "flat" else ()
    over = _over(every, month, cap) if basis == "hourly" else {}
    lines = None if rates is None else _pay(basis, code, hours, flats, rates)
    return Statement(mentor.id, month, basis, code, hours, flats, cap, over, lines, row)


def _over(every: Iterable[Worked], month: str, cap: int) -> dict[str, Decimal]:
    """The hours of the statement that are above the agreed ones, by the month of the work."""
    known, here = defaultdict[str, Decimal](Decimal), defaultdict[str, Decimal](Decimal)
    for row in every:
        if row.month <= month:  # what a later statement brings was not known to this one
            known[row.day[:7]] += row.hours
        if row.month == month:
            here[row.day[:7]] += row.hours
    over = {worked_in: min(hours, known[worked_in] - cap) for worked_in, hours in sorted(here.items())}
    return {worked_in: hours for worked_in, hours in over.items() if hours > 0}


def _pay(
    basis: str, code: str | None, hours: Iterable[Worked], flats: Iterable[Flat], rates: Sequence[Rate]
) -> tuple[PayLine, ...] | None:
    """A line for each rate that was in force on a day of work; None where a day has none."""
    counts: defaultdict[Rate, Decimal] = defaultdict(Decimal)
    if basis == "volunteer":
        return ()
    paid = [(row.day, row.hours) for row in hours] if basis == "hourly" else [(flat.day, Decimal(1)) for flat in flats]
    for day, count in paid:
        rate = rate_on(rates, code, day)
        if rate is None:
            return None
        counts[rate] += count
    lines = ((rate, count, rate.amount * count) for rate, count in sorted(counts.items()))
    return tuple(PayLine(rate, count, exact.quantize(_CENT, ROUND_HALF_UP)) for rate, count, exact in lines)
