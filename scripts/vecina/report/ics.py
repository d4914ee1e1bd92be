"""Due dates as a calendar file (RFC 5545) to import or subscribe to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from ..book import Book
from ..deadlines import Due

_HOST = "vecina.org"
_REFRESH = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Entries:
    """The entries of some due dates as text, and of each time zone they name the first and the last day."""

    text: str
    zones: dict[str, tuple[date, date]]


def calendar_name(book: Book) -> str:
    """What a calendar of due dates is called: by the program, so that it tells of nobody."""
    return f"{book.program.get('short_name', 'Program')} deadlines"


def as_ics(dues: Sequence[Due], book: Book, today: date, name: str) -> str:
    """The calendar of that name with an entry for each due date that is not done; the same rows on one day give the same text.

    The name is shown as it is: who calls keeps people's names and ids out of it.
    """
    return calendar(name, [entries(dues, book, today)])


def entries(dues: Sequence[Due], book: Book, today: date) -> Entries:
    """An entry for each due date that is not done: made once, however many people's calendars a case is in."""
    from .ics_event import event

    made = [event(due, book, today, uid) for uid, due in _with_uids(dues, _host(book))]
    zones = {name: (min(days), max(days)) for name, days in _zones(entry.start for entry in made)}
    return Entries("".join(entry.to_ical().decode() for entry in made), zones)


def calendar(name: str, parts: Iterable[Entries]) -> str:
    """One calendar file of these entries, in their order."""
    from icalendar import Calendar, vDuration  # slow to import, needed by few commands

    from .ics_event import typed
    from .ics_zone import zone

    made = Calendar()
    made.add("prodid", "-//VECINA//vecina//EN")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("name", typed(name))
    made.add("x-wr-calname", typed(name))
    made.add("refresh-interval", vDuration(_REFRESH), parameters={"VALUE": "DURATION"})
    made.add("x-published-ttl", vDuration(_REFRESH))
    texts, spans = list[str](), dict[str, tuple[date, date]]()
    for part in parts:
        texts.append(part.text)
        for zone_name, (first, last) in part.zones.items():
            known = spans.get(zone_name, (first, last))
            spans[zone_name] = (min(first, known[0]), max(last, known[1]))
    for zone_name, (first, last) in sorted(spans.items()):
        made.add_component(zone(zone_name, first, last))
    head, end, rest = made.to_ical().decode().rpartition("END:VCALENDAR")
    return "".join([head, *texts, end, rest])


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
