"""The people of a case as its documents name them: name, work address, where and in which languages they work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from ..book import Book
from ..facts import Data
from ..matching.limits import utc_offset
from ..schema import labels
from ..store import Record
from ..words import day, listing, plural


@dataclass(frozen=True, slots=True)
class Person:
    """One person or one organization's contact. What is not known is empty."""

    name: str
    email: str
    zone: str = ""
    languages: str = ""
    firm: str = ""
    bars: str = ""
    role: str = ""
    away: tuple[str, ...] = ()


def attorney_of(record: Record) -> Person:
    """The attorney, with the bars of which she is an active member."""
    data, states = record.data, labels("state")
    bars = [states[row["state"]] for row in data["bar"] if row["status"] == "active"]
    return Person(data["name"], data["email"], zone(data["time_zone"]), _languages(data), data.get("firm", ""), listing(bars))


def mentor_of(record: Record, today: date) -> Person:
    """The mentor, with the absences that are not over."""
    data = record.data
    rows = sorted((row["from"], row["to"]) for row in data.get("away", ()) if row["to"] >= today.isoformat())
    away = tuple(_away(date.fromisoformat(first), date.fromisoformat(last), today) for first, last in rows)
    return Person(data["name"], data["email"], zone(data["time_zone"]), _languages(data), away=away)


def contacts_of(record: Record | None) -> tuple[Person, ...]:
    """The people to write to at the placing organization."""
    rows: list[Any] = record.data["contacts"] if record else []
    return tuple(Person(row["name"], row["email"], role=row.get("role", "")) for row in rows)


def admins_of(book: Book) -> tuple[Person, ...]:
    """Who keeps the records of the program."""
    rows = book.program.get("staff", ())
    return tuple(Person(row["name"], row["email"]) for row in rows if "admin" in row["roles"])


def zone(name: str) -> str:
    """A time zone by its city: `Chicago time`."""
    return f"{name.rpartition('/')[2].replace('_', ' ')} time"


def apart(attorney: Data, mentor: Data, today: date) -> str:
    """How the two clocks stand to each other on that day."""
    here, there = (utc_offset(data["time_zone"], today) for data in (attorney, mentor))
    hours = (there - here).total_seconds() / 3600
    if not hours:
        return "Your clocks show the same time."
    return f"The mentor's clock is {_hours(abs(hours))} {'ahead of' if hours > 0 else 'behind'} the attorney's."


def _hours(hours: float) -> str:
    """`1 hour`, `2.5 hours`."""
    return plural(int(hours), "hour") if hours == int(hours) else f"{hours:g} hours"


def _languages(data: Data) -> str:
    words = labels("language")
    return listing([words[code] for code in data["languages"]])


def _away(first: date, last: date, today: date) -> str:
    if first == last:
        return f"on {day(first)}"
    return f"until {day(last)}" if first <= today else f"from {day(first)} to {day(last)}"
