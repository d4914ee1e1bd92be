"""Hard limits: each says in a sentence why a mentor cannot take a case now."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from ..book import Book
from ..facts import next_hearing
from ..store import Record


class Pair(NamedTuple):
    """A case and a mentor looked at together, with everything a limit or a point may ask."""

    book: Book
    case: Record
    mentor: Record
    today: date


def _open_to_cases(pair: Pair) -> str | None:
    status = pair.mentor.data["status"]
    return None if status == "active" else f"is {status}"


def _signed(pair: Pair) -> str | None:
    return None if "agreement_signed" in pair.mentor.data else "has not signed her agreement"


def _place_left(pair: Pair) -> str | None:
    return None if free_places(pair.book, pair.mentor) > 0 else "has no free place"


def free_places(book: Book, mentor: Record) -> int:
    """How many more open cases she can take."""
    return book.capacity(mentor) - len(book.load_of.get(mentor.id, ())) - book.taken_by_broken.get(mentor.id, 0)


def _common_language(pair: Pair) -> str | None:
    attorney = pair.book.attorneys.get(pair.case.data["attorney"])
    if attorney is None or set(attorney.data["languages"]) & set(pair.mentor.data["languages"]):
        return None
    return "shares no language with the attorney"


def court(pair: Pair) -> str | None:
    """Why not, when she limits herself to other courts."""
    only = pair.mentor.data.get("courts")
    return None if only is None or pair.case.data["court"] in only else "does not work before this court"


def circuit(pair: Pair) -> str | None:
    """Why not, when she limits herself to other circuits."""
    only = pair.mentor.data.get("circuits")
    circuit = pair.book.courts.get(pair.case.data["court"], {}).get("circuit")
    return None if only is None or circuit in only else "does not work in this circuit"


def posture(pair: Pair) -> str | None:
    """Why not, when she limits herself to other postures."""
    only = pair.mentor.data.get("postures")
    return None if only is None or pair.case.data["posture"] in only else "does not take cases of this posture"


def detained(pair: Pair) -> str | None:
    """Why not, when the client is detained and she has no such experience."""
    if pair.case.data["detained"] and not pair.mentor.data["detained_experience"]:
        return "has no experience with detained cases"
    return None


def conflict(pair: Pair) -> str | None:
    """Why not, when she has a conflict of interest."""
    conflicts, case = pair.mentor.data.get("conflicts", {}), pair.case.data
    attorney = pair.book.attorneys.get(case["attorney"])
    if case["attorney"] in conflicts.get("attorneys", ()):
        return "has a conflict of interest with the attorney"
    if attorney and "firm" in attorney.data and attorney.data["firm"] in conflicts.get("firms", ()):
        return "has a conflict of interest with the attorney's firm"
    if case.get("organization") in conflicts.get("organizations", ()):
        return "has a conflict of interest with the placing organization"
    return None


def herself(pair: Pair) -> str | None:
    """Why not, when she is the attorney of record; the same person has the same e-mail address."""
    attorney = pair.book.attorneys.get(pair.case.data["attorney"])
    same = attorney is not None and attorney.data["email"].casefold() == pair.mentor.data["email"].casefold()
    return "is the attorney of record herself" if same else None


def _away(pair: Pair) -> str | None:
    first = pair.today + timedelta(days=pair.book.program["matching"]["first_weeks_days"])
    hearing = next_hearing(pair.case.data, pair.today)
    for away in pair.mentor.data.get("away", ()):
        if away["from"] <= first.isoformat() and away["to"] >= pair.today.isoformat():
            return "is away during the first weeks"
        if hearing and away["from"] <= hearing["date"] <= away["to"]:
            return "is away during the next hearing"
    return None


def _time_zone(pair: Pair) -> str | None:
    attorney = pair.book.attorneys.get(pair.case.data["attorney"])
    if attorney is None:
        return None
    day = pair.today
    zones = [ZoneInfo(record.data["time_zone"]) for record in (attorney, pair.mentor)]
    offsets = [datetime(day.year, day.month, day.day, 12, tzinfo=zone).utcoffset() for zone in zones]
    apart = abs((offsets[0] or timedelta()) - (offsets[1] or timedelta()))
    limit = timedelta(hours=pair.book.program["matching"]["max_time_zone_hours"])
    return None if apart <= limit else "works too many time zones away from the attorney"


LIMITS: tuple[Callable[[Pair], str | None], ...] = (
    _open_to_cases, _signed, _place_left, herself, conflict, detained,
    court, circuit, posture, _common_language, _away, _time_zone,
)  # fmt: skip


def against(pair: Pair) -> Iterator[str]:
    """Every reason why this mentor cannot take this case."""
    return (reason for limit in LIMITS if (reason := limit(pair)))
