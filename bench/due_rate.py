"""How long all due dates of many active cases take once the records are loaded, and how much of it falls to one case.

Every case is one of the sample's open ones with all its days moved by as many days as chance has it, so that hardly two
ask the same of a rule.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from vecina.book import OPEN, Book, open_book
from vecina.deadlines import agenda
from vecina.store import Record

CASES, RUNS, SPREAD, SEED = 10_000, 5, 200, 20261124
LIMIT = 2.0  # seconds
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")


def moved(value: Any, by: timedelta) -> Any:
    """The same data with every day in it moved."""
    if isinstance(value, dict):
        return {key: moved(below, by) for key, below in value.items()}
    if isinstance(value, list):
        return [moved(below, by) for below in value]
    if isinstance(value, str) and _DAY.match(value):
        return (date.fromisoformat(value) + by).isoformat()
    return value


def many(book: Book, count: int) -> Iterator[Record]:
    """That many open cases."""
    chance, cases = random.Random(SEED), [case for case in book.cases.values() if case.data["status"] in OPEN]
    for number in range(count):
        case = cases[number % len(cases)]
        data = moved(case.data, timedelta(days=chance.randint(-SPREAD, SPREAD)))
        yield replace(case, id=f"c-{number}", data=data)


def main(root: Path) -> None:
    """Prints the seconds of several runs and the share of one case."""
    book = open_book(root)
    book.kinds["case"] = {case.id: case for case in many(book, CASES)}
    today = date.fromisoformat(book.program["sample_today"])
    took, rows = [], 0
    for _ in range(RUNS):
        began = perf_counter()
        rows = len(agenda(book, today))
        took.append(perf_counter() - began)
    middle = median(took)
    print(f"{CASES:,} active cases, {rows:,} dates: {middle:.2f} s ({min(took):.2f} to {max(took):.2f}) after loading")
    print(f"{middle / CASES * 1e6:.0f} µs for each case, {middle / rows * 1e6:.0f} µs for each date")
    print(f"{'met   ' if middle < LIMIT else 'MISSED'}  all due dates of {CASES:,} active cases: {middle:.2f} s of {LIMIT:g} s")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
