"""What a pair is worth, by criteria in order, and the same as one whole number that a solver can add and compare."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import NamedTuple

TIE_BITS = 60
KEY = "vecina"


class Value(NamedTuple):
    """Criteria in their order: what comes first decides, whatever comes after. Compared and added place by place."""

    placed: int = 0
    urgency: int = 0
    score: int = 0
    kept: int = 0
    tie: int = 0


ZERO = Value()


def plus(one: Value, other: Value, sign: int = 1) -> Value:
    """The sum place by place; with sign -1 the difference."""
    return Value(*(a + sign * b for a, b in zip(one, other, strict=True)))


def tie_of(case: str, mentor: str, key: str = KEY) -> int:
    """A number that stands for the pair by chance, the same on every machine: no two assignments are worth the same."""
    digest = hashlib.blake2b(f"{case}\n{mentor}".encode(), digest_size=8, key=key.encode()).digest()
    return int.from_bytes(digest, "big") >> (64 - TIE_BITS)


class Packing(NamedTuple):
    """How many units of the last criterion one unit of each is: more than all that comes after it can ever make up."""

    units: tuple[int, ...]

    def pack(self, value: Value) -> int:
        """The value as one number: sums and comparisons of numbers are those of values."""
        return sum(unit * part for unit, part in zip(self.units, value, strict=True))

    def unpack(self, number: int) -> Value:
        """The value of a number that is a sum or difference of packed ones."""
        parts, rest = list[int](), number
        for unit in self.units:
            part = (rest + unit // 2) // unit
            parts.append(part)
            rest -= part * unit
        return Value(*parts)


def packing(values: Iterable[Value], cases: int) -> Packing:
    """The packing for assignments of that many cases whose pairs have these values."""
    largest = [0] * len(Value._fields)
    for value in values:
        for place, part in enumerate(value):
            largest[place] = max(largest[place], abs(part))
    units = [1]
    for most in reversed(largest[1:]):
        units.append(units[-1] * (4 * cases * most + 3))
    return Packing(tuple(reversed(units)))
