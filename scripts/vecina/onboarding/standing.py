"""How a case stands with all that is asked before it is taken on and after: met, waived, still to come, or missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from ..book import ENDED, OPEN, Book
from ..calendars import Calendar
from ..deadlines.program import required_by, waived_words
from ..facts import TRAININGS, Data, Settled, as_day, asked_since, first_meeting, settled
from ..schema import labels, labels_at
from ..store import Record
from ..words import day, inside, plural, sentence
from .basics import basics
from .cover import cover_fault, cover_of, ends_before_hearing
from .point import Point

COVER = "malpractice_cover"


@dataclass(frozen=True, slots=True)
class Standing:
    """One case and all that is asked for it: what must be so before any match, then the program's own requirements."""

    case: str
    points: tuple[Point, ...]

    @property
    def blocking(self) -> tuple[Point, ...]:
        """What keeps the case from being accepted."""
        return tuple(point for point in self.points if point.blocks)

    @property
    def to_write(self) -> tuple[Point, ...]:
        """What the attorney is to be told, the missing first."""
        told = [point for point in self.points if point.tell_attorney and not point.settled]
        return tuple(sorted(told, key=lambda point: (point.state != "missing", point.due or date.max)))


def standing_of(book: Book, case: Record, calendar: Calendar, today: date) -> Standing:
    """The standing of a case on a day."""
    asked = list(requirements_of(book, case, calendar, today))
    if all(point.name != COVER for point in asked):
        asked.insert(0, _cover(book, case.data, _plain_cover(book, case), today))
    return Standing(case.id, (*basics(book, case), *asked))


def requirements_of(book: Book, case: Record, calendar: Calendar, today: date) -> Iterator[Point]:
    """The requirements of the program's settings alone, in their order."""
    attorney = book.attorneys.get(case.data["attorney"])
    for row in book.program.get("requirements", ()):
        now = settled(case.data, attorney.data if attorney else None, row["requirement"], today)
        point = _point(case.data, row, now, calendar, today)
        point = replace(point, recorded=_where(book, case, row["requirement"]))
        yield _cover(book, case.data, point, today) if row["requirement"] == COVER else point


def _point(case: Data, row: Data, now: Settled, calendar: Calendar, today: date) -> Point:
    name = row["requirement"]
    before = inside(labels_at("program", ("requirements", 0, "needed_before"))[row["needed_before"]])
    point = Point(
        name, labels("requirement")[name], "missing", before, "", tell_attorney=row["tell_attorney"],
        before_match=row["needed_before"] == "matched",
    )  # fmt: skip
    if now.day and (now.state == "met" or (now.state == "open" and case["status"] in ENDED)):
        return replace(
            point, state="met", day=as_day(now.day), reason=f"Met on {day(date.fromisoformat(now.day))}.", tell_attorney=""
        )
    if now.state == "waived" and now.waiver:
        return replace(
            point, state="waived", day=as_day(now.day), reason=f"{sentence(waived_words(now.waiver))}.", tell_attorney=""
        )
    if case["status"] in ENDED:
        return replace(
            point, state="not-yet-due", reason="Not recorded; the case has ended, so nothing is asked.", tell_attorney=""
        )
    if now.waiver and now.day:
        return _put_off(point, now.waiver, date.fromisoformat(now.day), today)
    matched = asked_since(case, name) if case["status"] in OPEN else None
    days = plural(int(row.get("days_after_match", 0)), "day")
    if matched is None:
        if row["needed_before"] == "matched":
            return replace(point, reason="Not recorded, and it must be there before the match.")
        return replace(point, state="not-yet-due", reason=f"Asked for once there is a mentor: due {days} after the match.")
    due = required_by(row, date.fromisoformat(matched), calendar)
    passed = "" if now.day else _passed(case, row["needed_before"], today)
    state, why = ("missing", f"it was due on {day(due)}") if due < today else ("not-yet-due", f"it is due on {day(due)}")
    return replace(
        point, state="missing" if passed else state, due=due,  # type: ignore[arg-type]
        reason=f"{_so_far(now, passed)}; {why}, {days} after the match.",
    )  # fmt: skip


def _so_far(now: Settled, passed: str) -> str:
    """What the record says of a requirement that is open."""
    if now.day:
        return f"Met on {day(date.fromisoformat(now.day))} with the mentor before, and to be done anew with this one"
    return f"Not recorded{f', though {passed}' if passed else ''}"


def _put_off(point: Point, waiver: Data, until: date, today: date) -> Point:
    """A training that was put off: due on its new day, and missing once that has gone by."""
    why = f"{sentence(waived_words(waiver))}."
    tell = f"The {inside(point.title)} is put off for this case: please complete it by {day(until)} and tell us the day."
    if until < today:
        return replace(point, reason=f"{why} That day has gone by.", due=until, tell_attorney=tell)
    return replace(point, state="put-off", day=as_day(waiver["date"]), due=until, reason=why, tell_attorney=tell)


def _passed(case: Data, before: str, today: date) -> str:
    """Why the point by which it was needed has gone by; nothing while it lies ahead."""
    now = today.isoformat()
    met = first_meeting(case)
    if before == "first-meeting" and met and met[1] <= now:
        return "attorney and mentor have met"
    if before == "active" and case["status"] == "active":
        return "the case is active"
    if before == "agreement" and case["status"] in ("onboarding", "active"):
        return "onboarding has begun"
    rows = (row for row in case.get("hearings", ()) if row["type"] == "individual" and row["status"] == "held")
    return "the individual hearing was held" if before == "individual-hearing" and any(rows) else ""


def _where(book: Book, case: Record, name: str) -> str:
    """The file and the field in which a requirement stands, or in which it is to be written."""
    attorney = book.attorneys.get(case.data["attorney"])
    own = name in case.data.get("requirements", {})
    elsewhere = name in TRAININGS and attorney and not own and settled({}, attorney.data, name).state == "met"
    return f"{attorney.file}, trainings" if elsewhere and attorney else f"{case.file}, requirements: {name}"


def _plain_cover(book: Book, case: Record) -> Point:
    """Where the settings ask for no cover, what the records say of it is shown all the same."""
    own = case.data.get("requirements", {}).get(COVER)
    met = as_day(own["confirmed_on"]) if own else None
    return Point(
        COVER, labels("requirement")[COVER], "met" if met else "not-yet-due", "before the case is active",
        f"Met on {day(met)}." if met else "Not confirmed for this case yet.", met, recorded=_where(book, case, COVER),
        tell_attorney="" if met else "Please ask your malpractice carrier about immigration cases: we give no cover.",
    )  # fmt: skip


def _cover(book: Book, case: Data, point: Point, today: date) -> Point:
    """The point with whose cover it is, and with what is wrong about it."""
    cover, fault = cover_of(book, case), cover_fault(book, case)
    if fault:
        tell = point.tell_attorney or _WHO
        return replace(point, state="missing", reason=f"Confirmed, but {fault}.", tell_attorney=tell)
    if not cover.source:
        return replace(point, reason=f"{point.reason} No record says who covers the case; the program gives no cover.")
    if cover.has_ended(today) and cover.until:
        why = f"By the record the cover of {replace(cover, until=None).words} ended on {day(cover.until)}."
        state = "missing" if point.state == "met" else point.state
        return replace(point, state=state, reason=why if state == "missing" else f"{point.reason} {why}", tell_attorney=_WHO)
    whose = f"{point.reason[:-1]}: {cover.words}." if point.settled else f"{point.reason} By the record: {cover.words}."
    soon = " That is before the individual hearing, so ask for its renewal in time."
    return replace(point, reason=whose + (soon if ends_before_hearing(case, cover, today) else ""))


_WHO = "Please tell us who gives you malpractice cover for this case now, and until when; we give none."
