"""What has happened stays as it was recorded: the history, the day on which something was done."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..checks.base import Spot, check
from ..facts import mentor_since, of_earlier_mentor
from ..finding import Path
from .base import WHY, Sides, corrected, left_over


@check("V801")
def history_only_grows(sides: Sides) -> Iterator[Spot]:
    """A step of the history was changed or taken away.

    The history says when a case took each status, for reports that have been written and pay that has been given. New
    steps are added at its end; those that stand there stay. So do the reasons under `corrections:`.

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
        reasons, kept = (case.data.get("corrections", []) for case in (before, after))
        if left_over(reasons, kept):
            yield Spot(after, ("corrections",) if kept else (), "the reasons of earlier changes stay", "put them back")


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
