"""Days as people write them. One that can be read in two ways is refused: a wrong day can cost a case."""

from __future__ import annotations

import re
from typing import Literal

from ..words import as_written_day

Order = Literal["ymd", "mdy", "dmy"]
_SLASHED = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
_LOOSE = re.compile(r"[0-9]{4}[-/][0-9]{1,2}[-/][0-9]{1,2}")


def day_of(text: str, order: Order = "ymd") -> str:
    """The day, as records write it. Raises ValueError with what would be right."""
    written = text.strip()
    slashed = _SLASHED.fullmatch(written)
    if slashed and order == "ymd":
        raise ValueError("Is this month/day or day/month? Write the day year-month-day, like 2026-03-14.")
    if slashed:
        first, second, year = slashed.groups()
        month, day = (first, second) if order == "mdy" else (second, first)
        written = f"{year}-{int(month):02}-{int(day):02}"
    elif _LOOSE.fullmatch(written):
        written = "-".join(f"{int(part):02}" for part in re.split("[-/]", written))
    if as_written_day(written) is None:
        raise ValueError("Write a real day, from 1990 to 2099, as year-month-day, like 2026-03-14.")
    return written
