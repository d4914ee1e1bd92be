"""One due date as one entry of a calendar. It names the case and the rule, never a person: calendars sit on other servers."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Alarm, Event, vText

from ..book import Book
from ..deadlines import Due
from ..schema import labels_at
from ..words import day

_KINDS = {
    "hearing": "Hearing",
    "court": "Court deadline",
    "clock": "Clock",
    "milestone": "Milestone",
    "check-in": "Check-in",
    "message": "Message",
    "requirement": "Requirement",
}
_SAYS_WHY = ("the law could not be read", "no date is known")  # no order of a court would help there
_MORNINGS = (timedelta(days=6, hours=15), timedelta(hours=15))  # before midnight: 09:00, seven days before and the day before
_THIS_MORNING = (timedelta(hours=-9),)
_LAST = "Check this date against the record and the court's notice."


def typed(text: str) -> vText:
    """The text as typed, without control characters; whatever some reader takes for the end of a line is a plain line break."""
    lines = "\n".join(text.splitlines()).replace("\ufeff", "")  # the mark of a file's beginning is none in its middle
    if lines.replace("\n", " ").isprintable():
        return vText(lines)
    return vText("".join(sign for sign in lines if sign in "\n\t" or unicodedata.category(sign) not in ("Cc", "Cs")))


def event(due: Due, book: Book, today: date, uid: str) -> Event:
    """The entry of a due date: all day on the safe day; a hearing to come at its time; without a date on today.

    Where the safe day has gone by it reaches from today to the day of the rule, so that nobody waits for that day.
    """
    on = today if due.safe_day_is_past else due.shown or due.due or today
    hearing = _hearing(due, book) if on >= today else {}
    case = book.cases.get(due.case)
    court = book.courts.get(case.data["court"]) if case else None
    start, end = _span(on, hearing, court)
    if due.safe_day_is_past and due.due:
        end = max(on, due.due) + timedelta(days=1)
    summary = typed(f"{'FILE AT ONCE: ' if due.safe_day_is_past else ''}{due.case}: {due.title}{_missing(due)}")
    entry = Event()
    entry.add("uid", vText(uid))
    entry.add("dtstamp", datetime.combine(today, time(), UTC))
    entry.add("dtstart", start)
    entry.add("dtend", end)
    entry.add("summary", summary)
    entry.add("description", typed("\n".join(_lines(due, isinstance(start, datetime)))))
    entry.add("categories", [_KINDS[due.kind]])
    entry.add("class", "PRIVATE")
    entry.add("transp", "OPAQUE" if hearing else "TRANSPARENT")
    if hearing and case:
        mode = labels_at("case", ("hearings", 0, "mode"))[hearing["mode"]]
        where = f"{court['city']} ({court['code']})" if court else f"court {case.data['court']}"
        entry.add("location", typed(f"{mode}, {where}"))
    for before in _alarms(due, bool(hearing), isinstance(start, datetime)):
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", summary)
        alarm.add("trigger", -before)
        entry.add_component(alarm)
    return entry


def _hearing(due: Due, book: Book) -> Mapping[str, Any]:
    """The hearing's row of the record; empty for everything else."""
    if due.kind != "hearing" or due.case not in book.cases:
        return {}
    found: Mapping[str, Any] = book.cases[due.case].data["hearings"][due.path[1]]
    return found


def _span(on: date, hearing: Mapping[str, Any], court: Mapping[str, Any] | None) -> tuple[date, date]:
    """The hour of a hearing in its court's time zone, else the whole day; the end is exclusive."""
    if "time" in hearing and court:
        start = datetime.combine(on, time.fromisoformat(hearing["time"]), ZoneInfo(court["time_zone"]))
        return start, start + timedelta(hours=1)
    return on, on + timedelta(days=1)


def _missing(due: Due) -> str:
    """What the title adds where there is no date."""
    if due.shown or due.due or due.title.endswith(_SAYS_WHY):
        return ""
    return ": a court order is needed" if due.state == "needs-order" else ": no date yet"


def _lines(due: Due, timed: bool) -> Iterator[str]:
    """What the entry says below its title; empty parts are left out."""
    if due.due and due.file_by and due.due != due.file_by:
        yield f"Safe day: {day(due.file_by)}. Day by the rule: {day(due.due)}."
        if due.safe_day_is_past:
            yield "The safe day is past: file at once."
    if not (due.shown or due.due):
        yield "No date is known yet; until then this entry stands on the current day."
    yield from filter(None, (due.explanation, *due.notes, due.authority, due.url))
    if timed:
        yield "The notice names no end time: one hour is shown, and it may take longer."
    yield _LAST


def _alarms(due: Due, to_come: bool, timed: bool) -> tuple[timedelta, ...]:
    """How long before its start the entry reminds: only of hearings to come and of court deadlines that can still be met."""
    if to_come:
        return (timedelta(days=7), timedelta(days=1)) if timed else _MORNINGS
    if due.kind != "court" or due.state not in ("soon", "later"):
        return ()
    return _THIS_MORNING if due.safe_day_is_past else _MORNINGS
