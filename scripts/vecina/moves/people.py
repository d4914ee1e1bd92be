"""Nobody and nothing disappears: a mentor from an open case, a record from the repository, an id into another record."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator

from ..book import OPEN
from ..checks.base import Spot, check
from ..facts import keep_until, on_hold
from ..store import Record
from .base import WHY, Sides, corrected
from .pay import has_paid_hours

_KINDS = ("case", "mentor", "attorney", "organization")


@check("V821")
def mentor_stays(sides: Sides) -> Iterator[Spot]:
    """A mentor left an open case without a reason.

    An attorney relies on the mentor she was given. A case that needs another one either goes back to `vetted` with a step
    of its history, or is given to another mentor with a reason.

    Mend: put the mentor back, add the step, or say why in the same change:

        corrections:
          - date: 2026-11-24
            of: mentor
            reason: mentor-unavailable
    """
    for before, after in sides.cases():
        was, now = (case.data.get("mentor") for case in (before, after))
        both_open = all(case.data["status"] in OPEN for case in (before, after))
        went_back = any(step["status"] == "vetted" for step in after.data["history"][len(before.data["history"]) :])
        if was and was != now and both_open and not went_back and not corrected(before, after, "mentor"):
            yield Spot(after, ("mentor",), "an open case keeps its mentor unless the change says why", WHY)


@check("V824")
def new_match_is_named(sides: Sides) -> Iterator[Spot]:
    """A mentor was given a case, and her record does not name it.

    Two people can give a mentor's last place away at the same time, each in a change that is right by itself. So each
    match also writes the case into the mentor's record as `latest_case`: the two changes then meet in one line, and Git
    lets only one of them in.

    Mend: write the case's id into the mentor's record. `vecina match --apply` does it.

        latest_case: c-7k3q9
    """
    given: defaultdict[str, list[str]] = defaultdict(list)
    for name, after in sides.after.cases.items():
        before = sides.before.cases.get(name)
        mentor = _guided_by(after)
        if mentor and mentor != _guided_by(before):
            given[mentor].append(name)
    for mentor, cases in given.items():
        record = sides.after.mentors.get(mentor)
        if record is not None and record.data.get("latest_case") not in cases:
            yield Spot(
                record, ("latest_case",), f"this mentor was given {cases[0]}, and `latest_case` names it", "write it there"
            )


def _guided_by(case: Record | None) -> str:
    """The mentor of an open case; none of any other."""
    return str(case.data.get("mentor", "")) if case is not None and case.data["status"] in OPEN else ""


@check("V822")
def records_stay(sides: Sides) -> Iterator[Spot]:
    """A record was deleted without a word.

    Cases that have ended stay, for the reports; mentors who left become inactive. A record that has to go is named in
    `data/program.yml`, so that everybody knows why and its id is never given again:

        removed:
          - id: c-7k3q9
            date: 2026-11-24
            reason: entered-twice

    Mend: bring the file back, or add that entry.
    """
    named = {row["id"] for row in sides.after.program.get("removed", ())}
    for kind in _KINDS:
        for name, record in sides.before.kinds[kind].items():
            if not sides.after.knows(kind, name) and name not in named:
                gone = Record(kind, name, record.file, {}, array("I", [1, 1]))
                yield Spot(gone, (), "this record was deleted", "bring it back, or name it under `removed:` in data/program.yml")


@check("V825")
def records_are_kept_their_time(sides: Sides) -> Iterator[Spot]:
    """A case's record was deleted too early.

    While a legal hold lasts, nothing of a case may be deleted, whatever the reason. And a record goes for `retention-ended`
    only when the years of the settings are over: `retention` in `data/program.yml`.

    A record whose hours have been paid goes when its time is over, or when the person asked for it, and not for another
    reason: a statement names it.

    Mend: bring the file back. A hold is lifted by an admin, `vecina log c-7k3q9 hold ended`, in a change before. A record
    that was entered twice or by mistake is deleted with that reason; give its hours to the record that stays first.
    """
    named = {row["id"]: row for row in sides.after.program.get("removed", ())}
    for name, record in sides.before.cases.items():
        if sides.after.knows("case", name):
            continue
        row = named.get(name, {})
        until = keep_until(record.data, sides.before.program)
        gone = Record("case", name, record.file, {}, array("I", [1, 1]))
        if on_hold(record.data):
            yield Spot(gone, (), "a legal hold keeps this record", "bring it back")
        elif row.get("reason") == "retention-ended" and (until is None or row["date"] < until.isoformat()):
            yield Spot(gone, (), "the time for which this record is kept is not over", "bring it back")
        elif row.get("reason") in _WRONG and has_paid_hours(sides, record.data):
            yield Spot(gone, (), "hours of this record have been paid, and a statement names it", "bring it back")


@check("V826")
def hold_lasts(sides: Sides) -> Iterator[Spot]:
    """A legal hold was taken away, or something of a record under one.

    A legal hold stays in the record. It is lifted by its `ended`, and then everybody can see how long it lasted. While it
    lasts no row of the record goes away either: a hearing is vacated, a mistake is corrected in its row.

    Mend: put back what was there. An admin lifts the hold with `vecina log c-7k3q9 hold ended`.
    """
    for before, after in sides.cases():
        was, now = before.data.get("legal_hold"), after.data.get("legal_hold", {})
        if not was:
            continue
        if not now or (on_hold(before.data) and any(now.get(name) != was[name] for name in ("since", "by", "reason"))):
            yield Spot(after, ("legal_hold",) if now else (), "the legal hold that stood here stays in the record", _LIFT)
        elif on_hold(before.data):
            for field, rows in before.data.items():
                left = after.data.get(field, ())
                if isinstance(rows, list) and isinstance(rows[0], dict) and len(left) < len(rows):
                    yield Spot(after, (field,) if left else (), "a legal hold keeps every row of this record", "put it back")


_LIFT = "lift it with `vecina log CASE hold ended`"
_WRONG = ("entered-twice", "entered-by-mistake", "other")


@check("V823")
def ids_are_given_once(sides: Sides) -> Iterator[Spot]:
    """An id was given a second time.

    Whoever finds an id in an old e-mail, calendar or report must never be led to somebody else's case.

    Mend: give the new record an id that was never used; `vecina new` does.
    """
    used = sides.once | {row["id"] for book in (sides.before, sides.after) for row in book.program.get("removed", ())}
    for kind in _KINDS:
        for name, record in sides.after.kinds[kind].items():
            if name in used and name not in sides.before.kinds[kind]:
                yield Spot(record, (), "a record of this id existed and was deleted", "give the new record another id")
