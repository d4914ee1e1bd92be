"""The morning sheet: one page of paper with what must happen, the gravest first, and how much is not on it."""

from __future__ import annotations

from dataclasses import dataclass

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
    later = [row for group in view.groups if group.anchor == "week" for row in group.rows if not is_for_today(row.due)]
    orders = [row for group in view.groups if group.anchor == "needs-order" for row in group.rows]
    parts = [
        ("Courts: late or for today", [_line(row, view) for row in view.must if row.due.kind in ("hearing", "court")]),
        ("The program: late or for today", [_line(row, view) for row in view.must if row.due.kind not in ("hearing", "court")]),
        ("Next 7 days", [_line(row, view) for row in later]),
        ("Needs a court order", [_line(row, view) for row in orders]),
        ("Waiting for a mentor", [
            Line(short_day(row.since), f"{plural(row.days, 'day')} ago", row.case,
                 f"{row.hearing} on {short_day(row.hearing_on)}" if row.hearing_on else "no hearing known",
                 person(book, row.attorney))
            for row in view.waiting
        ]),
        ("No contact", [
            Line(short_day(row.since), f"{plural(row.days, 'day')} ago", row.case,
                 "tell the program" if row.program_acts else "ask the mentor", person(book, row.mentor))
            for row in view.silent
        ]),
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
    return Line(short_day(due.shown) if due.shown else "", shown, due.case, due.title, row.owner)
