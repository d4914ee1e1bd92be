"""What is done: a milestone, a requirement, or all that an order or event asks for."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from ..edit import Put
from ..facts import Data, mentor_since, of_earlier_mentor
from ..finding import Path
from ..schema import sources, wanted
from ..words import inside, listing
from .line import ALREADY, Line, NotPossible, at, field, happened, merged, the_one

APPEARANCE = ("eoir-28", "eoir_28")  # the milestone and the requirement are one fact
_LISTS = ("milestone_kind", "requirement")


@cache
def things_done() -> dict[str, Any]:
    """All that can be done, as one list to choose from."""
    fixed = [sources()["lists"]["$defs"][name] for name in _LISTS]
    rows = [wanted("case", (name, 0, "kind")) or {} for name in ("orders", "events")]
    everything = merged(*fixed, *rows, also={"conflicts": "conflict_check", "agreement": "agreement_signed"})
    everything["enum"].remove("eoir_28")
    return everything


def done(case: Data, what: str, day: date, today: date, due: date | None, source: str | None) -> Line:
    """The milestone, requirement, order or event of that kind is done."""
    on = happened(day, today)
    if source and what != "malpractice_cover":
        raise NotPossible("--source belongs to malpractice_cover alone.")
    words = inside(things_done()["x-labels"][what])
    if what in APPEARANCE:
        return appearance(case, on)
    if what in sources()["lists"]["$defs"]["requirement"]["enum"]:
        return Line((_requirement(case, what, on, source),), f"requirement met on {on}: {words}")
    if what in sources()["lists"]["$defs"]["milestone_kind"]["enum"]:
        path = milestone(case, what, due)
        return Line((Put((*path, "done"), on),), f"milestone done on {on}: {words}")
    path = _asked_for(case, what, on, due)
    return Line((Put((*path, "done"), on),), f"all of it done on {on}: {words} of {at(case, path)['date']}")


def appearance(case: Data, on: str) -> Line:
    """The EOIR-28 was filed: the requirement is met, and the milestone is done where the plan has one open."""
    puts = [] if "eoir_28" in case.get("requirements", {}) else [field(case, "requirements", "eoir_28", on)]
    puts += [Put((*path, "done"), on) for path in open_milestones(case, "eoir-28")]
    if not puts:
        raise NotPossible(ALREADY)
    return Line(tuple(puts), f"EOIR-28 filed on {on}")


def open_milestones(case: Data, kind: str) -> list[Path]:
    """Where the plan has steps of that kind that are not done."""
    rows = case.get("plan", {}).get("milestones", ())
    return [("plan", "milestones", index) for index, row in enumerate(rows) if row["kind"] == kind and "done" not in row]


def milestone(case: Data, kind: str, due: date | None) -> Path:
    """Where the one open step of that kind stands, due on that day if one is given. Raises NotPossible."""
    rows = case.get("plan", {}).get("milestones", ())
    found = [(path, str(at(case, path)["due"])) for path in open_milestones(case, kind)]
    if due:
        wanted_due = [one for one in found if one[1] == due.isoformat()]
        if found and not wanted_due:
            raise NotPossible(f"No such step is due on that day. Open: {listing([day for _, day in found])}.")
        found = wanted_due
    if not found and any(row["kind"] == kind for row in rows):
        raise NotPossible("This step of the plan is done already. If its day is wrong, correct it in the file.")
    still_open = list(dict.fromkeys(row["kind"] for row in rows if "done" not in row))
    none = f"The plan has no such step. Open in it: {listing(still_open) or 'none'}." if rows else _NO_PLAN
    return the_one(found, none, "The plan has it more than once; say which with --due")


_NO_PLAN = "This case has no mentoring plan yet. `vecina plan` proposes one."


def _requirement(case: Data, name: str, on: str, source: str | None) -> Put:
    met = case.get("requirements", {}).get(name)
    if isinstance(met, str) and of_earlier_mentor(case, name, met) and on >= mentor_since(case):
        return Put(("requirements", name), on)  # met anew, with the mentor of now
    if name != "malpractice_cover":
        return field(case, "requirements", name, on)
    if source is None:
        raise NotPossible("Say who covers the case: --source own-carrier, organization or employer.")
    return field(case, "requirements", name, {"source": source, "confirmed_on": on})


def _asked_for(case: Data, kind: str, on: str, due: date | None) -> Path:
    """The order or event of that kind that is not done and is of that day at the latest."""
    found: list[tuple[Path, str]] = [
        ((group, index), str(row["date"]))
        for group in ("orders", "events")
        for index, row in enumerate(case.get(group, ()))
        if row["kind"] == kind and "done" not in row and row["date"] <= on
    ]
    if due:
        found = [one for one in found if one[1] == due.isoformat() or at(case, one[0]).get("due") == due.isoformat()]
    none = "The record has no such order or event that is open. `vecina log … order` or `event` writes it first."
    return the_one(found, none, "The record has more than one; say which with --due and its day")
