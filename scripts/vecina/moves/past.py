"""What has happened stays as it was recorded: the history, paid hours, the day on which something was done."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..checks.base import Spot, check
from ..facts import mentor_since, of_earlier_mentor, whose_hours
from ..finding import Path
from ..pay import is_settled
from .base import WHY, Sides, corrected, left_over

_LATE = f"write `paid_in` with the month in whose statement it is paid, or {WHY}"
_HERS = "write `mentor` with her id in the row"


@check("V801")
def history_only_grows(sides: Sides) -> Iterator[Spot]:
    """A step of the history was changed or taken away.

    The history says when a case took each status, for reports that have been written and pay that has been given. New
    steps are added at its end; those that stand there stay.

    Mend: put the old step back. Where it was wrong, correct it and say why in the same change:

        corrections:
          - date: 2026-11-24
            of: history
            reason: typing-error
    """
    for before, after in sides.cases():
        old, new = before.data["history"], after.data["history"]
        if new[: len(old)] != old and not corrected(before, after, "history"):
            index = next((n for n, step in enumerate(old) if n >= len(new) or new[n] != step), 0)
            yield Spot(after, ("history", index), f"step {index + 1} of the history stays as it was", WHY)


@check("V802")
def paid_hours_stay(sides: Sides) -> Iterator[Spot]:
    """Hours that have been paid were changed.

    A mentor's record says through which day her hours have been paid. Those of that day and before are neither changed,
    taken away nor added any more: the statement that was sent shows them.

    Mend: put the row back as it was. Hours that were forgotten keep their true day and say in whose statement they are
    paid; `vecina log` writes that by itself:

        - date: 2026-09-30
          who: mentor
          activity: review
          paid_in: 2026-11
          hours: 1.5

    Where a paid row was wrong, correct it and say why under `corrections:` with `of: hours`.
    """
    for before, after in sides.cases():
        if corrected(before, after, "hours"):
            continue
        rows = before.data.get("hours", [])
        old = [_whose(row, before.data) for row in rows]
        new = [_whose(row, before.data if row in rows else after.data) for row in after.data.get("hours", [])]
        changed = [index for index, row in left_over(new, old) if _is_paid(sides, row)]
        for index in changed:
            yield Spot(after, ("hours", index), "the hours of this time have been paid, and this row was not among them", _LATE)
        if not changed and any(_is_paid(sides, row) for _, row in left_over(old, new)):
            yield Spot(after, ("hours",), "hours that have been paid stay as they were", WHY)


def _whose(row: dict[str, Any], case: dict[str, Any]) -> dict[str, Any]:
    """A row of hours with the mentor whose they are, so that naming her changes nothing."""
    return row | {"mentor": whose_hours(case, row)} if row["who"] == "mentor" else row


def _is_paid(sides: Sides, row: dict[str, Any]) -> bool:
    """Whether such hours had been paid before the change."""
    mentor = sides.before.mentors.get(row.get("mentor", ""))
    return row["who"] == "mentor" and mentor is not None and is_settled(mentor.data, row)


@check("V804")
def hours_keep_their_mentor(sides: Sides) -> Iterator[Spot]:
    """Hours of one mentor became another's, or nobody's.

    A row of hours without a mentor is the present mentor's of the case. When another one takes the case over, or it goes
    back to wait for one, the rows that were written before would be the new mentor's, and the wrong one would be paid.

    Mend: write the id of the mentor who worked these hours into the row. Where the hours were never hers, say so under
    `corrections:` with `of: hours`.

        - date: 2026-09-30
          who: mentor
          activity: review
          mentor: m-chen
          hours: 1.5
    """
    for before, after in sides.cases():
        old, new = _mentors_rows(before.data), _mentors_rows(after.data)
        if before.data.get("mentor") == after.data.get("mentor") or corrected(before, after, "hours"):
            continue
        kept = [row for _, row in old]
        for index, row in new:
            if "mentor" not in row and row in kept:
                kept.remove(row)
                yield Spot(after, ("hours", index), "these hours were an earlier mentor's, who is paid for them", _HERS)


def _mentors_rows(case: dict[str, Any]) -> list[tuple[int, dict[str, Any]]]:
    """The mentor's rows of a case, with their places."""
    return [(index, row) for index, row in enumerate(case.get("hours", ())) if row["who"] == "mentor"]


@check("V803")
def done_stays_done(sides: Sides) -> Iterator[Spot]:
    """A day on which something was done has vanished or moved.

    What is done leaves the list of what is due. If its day vanishes by accident, it is either asked for again or, worse,
    nobody knows any more that it was filed.

    Mend: put the day back. Where it was wrong, correct it and say why under `corrections:` with `of: done`.
    """
    for before, after in sides.cases():
        if not corrected(before, after, "done"):
            for words, path in _undone(before.data, after.data):
                yield Spot(after, path, f"{words}, and the day of it stays", WHY)


def _undone(before: dict[str, Any], after: dict[str, Any]) -> Iterator[tuple[str, Path]]:
    """What was done on a day that the record does not have any more, and where it stood."""
    old, new = (case.get("plan", {}).get("milestones", []) for case in (before, after))
    kept = [(row["kind"], row["done"]) for row in new if "done" in row]
    for row in old:
        if "done" in row and (row["kind"], row["done"]) not in kept:
            index = next((n for n, other in enumerate(new) if other["kind"] == row["kind"]), len(new))
            yield "this milestone was done", ("plan", "milestones", index)
    for name, value in before.get("requirements", {}).items():
        now = after.get("requirements", {}).get(name)
        anew = now is not None and of_earlier_mentor(after, name, value) and now >= mentor_since(after)
        if isinstance(value, str) and now != value and not anew:
            yield "this requirement was met", ("requirements", name)
    filed = before.get("i589_filed")
    if filed and after.get("i589_filed") != filed and not _returned(after, filed):
        yield "the I-589 was filed", ("i589_filed",)


def _returned(case: dict[str, Any], filed: str) -> bool:
    """Whether the I-589 of a day was returned as incomplete, so that another day takes its place."""
    return any(row["kind"] == "i589-returned" and row["date"] >= filed for row in case.get("events", ()))
