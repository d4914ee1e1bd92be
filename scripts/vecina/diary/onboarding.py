"""A training waived or put off by an admin, and the role that attorney and mentor agreed on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from ..edit import Put
from ..facts import Data, requirement_met, waiver_of
from ..schema import labels
from ..words import inside, listing, meant
from .line import ALREADY, Line, NotPossible, added, happened, label

_NO_ADMIN = "Only an admin waives a training, and data/program.yml names none yet: add the staff with their roles there."


def waive(
    case: Data, attorney: Data | None, admins: Sequence[str], training: str, day: date, today: date, *, by: str, reason: str,
    until: date | None,
) -> Line:  # fmt: skip
    """An admin waived a training for this case, or put it off until a day."""
    on, words = happened(day, today), inside(labels("requirement")[training])
    if by not in admins:
        who = f"Only an admin waives a training: {listing(admins, 'or')}.{meant(by, admins)}" if admins else _NO_ADMIN
        raise NotPossible(who)
    if requirement_met(case, attorney, training):
        raise NotPossible("The record has the day of this training: there is nothing to waive.")
    if waiver_of(case, training):
        raise NotPossible("This training is waived already. To put it off further, or for good, change `until` in the file.")
    if on < case["requested_on"]:
        raise NotPossible("A training cannot be waived before the request for a mentor.")
    if until and until < day:
        raise NotPossible("The day to which it is put off cannot be before the waiver.")
    row: dict[str, Any] = {"requirement": training, "date": on, "by": by, "reason": reason}
    row |= {"until": until.isoformat()} if until else {}
    what = f"{words} put off until {until}" if until else f"{words} waived for this case"
    return Line((added(case, ("waivers",), row),), f"{what} by {by} on {on}", f": {label(reason, 'waivers', 0, 'reason')}")


def role(case: Data, helps_with: Sequence[str], at_hearing: str | None) -> Line:
    """Attorney and mentor agreed what the mentor does; what was agreed before is replaced, field by field."""
    if "mentor" not in case:
        raise NotPossible("This case has no mentor now: a role is agreed on with a mentor.")
    was: Data = case.get("agreed_role", {})
    if not helps_with and not was:
        raise NotPossible("Say what the mentor helps with: --helps-with strategy,drafts for example.")
    if not helps_with and at_hearing is None:
        raise NotPossible("Say what was agreed on: --helps-with, --at-hearing, or both.")
    tasks = list(dict.fromkeys(helps_with)) or was["helps_with"]
    part = at_hearing or was.get("at_hearing")
    now = {"helps_with": tasks} | ({"at_hearing": part} if part else {})
    if now == was:
        raise NotPossible(ALREADY)
    more = f", {label(part, 'agreed_role', 'at_hearing')}" if part else ""
    return Line(_puts(was, now), f"agreed that the mentor helps with {listing(tasks)}", more)


def _puts(was: Data, now: dict[str, Any]) -> tuple[Put, ...]:
    """The whole group where there is none yet, else the fields that change."""
    if not was:
        return (Put(("agreed_role",), now),)
    return tuple(Put(("agreed_role", name), value) for name, value in now.items() if was.get(name) != value)
