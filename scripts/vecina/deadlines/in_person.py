"""Attorney and client meet in person before the individual hearing: the program's advice, and a milestone that warns."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..calendars import Calendar
from ..facts import Data, first_day, met_client, next_hearing
from ..schema import labels
from ..words import day
from .due import Dated
from .spread import counted_back

KIND = "client-meeting"
_BY_PLACE = {
    "mexico": "Clients in Mexico are mostly reached by WhatsApp or video: ask the mentor whether and how a meeting in person is "
    "possible.",
    "detention-facility": "For a client in a facility it is a visit: ask the facility early how a legal visit is booked.",
    "other": "Where the client cannot be met, ask the mentor what can take the place of it.",
}


def advice(case: Data, today: date) -> str:
    """Why the program asks for the meeting, whether there was one, and what the client's place means for it."""
    met, hearing = met_client(case, today), next_hearing(case, today, "individual")
    if met:
        return f"Attorney and client have met in person, last on {day(date.fromisoformat(met))}."
    of = f" of {day(date.fromisoformat(hearing['date']))}" if hearing else ""
    asked = f"The program asks that attorney and client meet in person at least once before the individual hearing{of}"
    more = _BY_PLACE.get(case["client"]["place"], "")
    return f"{asked}; no such meeting is recorded. This is advice of the program, not a deadline of a court. {more}".rstrip()


def unplanned(case: Data, program: Data, calendar: Calendar, today: date) -> Iterator[Dated]:
    """The meeting, where an individual hearing lies ahead, none has been held and the plan does not know of it.

    Its day is the program's own offset before the hearing; without such an offset there is none. A match within that time
    leaves half of it.
    """
    hearing = next_hearing(case, today, "individual")
    offset = next((row for row in program["milestones"] if row["kind"] == KIND and row["from"] == "individual-hearing"), None)
    planned = any(row["kind"] == KIND for row in case.get("plan", {}).get("milestones", ()))
    if hearing is None or offset is None or planned or "mentor" not in case or met_client(case, today):
        return
    held = date.fromisoformat(hearing["date"])
    due = counted_back(offset, held, calendar)
    matched = date.fromisoformat(first_day(case, "matched") or case["requested_on"])
    why = f"{advice(case, today)} No day is planned for it yet."
    if due <= matched < held:
        due = matched + (held - matched) / 2
        why += " The case was matched late, so this is half way to the hearing."
    path = ("hearings", case["hearings"].index(hearing), "date")
    last = calendar.last_business(due)
    yield Dated("milestone", labels("milestone_kind")[KIND], last, False, offset["owner"], path, why, f"milestone.{KIND}")
