"""What the people of a case were written to about: a mail in a row, in words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..facts import Data, as_day
from ..schema import labels, labels_at
from ..store import Record
from ..words import day, inside, listing

_OTHERS = {"check-in": "check-in", "plan": "the plan is to be made anew", "filings": "pre-hearing filings"}


@dataclass(frozen=True, slots=True)
class MailRow:
    """One mail: when, to whom, and about what, the reason first."""

    day: date
    to: str
    about: str


def mails(case: Data, rules: dict[str, Record]) -> tuple[MailRow, ...]:
    """The mails of a case, the newest first: rows of one day to one person are one mail."""
    found: dict[tuple[str, str], list[str]] = {}
    who, why = labels_at("case", ("reminders", 0, "to")), labels_at("case", ("reminders", 0, "stage"))
    for row in case.get("reminders", ()):
        found.setdefault((row["date"], row["to"]), []).append(f"{inside(why[row['stage']])}: {_about(case, row, rules)}")
    rows = (MailRow(date.fromisoformat(on), who[to], listing(said)) for (on, to), said in found.items())
    return tuple(sorted(rows, key=lambda row: (-row.day.toordinal(), row.to)))


def _about(case: Data, row: Data, rules: dict[str, Record]) -> str:
    due = as_day(row.get("due"))
    on = f" ({day(due)})" if due else ""
    return (
        f"nobody was in touch since {day(due)}" if row["about"] == "silence" and due else _words(case, row["about"], rules) + on
    )


def _words(case: Data, key: str, rules: dict[str, Record]) -> str:
    """The key of a due date in words; the key itself where it is not known any more."""
    name, _, rest = key.partition(".")
    rest = re.sub(r"-\d+$", "", rest)
    if name == "milestone":
        return inside(labels("milestone_kind").get(rest, rest))
    if name == "requirement":
        return inside(labels("requirement").get(rest, rest))
    kind, _, number = key.rpartition("-")
    if kind == "message":
        return "an answer"
    if kind == "hearing":
        rows: Any = case.get("hearings", ())
        types = labels_at("case", ("hearings", 0, "type"))
        return inside(types[rows[int(number)]["type"]]) if number.isdigit() and int(number) < len(rows) else "a hearing"
    rule = rules.get(key.partition("-")[0])
    return inside(rule.data["title"]) if rule else _OTHERS.get(name, key)
