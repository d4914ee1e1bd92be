"""The head of a report: whose it is, which days and records it rests on, what it lacks, and what its marks mean."""

from __future__ import annotations

from collections.abc import Sequence

from ...words import listing, plural
from .draft import Part, finished
from .shape import Frame, Report, Section

OFFICE = "For the office only: small numbers are shown"
OFFICE_LIST = "For the office only: cases are named"
HIDDEN = (
    "* is a number of people or cases from 1 to 4, or one from which such a number could be worked out, or what rests on fewer "
    "than five cases. A zero is shown."
)
NONE = "– means that there is no such number."
TO_COME = "The period is not over: its numbers are those up to the day of this report."


def report(
    frame: Frame, kind: str, title: str, parts: Sequence[Part], revision: str, *, about: str = "", stamp: str = "",
    ids: bool = False, more: Sequence[Section] = (), over: bool = True, beside: Sequence[Part] = (),
) -> Report:  # fmt: skip
    """The report of these tables; `more` are tables in which nothing is to be hidden, `ids` says that cases may be named.

    `beside`: as of `finished`.
    """
    legend = (NONE,) if frame.full else (HIDDEN, NONE)
    return Report(
        kind=kind,
        title=title,
        about=about,
        program=frame.book.program.get("name", ""),
        period=frame.span,
        as_of=frame.day,
        revision=revision,
        stamp=stamp or (OFFICE if frame.full else ""),
        incomplete=incomplete(frame, ids=ids),
        legend=legend if over else (*legend, TO_COME),
        sections=(*finished(parts, full=frame.full, beside=beside), *more),
    )


def incomplete(frame: Frame, *, ids: bool) -> str:
    """What the report lacks because records cannot be read; empty where it lacks nothing."""
    unread = frame.book.unread
    if not unread:
        return ""
    which = f" ({listing(unread)})" if ids else ""
    left_out = "is" if len(unread) == 1 else "are"
    return f"This report is not complete: {plural(len(unread), 'record')} could not be read and {left_out} left out{which}."
