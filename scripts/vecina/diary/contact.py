"""Meetings, messages and their answers, check-ins, hours."""

from __future__ import annotations

from datetime import date
from typing import Any

from ..edit import Put
from ..facts import Data
from ..finding import Path
from ..words import hours as in_words, month as month_words
from .line import Line, NotPossible, added, happened, label, the_one


def met(case: Data, day: date, today: date, whom: str, mode: str | None) -> Line:
    """The attorney met her mentor, by video if nothing else is said, or her client."""
    if mode is None and whom == "client":  # in person or not: the program counts on it
        raise NotPossible("Say how attorney and client met: --by in-person, video or phone.")
    mode = mode or "video"
    row = {"date": happened(day, today), "with": whom, "mode": mode}
    put = added(case, ("meetings",), row)
    return Line((put,), f"met the {whom} on {day}", f", {label(mode, 'meetings', 0, 'mode')}")


def message(case: Data, day: date, today: date, by: str, to: str) -> Line:
    """A message that needs an answer was sent."""
    if by == to:
        raise NotPossible("A message goes from one to another: --from and --to must differ.")
    put = added(case, ("messages",), {"asked": happened(day, today), "by": by, "to": to}, "asked")
    return Line((put,), f"a message from the {by} to the {to} on {day}", ", still to be answered")


def answered(case: Data, day: date, today: date, asked: date | None, by: str | None) -> Line:
    """The oldest open message was answered, or the one asked on a day, or the oldest one to somebody."""
    on = happened(day, today)
    still_open = [(index, row) for index, row in enumerate(case.get("messages", ())) if "answered" not in row]
    found = [row for row in still_open if by in (None, row[1]["to"]) and row[1]["asked"] <= on]
    if asked:
        found = [row for row in found if row[1]["asked"] == asked.isoformat()]
    oldest = min((row["asked"] for _, row in found), default="")
    many = "More than one message of that day is open; say who answered with --by"
    path = the_one(
        [(("messages", index), str(row["to"])) for index, row in found if row["asked"] == oldest],
        _none_open([row for _, row in still_open]),
        many,
    )
    row = case["messages"][path[1]]
    what = f"the message of {row['asked']} from the {row['by']} to the {row['to']} was answered on {on}"
    return Line((Put((*path, "answered"), on),), what)


def _none_open(still_open: list[Data]) -> str:
    if not still_open:
        return "No message is open in this case."
    days = ", ".join(sorted({f"{row['asked']} (to the {row['to']})" for row in still_open}))
    return f"No open message fits. Open are those of {days}."


def checked_in(case: Data, day: date, today: date, by: str, how: str, in_time: bool | None) -> Line:
    """Somebody of the program checked in with the attorney."""
    row: dict[str, Any] = {"date": happened(day, today), "by": by, "how": how}
    row |= {} if in_time is None else {"replies_in_time": in_time}
    put = added(case, ("check_ins",), row)
    return Line((put,), f"a check-in by the {by} on {day}", f" ({label(how, 'check_ins', 0, 'how')})")


def hours(case: Data, day: date, today: date, count: float, who: str, activity: str, late: str | None = None) -> Line:
    """Time spent on the case by the attorney or a mentor; `who` is a role, or an id that exists.

    `late` is the month in whose statement a mentor's hours are paid that come after their own was closed.
    """
    role, mentor = _whose(case, who)
    row: dict[str, Any] = {"date": happened(day, today), "who": role, "activity": activity}
    row |= {"mentor": mentor} if mentor else {}
    row |= {"paid_in": late} if late and role == "mentor" else {}
    path: Path = ("hours",)
    put = added(case, path, row | {"hours": count})
    whose = mentor or f"the {role}"
    what = f"{in_words(count)} of {whose} on {day}"
    paid = f"; that month is closed, so it is paid with {month_words(late)}" if late and "paid_in" in row else ""
    return Line((put,), what, f" ({label(activity, 'hours', 0, 'activity')}){paid}")


def _whose(case: Data, who: str) -> tuple[str, str | None]:
    """The role, and the mentor's id where it is not the case's present mentor."""
    if who in ("mentor", case.get("mentor")):
        if "mentor" not in case:
            raise NotPossible("This case has no mentor now. Say whose hours they are by her id, such as --who m-chen.")
        return "mentor", None
    if who in ("attorney", case["attorney"]):
        return "attorney", None
    if who.startswith("m-"):
        return "mentor", who
    raise NotPossible("Hours are those of a mentor or of the case's own attorney: --who mentor, attorney, or a mentor's id.")
