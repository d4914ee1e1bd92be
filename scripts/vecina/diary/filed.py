"""What was filed, or decided against: the I-589, the filings for a hearing, the I-765, and each step after an order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any

from ..deadlines import steps_after
from ..edit import Put
from ..facts import Data, i589_on_file
from ..finding import Path
from ..schema import wanted
from ..words import inside, listing
from .done import appearance, open_milestones
from .line import ALREADY, Line, NotPossible, added, at, field, happened, merged, the_one

_FORMS = {
    "I-589": "I-589",
    "package": "All filings for a hearing",
    "I-765": "I-765, the first one",
    "renewal": "I-765, the renewal",
    "EOIR-28": "EOIR-28",
    "EOIR-33": "EOIR-33",
    "response": "Response to a filing of DHS",
    "fee": "Fee paid",
}
_ALSO = {
    "i589": "I-589", "i765": "I-765", "eoir28": "EOIR-28", "eoir33": "EOIR-33", "filing-package": "package", "filings": "package",
    "pfr": "petition-for-review",
}  # fmt: skip
_ANSWERS = {"response": ("dhs-filing", "motion-to-pretermit"), "fee": ("fee-notice",)}


@cache
def steps() -> dict[str, Any]:
    """The steps that can stand under an order or event, as one list to choose from."""
    rows = [wanted("case", (name, 0, "steps", 0, "step")) or {} for name in ("orders", "events")]
    return merged(*rows, also={"pfr": "petition-for-review"})


@cache
def filings() -> dict[str, Any]:
    """All that can be filed, as one list to choose from."""
    return merged({"enum": list(_FORMS), "x-labels": _FORMS}, steps(), also=_ALSO)


def filed(case: Data, what: str, day: date, today: date, hearing: date | None, after: Sequence[date | str]) -> Line:
    """Something was filed: received, that is, not mailed."""
    on = happened(day, today)
    if hearing and what != "package":
        raise NotPossible("--hearing belongs to `filed package` alone.")
    if after and (what in ("I-589", "package", "I-765", "renewal", "EOIR-28")):
        raise NotPossible("--after belongs to what is filed after an order or event.")
    if what == "I-589":
        return _asylum(case, on)
    if what == "package":
        return _package(case, on, hearing)
    if what == "EOIR-28":
        return appearance(case, on)
    if what in ("I-765", "renewal"):
        name = "i765_filed" if what == "I-765" else "renewal_filed"
        which = "" if what == "I-765" else " for the renewal"
        return Line((field(case, "asylum_clock", name, on),), f"I-765{which} filed on {on}")
    if what in _ANSWERS:
        return _answer(case, what, on, after)
    return _step(case, _which_eoir33(case) if what == "EOIR-33" else what, on, after, against=False)


def waived(case: Data, step: str, day: date, today: date, after: Sequence[date | str]) -> Line:
    """It was decided not to take a step."""
    return _step(case, step, happened(day, today), after, against=True)


def _asylum(case: Data, on: str) -> Line:
    """The I-589, or the one that takes the place of one that was returned."""
    if i589_on_file(case):
        raise NotPossible(ALREADY)
    puts = [Put(("i589_filed",), on)]
    puts += [Put((*path, "done"), on) for path in open_milestones(case, "i589-filing")]
    puts += [
        Put(("events", index, "done"), on)
        for index, row in enumerate(case.get("events", ()))
        if row["kind"] == "i589-returned" and "done" not in row and row["date"] <= on
    ]
    return Line(tuple(puts), f"I-589 filed on {on}")


def _package(case: Data, on: str, hearing: date | None) -> Line:
    """All filings for a hearing to come; the plan's own step is done with it."""
    rows = [
        (index, row)
        for index, row in enumerate(case.get("hearings", ()))
        if row["status"] == "scheduled" and "filed" not in row and row["date"] >= on
    ]
    if hearing:
        rows = [(index, row) for index, row in rows if row["date"] == hearing.isoformat()]
    else:  # filings are due for those on the merits, and for others only where the record says so
        due = [one for one in rows if one[1].get("ruling_requested") or "judge_set_filing_date" in one[1]]
        rows = [one for one in rows if one[1]["type"] == "individual"] or due
    none = "No scheduled hearing on or after that day waits for its filings. With --hearing another one can be named."
    path = the_one(
        [(("hearings", index), str(row["date"])) for index, row in rows], none, "Say which hearing with --hearing and its day"
    )
    row = case["hearings"][path[1]]
    puts = [Put((*path, "filed"), on)]
    milestones = [(one, case["plan"]["milestones"][one[2]]["due"]) for one in open_milestones(case, "filing-package")]
    before = max((other["date"] for other in case["hearings"] if _before(other, row)), default="")
    puts += [Put((*one, "done"), on) for one, due_on in milestones if before < due_on <= row["date"]]
    return Line(tuple(puts), f"all filings for the hearing of {row['date']} received on {on}")


def _before(other: Data, row: Data) -> bool:
    return bool(other["type"] == row["type"] and other["date"] < row["date"])


def _answer(case: Data, what: str, on: str, after: Sequence[date | str]) -> Line:
    """What an event or an order asks for was filed or paid, and with it all of that."""
    found = [
        (group, index, row)
        for group in ("orders", "events")
        for index, row in enumerate(case.get(group, ()))
        if (row["kind"] in _ANSWERS[what] if group == "events" else row.get("due_for") == what)
        and "done" not in row
        and row["date"] <= on
    ]
    path = _after(found, after, "Nothing open in the record asks for it. Write the event or order first.")
    row = at(case, path)
    words = "fee paid" if what == "fee" else "response filed"
    return Line((Put((*path, "done"), on),), f"{words} on {on}, after the {_named(row)}")


def _which_eoir33(case: Data) -> str:
    if case["posture"] == "bia-appeal":
        raise NotPossible("On appeal there are two: say eoir-33-court or eoir-33-bia.")
    return "eoir-33-court"


def _step(case: Data, step: str, on: str, after: Sequence[date | str], *, against: bool) -> Line:
    """A step under the one order or event from which it follows and where it is not recorded yet."""
    can = [
        (group, index, row)
        for group in ("orders", "events")
        for index, row in enumerate(case.get(group, ()))
        if step in steps_after(group, row["kind"], row.get("due_for", "")) and row["date"] <= on
    ]
    left = [one for one in can if "done" not in one[2] and all(taken["step"] != step for taken in one[2].get("steps", ()))]
    none = ALREADY if can and not left else "The record has no order or event from which this follows. Write that first."
    path = _after(left, after, none)
    row: dict[str, Any] = {"step": step, "date": on} | ({"waived": True} if against else {})
    below = at(case, path)
    words, verb = inside(steps()["x-labels"][step]), "decided against" if against else "filed"
    put = added(case, (*path, "steps"), row)
    return Line((put,), f"{words} {verb} on {on}, after the {_named(below)}")


def _after(found: Sequence[tuple[str, int, Data]], after: Sequence[date | str], none: str) -> Path:
    """The one order or event; days and kinds in `after` choose among several."""
    fit = [one for one in found if all(_fits(one[2], word) for word in after)]
    if found and not fit:
        raise NotPossible(f"None of that day or kind. Possible: {listing([_named(row) for *_, row in found], 'or')}.")
    many = "It can follow from more than one; say which with --after and its day or kind"
    return the_one([((group, index), _named(row)) for group, index, row in fit], none, many)


def _named(row: Data) -> str:
    return f"{row['kind']} of {row['date']}"


def _fits(row: Data, word: date | str) -> bool:
    return bool(row["date"] == word.isoformat() if isinstance(word, date) else row["kind"] == word)
