"""Hard limits: each says in a sentence why a mentor cannot take a case now, and what would have to change."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from ..book import Book
from ..facts import next_hearing
from ..schema import labels
from ..store import Record
from ..words import inside

FULL = "has no free place"
LOWERS = ("no-time", "schedule")  # reasons of a decline that lower a pair; every other one excludes it


class Pair(NamedTuple):
    """A case and a mentor looked at together, with everything a limit or a point may ask."""

    book: Book
    case: Record
    mentor: Record
    today: date


class Limit(NamedTuple):
    """Why she cannot take the case, after `she`, and what would have to change."""

    reason: str
    change: str


def not_with_us(mentor: Record) -> Iterator[Limit]:
    """Why she takes no case at all, whatever her load."""
    status = mentor.data["status"]
    if status != "active":
        yield Limit(f"is {status}", "the status becomes active again")
    if "agreement_signed" not in mentor.data:
        yield Limit("has not signed the agreement", "the agreement is signed")


def own_limits(book: Book, mentor: Record, today: date, places: int) -> Iterator[Limit]:
    """What excludes a mentor with so many places from every case."""
    yield from not_with_us(mentor)
    if places <= 0:
        yield Limit(FULL, "one place more, or an open case ends")
    hours = book.mentor_hours.get((mentor.id, today.isoformat()[:7]), 0.0)
    if hours >= book.hours_places(mentor):
        yield Limit("has no paid hours left this month", "more hours for this month, or the next month")


def free_places(book: Book, mentor: Record) -> int:
    """How many more open cases she can take."""
    return book.capacity(mentor) - len(book.load_of.get(mentor.id, ())) - book.taken_by_broken.get(mentor.id, 0)


def _common_language(pair: Pair) -> Limit | None:
    attorney = pair.book.attorneys.get(pair.case.data["attorney"])
    if attorney is None or set(attorney.data["languages"]) & set(pair.mentor.data["languages"]):
        return None
    return Limit("shares no language with the attorney", "an interpreter between the two, agreed on")


def court(pair: Pair) -> Limit | None:
    """Why not, when she limits herself to other courts."""
    only = pair.mentor.data.get("courts")
    if only is None or pair.case.data["court"] in only:
        return None
    return Limit("does not work before this court", f"{pair.case.data['court']} becomes one of the courts of the mentor")


def circuit(pair: Pair) -> Limit | None:
    """Why not, when she limits herself to other circuits."""
    only = pair.mentor.data.get("circuits")
    own = pair.book.courts.get(pair.case.data["court"], {}).get("circuit")
    return None if only is None or own in only else Limit("does not work in this circuit", f"the {own} Circuit is added")


def posture(pair: Pair) -> Limit | None:
    """Why not, when she limits herself to other postures."""
    only = pair.mentor.data.get("postures")
    if only is None or pair.case.data["posture"] in only:
        return None
    return Limit(
        "does not take cases of this posture", f"the posture {inside(labels('posture')[pair.case.data['posture']])} is added"
    )


def detained(pair: Pair) -> Limit | None:
    """Why not, when the client is detained and she has no such experience."""
    if pair.case.data["detained"] and not pair.mentor.data["detained_experience"]:
        return Limit("has no experience with detained cases", "the client is released, or the mentor is trained for it")
    return None


def conflict(pair: Pair) -> Limit | None:
    """Why not, when she has a conflict of interest."""
    conflicts, case = pair.mentor.data.get("conflicts", {}), pair.case.data
    attorney = pair.book.attorneys.get(case["attorney"])
    if case["attorney"] in conflicts.get("attorneys", ()):
        return Limit("has a conflict of interest with the attorney", "nothing can")
    if attorney and "firm" in attorney.data and attorney.data["firm"] in conflicts.get("firms", ()):
        return Limit("has a conflict of interest with the attorney's firm", "nothing can")
    if case.get("organization") in conflicts.get("organizations", ()):
        return Limit("has a conflict of interest with the placing organization", "nothing can")
    return None


def declined(pair: Pair) -> Limit | None:
    """Why not, when one of the two has declined the other in this case for a reason that does not pass."""
    for row in pair.case.data.get("declines", ()):
        if row["mentor"] == pair.mentor.id and row["reason"] not in LOWERS:
            who = "has declined this case" if row["by"] == "mentor" else "was declined by the attorney"
            return Limit(who, "the one who declined says otherwise")
    return None


def herself(pair: Pair) -> Limit | None:
    """Why not, when she is the attorney of record; the same person has the same e-mail address."""
    attorney = pair.book.attorneys.get(pair.case.data["attorney"])
    same = attorney is not None and attorney.data["email"].casefold() == pair.mentor.data["email"].casefold()
    return Limit("is the attorney of record herself", "nothing can") if same else None


def _away(pair: Pair) -> Limit | None:
    first = pair.today + timedelta(days=pair.book.program["matching"]["first_weeks_days"])
    hearing = next_hearing(pair.case.data, pair.today)
    for away in pair.mentor.data.get("away", ()):
        if away["from"] <= first.isoformat() and away["to"] >= pair.today.isoformat():
            return Limit("is away during the first weeks", f"a start after {away['to']}")
        if hearing and away["from"] <= hearing["date"] <= away["to"]:
            return Limit("is away during the next hearing", "a backup mentor for the hearing, or another hearing date")
    return None


def _time_zone(pair: Pair) -> Limit | None:
    attorney = pair.book.attorneys.get(pair.case.data["attorney"])
    if attorney is None:
        return None
    apart = abs(utc_offset(attorney.data["time_zone"], pair.today) - utc_offset(pair.mentor.data["time_zone"], pair.today))
    if apart <= timedelta(hours=pair.book.program["matching"]["max_time_zone_hours"]):
        return None
    return Limit("works too many time zones away from the attorney", "fixed meeting hours that suit both")


@lru_cache(maxsize=1024)
def utc_offset(zone: str, day: date) -> timedelta:
    """How far a zone is from UTC at noon of a day."""
    return datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo(zone)).utcoffset() or timedelta()


OF_THE_PAIR: tuple[Callable[[Pair], Limit | None], ...] = (
    herself, conflict, declined, detained, court, circuit, posture, _common_language, _away, _time_zone,
)  # fmt: skip
