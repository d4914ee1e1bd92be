"""From a due date to the people who hear of it: who does it, and who must know when it is late."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..deadlines import Due
from ..facts import WAITING, Data
from .item import ROLES, Item, Role, Stage
from .people import is_named

ANEW = "plan.moved"  # due each day until the plan is made anew, so its day says nothing
_UNREAD = "data/rules and data/calendars"  # the law could not be read: nobody is told a date, or that there is none


def items(due: Due, case: Data, ahead_days: int, away: frozenset[Role], today: date) -> Iterator[Item]:
    """Who is to be told of a due date on that day. A case that waits for a mentor: its attorney, of a court's dates alone."""
    stage = stage_of(due, ahead_days)
    if stage is None:
        return
    day = today if due.key == ANEW else None if due.state == "needs-order" else due.shown
    if case["status"] in WAITING:
        roles: set[Role] = {"attorney"} if due.of_a_court else set()
    else:
        roles = _roles(due, case, stage, away)
    yield from (Item(role, due.key, stage, day, due) for role in ROLES if role in roles)


def stage_of(due: Due, ahead_days: int) -> Stage | None:
    """Why to write of a due date today; None while it is far, when it is done, and for what is no deadline.

    A question is not repeated while it is fresh: of an answer that is owed one hears on its last day.
    """
    if due.kind == "clock" or due.state == "done" or due.authority == _UNREAD:
        return None
    if due.state == "late":
        return "late"
    if due.days is None:
        return "ahead" if due.state in ("needs-order", "soon") else None
    within = 0 if due.kind == "message" else ahead_days
    return "ahead" if due.safe_day_is_past or due.days <= within else None


def _roles(due: Due, case: Data, stage: Stage, away: frozenset[Role]) -> set[Role]:
    own = owners(due, case)
    roles = set(own)
    if due.of_a_court and (stage == "late" or due.safe_day_is_past):
        roles.add("mentor")
    if due.of_a_court and stage == "late":
        roles.add("program")
    if "mentor" in roles and not is_named(case, "mentor"):
        roles = roles - {"mentor"} | {"program"}
    hers = "mentor" in roles and stage == "late"
    if "mentor" in away and (hers or (due.of_a_court and due.state != "needs-order")):
        if is_named(case, "backup-mentor") and "backup-mentor" not in away:
            roles.add("backup-mentor")
        elif stage == "late":
            roles.add("program")
    return roles


def owners(due: Due, case: Data) -> set[Role]:
    """Who does it, by role. What is the organization's or nobody's is the program's to look after."""
    known: dict[str, Role] = {case["attorney"]: "attorney", case.get("mentor", "mentor"): "mentor"}
    return {known.get(part, "program") for part in due.owner.split()} or {"program"}
