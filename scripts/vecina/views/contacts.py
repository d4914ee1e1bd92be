"""Meetings, check-ins and messages of a case in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ..facts import Data, as_day
from ..schema import labels, labels_at
from ..words import day as in_words


@dataclass(frozen=True, slots=True)
class Contact:
    """One time somebody was in touch: what happened, and a remark on how or whether it was answered.

    `said` is what a timeline says of it; empty for a message, which is no meeting of people.
    """

    day: date
    what: str
    remark: str
    said: str = ""


def contacts(case: Data) -> Iterator[Contact]:
    """All of a case, in the order of the record."""
    owners = labels("owner")
    who, modes = labels_at("case", ("meetings", 0, "with")), labels_at("case", ("meetings", 0, "mode"))
    for row in case.get("meetings", ()):
        what, mode = f"{who[row['with']]} met", modes[row["mode"]]
        yield Contact(date.fromisoformat(row["date"]), what, mode, f"{what} {mode.lower()}")
    ways = labels_at("case", ("check_ins", 0, "how"))
    for row in case.get("check_ins", ()):
        what = f"Check-in of the {owners[row['by']].lower()}"
        late = {True: ", replies in time", False: ", replies not in time"}.get(row.get("replies_in_time"), "")
        yield Contact(date.fromisoformat(row["date"]), what, f"{ways[row['how']]}{late}", what)
    for row in case.get("messages", ()):
        answered = as_day(row.get("answered"))
        said = f"answered {in_words(answered)}" if answered else "not answered"
        yield Contact(date.fromisoformat(row["asked"]), f"{owners[row['by']]} asked the {owners[row['to']].lower()}", said)
