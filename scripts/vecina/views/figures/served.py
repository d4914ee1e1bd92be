"""Whom the program has served: the clients' languages and places, with small numbers hidden."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ...book import Book
from ...facts import Data
from ...schema import labels, labels_at
from ...words import inside, plural
from ..suppress import LEAST, suppress
from .span import Span, year_to
from .way import had_mentor

COUNTED = (
    "A case is one client; family members are not recorded. Served: cases that had a mentor on at least one of these days. Where "
    "the client is, is what the record says now."
)
HIDDEN = "Numbers from 1 to 4 are not shown, nor others from which they could be worked out. A zero is shown."
LANGUAGE = "Each case counts once, by the language that stands first in its record."
PLACE = "A client in a detention facility is detained; no other is."


@dataclass(frozen=True, slots=True)
class ServedRow:
    """One part of the people served; None is hidden."""

    name: str
    count: int | None


@dataclass(frozen=True, slots=True)
class Group:
    """One way to divide the people served; without rows where that would point to somebody."""

    title: str
    rows: tuple[ServedRow, ...]
    definition: str


@dataclass(frozen=True, slots=True)
class Served:
    """The people served: how many in all (None is hidden), by place and by language."""

    span: Span
    total: int | None
    groups: tuple[Group, ...]
    definition: tuple[str, ...] = (COUNTED, HIDDEN)


def served(book: Book, day: date) -> Served:
    """The people served in the last 12 months. A table that could only be shown without its total is left out whole."""
    span = year_to(day)
    cases = [case.data for case in book.cases.values() if had_mentor(case.data, span)]
    groups = (
        Group("Where clients are", _places(cases), PLACE),
        Group("Languages", _languages(cases), LANGUAGE),
    )
    return Served(span, None if 0 < len(cases) < LEAST else len(cases), groups)


def _places(cases: Sequence[Data]) -> tuple[ServedRow, ...]:
    names = labels_at("case", ("client", "place"))
    order = ("detention-facility", *(code for code in names if code != "detention-facility"))
    found = Counter("detention-facility" if case["detained"] else case["client"]["place"] for case in cases)
    shown = suppress([found[code] for code in order])
    if shown.total is None:
        return ()
    detained = shown.cells[0]
    free = ServedRow("Not detained", None if detained is None else shown.total - detained)
    parts = [
        ServedRow(f"Not detained, {inside(names[code])}", count) for code, count in zip(order[1:], shown.cells[1:], strict=True)
    ]
    return (ServedRow("Detained", detained), free, *parts)


def _languages(cases: Sequence[Data]) -> tuple[ServedRow, ...]:
    """The languages of many, then all others as one: a name without its number would still point to somebody."""
    found = Counter(case["languages"][0] for case in cases)
    order = sorted(found, key=lambda code: (-found[code], code))
    shown = suppress([found[code] for code in order])
    if shown.total is None:
        return ()
    names, pairs = labels("language"), list(zip(order, shown.cells, strict=True))
    rows = [ServedRow(names[code], count) for code, count in pairs if count is not None]
    hidden = len(pairs) - len(rows)
    others = shown.total - sum(row.count or 0 for row in rows)
    return (*rows, ServedRow(plural(hidden, "other language"), others)) if hidden else tuple(rows)
