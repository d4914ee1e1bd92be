"""Due dates as a calendar file (RFC 5545) to import or subscribe to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from ..book import Book
from ..deadlines import Due

_HOST = "vecina.org"
_REFRESH = timedelta(hours=12)


def as_ics(dues: Sequence[Due], book: Book, today: date, name: str) -> str:
    """The calendar of that name with an entry for each due date that is not done; the same rows on one day give the same text.

    The name is shown as it is: who calls keeps people's names and ids out of it.
    """
    from icalendar import Calendar, vDuration  # slow to import, needed by this command alone

    from .ics_event import event, typed
    from .ics_zone import zone

    calendar = Calendar()
    calendar.add("prodid", "-//VECINA//vecina//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", typed(name))
    calendar.add("x-wr-calname", typed(name))
    calendar.add("refresh-interval", vDuration(_REFRESH), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(_REFRESH))
    entries = [event(due, book, today, uid) for uid, due in _with_uids(dues, _host(book))]
    for zone_name, days in _zones(entry.start for entry in entries):
        calendar.add_component(zone(zone_name, min(days), max(days)))
    for entry in entries:
        calendar.add_component(entry)
    text: str = calendar.to_ical().decode()
    return text


def _with_uids(dues: Sequence[Due], host: str) -> Iterator[tuple[str, Due]]:
    """Each row that is not done with an id of its own that no date is part of, so that an entry moves with its date."""
    given: set[str] = set()
    rows = (due for due in dues if due.state != "done")
    for due in sorted(rows, key=lambda due: (due.case, due.key, due.kind, due.title, [str(part) for part in due.path])):
        plain = uid = re.sub(r"[^a-z0-9._-]", "-", f"{due.case}.{due.key}".lower())
        number = 1
        while uid in given:  # of two entries of one id, readers drop one: a number is better than a lost date
            number += 1
            uid = f"{plain}-{number}"
        given.add(uid)
        yield f"{uid}@{host}", due


def _host(book: Book) -> str:
    """The host of the program's website."""
    try:
        host = urlsplit(book.program.get("contacts", {}).get("website", "")).hostname or ""
    except ValueError:  # such as an unclosed bracket
        return _HOST
    return host if re.fullmatch(r"[a-z0-9.-]+", host) else _HOST


def _zones(starts: Iterable[date]) -> list[tuple[str, list[date]]]:
    """Each time zone in use, by name, with the days on which it is."""
    found: dict[str, list[date]] = {}
    for start in starts:
        if isinstance(start, datetime) and isinstance(start.tzinfo, ZoneInfo):
            found.setdefault(start.tzinfo.key, []).append(start.date())
    return sorted(found.items())
