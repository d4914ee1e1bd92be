"""Small questions to one case's record, asked in many places. Pure, and without a clock."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Literal, NamedTuple

Data = Mapping[str, Any]
WAITING = ("requested", "vetted")  # statuses in which a case still needs a mentor
GIVEN_BACK = ("returned", "attorney-left")  # reasons for which an attorney gives a case back
TRAININGS = ("intro_video", "center_of_excellence")
WITH_MENTOR = ("conflict_check", "consent_to_mentoring", "agreement_signed")  # what is done anew with another mentor


def as_day(text: str | None) -> date | None:
    """The date of a field that may be missing."""
    return date.fromisoformat(text) if text else None


def step_day(case: Data, status: str) -> str | None:
    """The day the case last took this status, as it is written."""
    return next((step["date"] for step in reversed(case["history"]) if step["status"] == status), None)


def first_day(case: Data, status: str) -> str | None:
    """The day the case first took this status: a case may be matched again."""
    return next((step["date"] for step in case["history"] if step["status"] == status), None)


def mentor_since(case: Data) -> str:
    """The day on which the case was last given a mentor: by a match, or by being handed over; empty before that."""
    handed_over = [str(row["date"]) for row in case.get("corrections", ()) if row["of"] == "mentor"]
    return max([step_day(case, "matched") or "", *handed_over])


def of_earlier_mentor(case: Data, name: str, day: str) -> bool:
    """Whether a requirement that was met that day was met with an earlier mentor, and is to be met anew."""
    return name in WITH_MENTOR and day < mentor_since(case) and had_another_mentor(case)


def had_another_mentor(case: Data) -> bool:
    """Whether the case had a mentor before the one of now."""
    return (first_day(case, "matched") or "") < mentor_since(case)


def asked_since(case: Data, name: str) -> str | None:
    """The day from which a requirement is asked for: the match with this mentor for what is done anew, else the first match."""
    return (mentor_since(case) or None) if name in WITH_MENTOR else first_day(case, "matched")


def waiting_since(case: Data, day: date) -> str | None:
    """Since when a case waits for a mentor on that day, from its return if it came back; None for one that does not wait."""
    since = None
    for step in case["history"]:
        if step["date"] <= day.isoformat():
            since = (since or step["date"]) if step["status"] in WAITING else None
    return since


def first_meeting(case: Data, since: str = "") -> tuple[int, str] | None:
    """Index and day of the first meeting of the attorney with her mentor, or of the first from a day on."""
    rows = enumerate(case.get("meetings", ()))
    met = [(row["date"], index) for index, row in rows if row["with"] == "mentor" and row["date"] >= since]
    return (min(met)[1], min(met)[0]) if met else None


def whose_hours(case: Data, row: Data) -> str:
    """Whose hours a mentor's row holds: those of the mentor it names, else of the case's present one; empty for nobody's."""
    return str(row.get("mentor", case.get("mentor", "")))


def next_hearing(case: Data, today: date, kind: str | None = None) -> dict[str, Any] | None:
    """The next scheduled hearing on or after today, of one type if asked."""
    day = today.isoformat()
    ahead = [
        hearing
        for hearing in case.get("hearings", ())
        if hearing["status"] == "scheduled" and hearing["date"] >= day and kind in (None, hearing["type"])
    ]
    return min(ahead, key=lambda hearing: (hearing["date"], hearing.get("time", "")), default=None)


def requirement_met(case: Data, attorney: Data | None, name: str) -> str | None:
    """The day a requirement was met: by the case's own record, or for a training by the attorney's."""
    met = case.get("requirements", {}).get(name)
    if isinstance(met, Mapping):
        return str(met["confirmed_on"])
    if met or attorney is None:
        return str(met) if met else None
    training = name.replace("_", "-")
    return next((row["completed"] for row in attorney.get("trainings", ()) if row["kind"] == training), None)


class Settled(NamedTuple):
    """How one requirement stands. `day` is the one on which it was met or waived, or until which it is put off.

    Open with a day: it was met with an earlier mentor that day, and is to be done anew with this one.
    """

    state: Literal["met", "waived", "put-off", "open"]
    day: str | None = None
    waiver: Data | None = None

    @property
    def done(self) -> bool:
        """Whether nobody need do anything for it any more."""
        return self.state in ("met", "waived")


def settled(case: Data, attorney: Data | None, name: str, today: date | None = None) -> Settled:
    """Whether a requirement is met, waived for this case, put off until a day, or open; without a day by all that is written.

    On a day, what was met with an earlier mentor and is done anew with another one is open again.
    """
    now = today.isoformat() if today else "9"
    met = requirement_met(case, attorney, name)
    if met is not None and met <= now:
        return Settled("open" if today and of_earlier_mentor(case, name, met) else "met", met)
    waiver = waiver_of(case, name)
    if waiver is None or waiver["date"] > now:
        return Settled("open")
    until = waiver.get("until")
    return Settled("put-off", until, waiver) if until else Settled("waived", waiver["date"], waiver)


def waiver_of(case: Data, name: str) -> Data | None:
    """The waiver of a training in this case, the last one if it has several."""
    rows = [row for row in case.get("waivers", ()) if row["requirement"] == name]
    return max(rows, key=lambda row: str(row["date"]), default=None)


def admins(program: Data) -> tuple[str, ...]:
    """The ids of the staff who keep the records: they alone waive, close months and hold records."""
    return tuple(row["id"] for row in program.get("staff", ()) if "admin" in row["roles"])


def met_client(case: Data, today: date) -> str | None:
    """The last day on which attorney and client have met in person; None when they have not."""
    rows = (row for row in case.get("meetings", ()) if row["with"] == "client" and row["mode"] == "in-person")
    return max((row["date"] for row in rows if row["date"] <= today.isoformat()), default=None)


def last_contact(case: Data, today: date) -> str:
    """The last day on which somebody of the program was in touch: a check-in, a meeting, an answer, else the match or request."""
    days = [day for day in contact_days(case) if day <= today.isoformat()]
    return max(days, default=step_day(case, "matched") or case["requested_on"])


def contact_days(case: Data) -> Iterator[str]:
    """The days on which somebody of the program was in touch: check-ins, meetings with the mentor, answers."""
    yield from (row["date"] for row in case.get("check_ins", ()))
    yield from (row["date"] for row in case.get("meetings", ()) if row["with"] == "mentor")
    yield from (row["answered"] for row in case.get("messages", ()) if "answered" in row)


def is_withholding_only(case: Data) -> bool:
    """Whether asylum cannot be had in these proceedings: withholding-only, by what the record says or by its posture."""
    return bool(
        case.get("proceedings") == "withholding-only" or case["posture"] in ("withholding-only", "reasonable-fear-review")
    )


def i589_on_file(case: Data) -> str | None:
    """The day the court received the I-589 that it has; none once that one was returned as incomplete."""
    filed = case.get("i589_filed")
    returned = max((row["date"] for row in case.get("events", ()) if row["kind"] == "i589-returned"), default="")
    return str(filed) if filed and filed >= returned else None


def on_hold(case: Data) -> bool:
    """Whether a legal hold lasts: then nothing of the record may be deleted."""
    return "legal_hold" in case and "ended" not in case["legal_hold"]


def keep_until(case: Data, program: Data) -> date | None:
    """The first day on which the record of a case that has ended may be deleted, by the program's retention.

    None while the case goes on, while a legal hold lasts, and where the settings name no time: then it is kept. A hold
    that was lifted later than that day moves it to the day of the lifting.
    """
    years = program.get("retention", {}).get({"closed": "closed_years"}.get(case["status"], "left_years"))
    ended = as_day(step_day(case, case["status"]))
    if case["status"] not in ("closed", "declined", "withdrawn") or years is None or ended is None or on_hold(case):
        return None
    lifted = as_day(case.get("legal_hold", {}).get("ended"))
    return max(anniversary(ended, years), lifted or date.min)


def last_deletion(program: Data) -> str:
    """The last day on which a case was deleted whose hours were real and are gone with it; empty when none was.

    Those that had been entered twice or by mistake do not count.
    """
    rows = (row for row in program.get("removed", ()) if row["id"][:2] == "c-" and row["reason"] not in _NEVER_REAL)
    return max((row["date"] for row in rows), default="")


_NEVER_REAL = ("entered-twice", "entered-by-mistake")


def anniversary(day: date, years: int) -> date:
    """The same calendar day so many years on; 1 March for 29 February, for which no authority was found.

    The safe day of the one-year rule is a day earlier by its disputed count: then 28 February.
    """
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, month=3, day=1)
