"""How long cases waited for a mentor, and how long those wait that have none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from statistics import median

from ...book import Book
from ...facts import Data, waiting_since
from .span import Span, year_to
from .way import first_match

BINS = ((0, 7), (8, 14), (15, 21), (22, 28), (29, None))  # days, both counted
DEFINITION = (
    "Calendar days from the day a mentor was asked for to the first match. A case that needs a second mentor is not counted "
    "again. Median: half of the cases waited no longer than this. Waiting now: from the day a mentor was asked for, or from "
    "the day the case came back."
)


@dataclass(frozen=True, slots=True)
class WaitRow:
    """The waits of some cases in days; None where there is no case."""

    name: str
    cases: int
    median: float | None
    fastest: int | None
    slowest: int | None


@dataclass(frozen=True, slots=True)
class BinRow:
    """How many cases waited so long: matched in the last 12 months, and still waiting."""

    name: str
    matched: int
    waiting: int


@dataclass(frozen=True, slots=True)
class Waits:
    """Waits in figures and by length."""

    rows: tuple[WaitRow, ...]
    bins: tuple[BinRow, ...]
    definition: str = DEFINITION


def waits(book: Book, day: date) -> Waits:
    """The time from request to match, and how long those that wait have waited."""
    cases, year = [case.data for case in book.cases.values()], year_to(day)
    met = [found for found in (first_match(case, day) for case in cases) if found]
    ever = [_days(asked, matched) for asked, matched in met]
    recent = days_to_match(cases, year)
    since = [found for found in (waiting_since(case, day) for case in cases) if found]
    now = [_days(asked, day.isoformat()) for asked in since]
    rows = (_row("Matched in the last 12 months", recent), _row("Matched, all time", ever), _row("Waiting now", now))
    return Waits(rows, tuple(BinRow(_name(*ends), _within(recent, *ends), _within(now, *ends)) for ends in BINS))


def days_to_match(cases: Iterable[Data], span: Span) -> list[int]:
    """The days from request to first match, of every case that was first matched in the period."""
    met = [found for found in (first_match(case, span.last) for case in cases) if found]
    return [_days(asked, matched) for asked, matched in met if span.holds(matched)]


def _days(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def _row(name: str, days: list[int]) -> WaitRow:
    return WaitRow(name, len(days), median(days) if days else None, min(days, default=None), max(days, default=None))


def _within(days: list[int], least: int, most: int | None) -> int:
    return sum(1 for count in days if least <= count and (most is None or count <= most))


def _name(least: int, most: int | None) -> str:
    """`8 to 14 days`, `29 days or more`."""
    return f"{least} days or more" if most is None else f"{least} to {most} days"
