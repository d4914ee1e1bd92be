"""The morning sheet: one page of paper with what must happen, the gravest first, and how much is not on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..book import Book
from ..words import plural, sentence, short_day
from .names import person
from .rows import Row, is_for_today
from .today import Today

LINES = 37  # what a page of Letter or A4 paper holds below its head, headings counted
LEAST = 2  # lines that every part gets, however much comes before it


@dataclass(frozen=True, slots=True)
class Line:
    """One line: when, how far away, which case, what, and whose it is."""

    when: str
    how_far: str
    case: str
    what: str
    whose: str


@dataclass(frozen=True, slots=True)
class Part:
    """Lines under one heading, how many there are in all, and how many are not on the sheet."""

    title: str
    lines: tuple[Line, ...]
    count: int

    @property
    def left(self) -> int:
        """How many are not on the sheet."""
        return self.count - len(self.lines)


def morning_sheet(book: Book, view: Today, lines: int = LINES) -> tuple[Part, ...]:
    """The parts that have anything, cut to so many lines in all: each gets a few, the first ones what is left."""
    week = [row for group in view.groups if group.anchor == "week" for row in group.rows if not is_for_today(row.due)]
    later = sorted(week, key=lambda row: (not row.due.of_a_court, row.due.shown is None or row.due.is_window))
    orders = [row for group in view.groups if group.anchor == "needs-order" for row in group.rows]
    parts = [
        ("Courts: late or for today", [_line(row, view) for row in view.must if row.due.of_a_court]),
        ("Not set by a court: late or for today", [_line(row, view) for row in view.must if not row.due.of_a_court]),
        ("Next 7 days", [_line(row, view) for row in later]),
        ("Needs a court order", [_line(row, view) for row in orders]),
        ("Waiting for a mentor", [
            Line(_day(row.since, view), f"{plural(row.days, 'day')} ago", row.case,
                 f"{row.hearing} on {_day(row.hearing_on, view)}" if row.hearing_on else "no hearing known",
                 person(book, row.attorney))
            for row in view.waiting
        ]),
        ("No contact", [
            Line(_day(row.since, view), f"{plural(row.days, 'day')} ago", row.case,
                 "the program asks" if row.program_acts else "the mentor asks", person(book, row.mentor))
            for row in view.silent
        ]),
        ("Unanswered", [_line(Row(row.due, person(book, row.asks), row.file, row.line), view) for row in view.messages]),
    ]  # fmt: skip
    parts = [(title, rows) for title, rows in parts if rows]
    given = _shared([len(rows) for _, rows in parts], lines - 2 * len(parts))  # a heading each, and a line for what is left out
    return tuple(Part(title, tuple(rows[:count]), len(rows)) for (title, rows), count in zip(parts, given, strict=True))


def _shared(wanted: list[int], room: int) -> list[int]:
    """How many lines each part gets: the first all it wants, short of a few for each other; these take turns."""
    given = [min(LEAST, count) for count in wanted]
    given[:1] = [min(count, room - sum(given[1:])) for count in wanted[:1]]
    while sum(given) < room and given != wanted:
        for index, count in enumerate(wanted):
            given[index] += int(given[index] < count and sum(given) < room)
    return given


def _line(row: Row, view: Today) -> Line:
    due = row.due
    far = "file at once" if due.safe_day_is_past else due.how_far
    shown = f"new: {far}" if view.is_new(due) else sentence(far)
    return Line(_day(due.shown, view) if due.shown else "", shown, due.case, due.title, row.owner)


def _day(when: date, view: Today) -> str:
    """The day, with its year where that is not this one."""
    return short_day(when) if when.year == view.as_of.year else f"{short_day(when)} {when.year}"
