"""Silence: who hears of it first, and to whom it is passed on when nothing happens."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ..facts import Data, last_contact
from .item import SILENCE, Item, Role, Stage
from .people import is_named
from .rows import still_counts

ESCALATE_AFTER = 7  # days, where the program's settings do not say


def silence(case: Data, program: Data, away: frozenset[Role], today: date) -> Iterator[Item]:
    """Who is to be told on that day that nobody of the program was in touch with an open case.

    First the mentor; some days after her the backup mentor; some days after her, or where there is none, the program.
    Who is away is passed over. After the program's own limit it hears of it in any case. Each contact begins it anew.
    """
    limits, after = program["no_contact"], timedelta(days=program["reminders"].get("escalate_after_days", ESCALATE_AFTER))
    since = date.fromisoformat(last_contact(case, today))
    days = (today - since).days
    told = _told(case, since, today)

    def item(to: Role, stage: Stage) -> Item:
        return Item(to, SILENCE, stage, since, told=tuple(sorted(told.items(), key=lambda one: (one[1], one[0]))))

    def can(role: Role) -> bool:
        return is_named(case, role) and role not in away

    if days >= limits["tell_mentor_after_days"]:
        if can("mentor"):
            yield item("mentor", "silence")
        passed_on = told.get("backup-mentor")
        if passed_on is not None:
            if today >= passed_on + after:
                yield item("program", "escalated")
        elif not can("mentor") or ("mentor" in told and today >= told["mentor"] + after):
            yield item("backup-mentor" if can("backup-mentor") else "program", "escalated")
    if days >= limits["tell_program_after_days"]:
        yield item("program", "silence")


def _told(case: Data, since: date, today: date) -> dict[Role, date]:
    """When each was first told of this silence: the one since that day."""
    found: dict[Role, date] = {}
    for row in case.get("reminders", ()):
        day = date.fromisoformat(row["date"])
        current = row["about"] == SILENCE and row.get("due") == since.isoformat() and still_counts(case, row)
        if current and day <= today:
            found[row["to"]] = min(day, found.get(row["to"], day))
    return found
