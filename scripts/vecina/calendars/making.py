"""Makes the program's calendar of its calendar records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from ..book import Book
from .business import Calendar
from .closings import closures_of, confirmed_through, outages_of
from .holidays import FIRST_YEAR, LAST_YEAR, holidays

# One year more on each side: New Year's Day is observed on 31 December when it falls on a Saturday.
_YEARS = range(FIRST_YEAR - 1, LAST_YEAR + 2)


def calendar_of(calendars: Iterable[Mapping[str, Any]]) -> Calendar:
    """The calendar that these records give, with one of its own for each forum and court that has other days off."""
    records = sorted(calendars, key=lambda record: str(record["id"]))
    holders = [record for record in records if record["kind"] == "holidays"]
    by_id = {record["id"]: record for record in holders}
    closed: dict[date, str] = {}
    places: dict[str, Calendar] = {}
    for record in holders:
        if "forums" not in record:
            _add(closed, record["holidays"])
    base = Calendar(closed)
    for record in holders:
        for office in record.get("offices", ()) if "forums" not in record else ():
            local: dict[date, str] = {}
            _add(local, record["holidays"], office["scope"])
            there = Calendar(closed | local, base)
            names = [f"forum:{name}" for name in office.get("forums", ())] + [
                f"court:{code}" for code in office.get("courts", ())
            ]
            places.update(dict.fromkeys(names, there))
    for record in holders:
        own: dict[date, str] = {}
        _add(own, [*by_id.get(record.get("holidays_of"), {"holidays": ()})["holidays"], *record["holidays"]])
        places.update({f"forum:{forum}": Calendar(own) for forum in record.get("forums", ())})
    closures = {closure.day: closure for closure in closures_of(records)}
    return Calendar(closed, None, places, closures, tuple(outages_of(records)), confirmed_through(records))


def calendar_in(book: Book) -> Calendar:
    """The calendar of the book's own records."""
    return calendar_of(record.data for record in book.kinds["calendar"].values())


def _add(closed: dict[date, str], rules: Sequence[Mapping[str, Any]], scope: str = "nationwide") -> None:
    """The holidays of the scope, each under the name that came first for its day."""
    for day, name in holidays(rules, _YEARS, scope):
        closed.setdefault(day, name)
