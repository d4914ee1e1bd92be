"""The amounts behind the rate codes: from the program's settings, or from a file that is kept outside."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from ..facts import Data
from ..finding import Finding
from ..schema import shape_findings
from ..yamlmap import read

_HINT = "each rate begins on a day of its own"


class Rate(NamedTuple):
    """What an hour, or a flat sum, is from a day on."""

    code: str
    first: str
    amount: Decimal


def rates_of(rows: Iterable[Data]) -> tuple[Rate, ...]:
    """Rates as the settings or the file have them."""
    return tuple(sorted(Rate(row["code"], row["from"], Decimal(str(row["amount"]))) for row in rows))


def rates_here(program: Data) -> tuple[Rate, ...] | None:
    """The rates of the settings; None where they are kept outside, or none are there."""
    pay = program.get("pay", {})
    rows = pay.get("rates") if pay.get("rates_kept") == "here" else None
    return rates_of(rows) if rows else None


def rates_in(raw: bytes, file: str) -> tuple[tuple[Rate, ...], list[Finding]]:
    """The rates in a file, or what is wrong in it: places and what is right there, never what it holds."""
    reading = read(raw, file)
    found = [*reading.findings, *shape_findings("rates", reading, file)]
    if found or reading.data is None:
        return (), found
    rows = reading.data["rates"]
    for index, (field, message) in wrong_rates(rows):
        line, column = reading.place(("rates", index, field))
        found.append(Finding(file, line, column, "V611", message, _HINT if field == "from" else ""))
    return rates_of(rows), found


def wrong_rates(rows: Sequence[Data]) -> list[tuple[int, tuple[str, str]]]:
    """The rows that cannot be paid by: their number, with the field and what is right there."""
    found = []
    for index, row in enumerate(rows):
        if any((other["code"], other["from"]) == (row["code"], row["from"]) for other in rows[:index]):
            found.append((index, ("from", "a rate of this code and day stands above")))
        if round(row["amount"], 2) != row["amount"]:
            found.append((index, ("amount", "an amount of money has at most two decimals")))
    return found


def rate_on(rates: Sequence[Rate], code: str | None, day: str) -> Rate | None:
    """The rate of a code that is in force on a day, as it is written; None where none is known."""
    return max((rate for rate in rates if rate.code == code and rate.first <= day), key=lambda rate: rate.first, default=None)
