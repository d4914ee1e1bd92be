"""What was done in time, and how long cases waited for a mentor."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from math import ceil
from statistics import median

from ...book import Book
from ...schema import labels
from ...words import inside
from ..figures.flow import GUIDED, WAITS, flow
from ..figures.kept import ANSWERS, CHECK_INS, STEPS, Share, reply_words, tally
from ..figures.promises import Promise, answers, check_ins, filings, milestones
from ..figures.span import Span
from ..figures.waits import days_to_match
from ..figures.way import had_mentor
from ..linked import whole
from .draft import Based, Count, DraftCell, Part
from .shape import Cell, Frame, Mark, Percent

KEPT = (
    "In time: done on or before the day it was due, of everything whose day lies in the period, done or not. What is due on the "
    "day of this report can still be done, so the last day counted is the day before."
)
FILINGS = (
    "Filings for hearings: all of them received by the last day that the judge or the rule gave, for every hearing that was held "
    "or still stands, while the case had a mentor. Where only an order of the court could give a day, nothing is counted."
)
MATCH = (
    "Calendar days from the day a mentor was asked for to the first match, of cases first matched in the period. A case that "
    "needs a second mentor is not counted again. Median: half of the cases waited no longer than this."
)

WHOLE = "The median is in whole days, a half rounded up, so that nobody can tell from it whether the number of cases is even."


def answered(book: Book) -> str:
    """What an answer in time is, with the program's reply time."""
    return ANSWERS.format(reply=reply_words(book))


def until_yesterday(frame: Frame) -> Span:
    """The period as far as what was due in it can no longer be done in time."""
    return Span(frame.span.first, min(frame.span.last, frame.day - timedelta(days=1)))


def in_time(frame: Frame) -> Part:
    """The shares of what was done in time, for each kind of thing; by who had to do it where all numbers are shown."""
    span, book = until_yesterday(frame), frame.book
    rows: list[tuple[DraftCell, ...]] = []
    implied = []
    for what, promises in (
        ("Steps of the plan", milestones), ("Filings for hearings", filings), ("Answers", answers), ("Check-ins", check_ins),
    ):  # fmt: skip
        found = [one for one in promises(book, frame.day) if span.holds(one.due)]
        on = Count(f"in time.{what}", len({one.case for one in found}))
        implied.append(on)
        owners = [code for code in labels("owner") if any(one.who == code for one in found)] if frame.full else []
        for code in owners if len(owners) > 1 else ():
            own = (one for one in found if one.who == code)
            rows.append(share_row(f"{what}, {inside(labels('owner')[code])}", own, span, on.name))
        rows.append(share_row(what, found, span, on.name))
    notes = (KEPT, STEPS, FILINGS, answered(book), CHECK_INS)
    return Part("Done in time", ("", "In time", "Due", "Share"), tuple(rows), notes, tuple(implied))


def share_row(name: str, promises: Iterable[Promise], span: Span, on: str) -> tuple[DraftCell, ...]:
    """How many were due in a span, how many were kept, and the share; `on` is the count of their cases."""
    kept, of = tally(promises, [span])
    share = Share(sum(kept.values()), sum(of.values()))
    percent: Cell = Mark.NONE if share.percent is None else Percent(share.percent)
    return (name, *(Based(value, on) for value in (share.kept, share.of, percent)))


def to_match(frame: Frame) -> Part:
    """The time from request to first match."""
    cases = [case.data for case in frame.book.cases.values()]
    found = sorted(days_to_match(cases, frame.span))
    flown, helped = flow(cases, frame.span), sum(1 for case in cases if had_mentor(case, frame.span))
    first = Count("matched first", len(found))
    again = Count("matched later", flown.moves[WAITS, GUIDED] - first.value)
    anew = Count("guided anew", helped - flown.start[GUIDED] - first.value)
    middle = median(found) if found else 0
    days: list[Cell] = [float(middle if frame.full else ceil(middle)), found[0], found[-1]] if found else [Mark.NONE] * 3
    names = ("Median, days", "Fastest, days", "Slowest, days")
    rows: list[tuple[DraftCell, ...]] = [("Cases", first)]
    rows += [(name, Based(value, first.name)) for name, value in zip(names, days, strict=True)]
    relations = (whole("matched", (first.name, again.name)), whole("helped", ("start.guided", first.name, anew.name)))
    return Part("Time to match", ("", "Value"), tuple(rows), (MATCH,) if frame.full else (MATCH, WHOLE), (again, anew), relations)
