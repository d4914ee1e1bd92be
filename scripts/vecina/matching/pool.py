"""Every pair of a case that waits and a mentor: possible with its points, or excluded by its limits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from ..book import OPEN, Book
from ..deadlines import law_of
from ..facts import WAITING, next_hearing
from ..store import Record
from .assign import Edge
from .future import Arrivals
from .limits import OF_THE_PAIR, Limit, Pair, free_places, own_limits
from .score import Point, points, score_of
from .urgency import Urgency, urgency

MOVE = 25  # what a move has to bring where the program's settings do not say
NEAR = 30  # days to the next hearing below which a case stays where it is
_KEEPS = 10_000


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What to suppose: places more, mentors that are not there, cases beside those that wait, places held back, moves."""

    more_places: Mapping[str, int] = field(default_factory=dict)
    without: frozenset[str] = frozenset()
    also: tuple[Record, ...] = ()
    reserve: int = 0
    reassign: bool = False


@dataclass(frozen=True, slots=True)
class Pool:
    """The cases that wait, the mentors, and what is known of each pair.

    `held` has the open cases that may be moved, with their present mentors; it is empty unless moves are asked for.
    """

    book: Book
    today: date
    cases: dict[str, Record]
    mentors: dict[str, Record]
    places: dict[str, int]
    possible: dict[tuple[str, str], tuple[Point, ...]]
    limits: dict[tuple[str, str], tuple[Limit, ...]]
    urgencies: dict[str, Urgency]
    held: dict[str, str] = field(default_factory=dict)
    arrivals: Arrivals | None = None
    able: frozenset[str] = frozenset()  # the mentors whom nothing keeps from every case

    @property
    def waiting(self) -> frozenset[str]:
        """The cases without a mentor."""
        return frozenset(self.cases) - frozenset(self.held)

    @property
    def urgent(self) -> dict[str, int]:
        """How much each case comes first where not all can be placed. One that has a mentor never loses her for another."""
        return {case: _KEEPS if case in self.held else row.points for case, row in self.urgencies.items()}

    def score(self, case: str, mentor: str) -> int:
        """The points of a possible pair together."""
        return score_of(self.possible[case, mentor])

    def edges(self) -> Iterable[Edge]:
        """The possible pairs with their scores."""
        return ((case, mentor, self.score(case, mentor)) for case, mentor in self.possible)


def pool_of(book: Book, today: date, what_if: WhatIf | None = None) -> Pool:
    """The pool of the book on a day, as it is or as it would be."""
    given = what_if or WhatIf()
    cases = {case.id: case for case in book.cases.values() if case.data["status"] in WAITING}
    cases |= {case.id: case for case in given.also}
    mentors = {mentor.id: mentor for mentor in book.mentors.values() if mentor.id not in given.without}
    held = _held(book, mentors, today) if given.reassign else {}
    cases |= {name: book.cases[name] for name in held}
    pooled = Counter(held.values())
    places = {
        name: max(free_places(book, mentor), 0) + pooled[name] + given.more_places.get(name, 0)
        for name, mentor in mentors.items()
    }
    possible: dict[tuple[str, str], tuple[Point, ...]] = {}
    limits: dict[tuple[str, str], tuple[Limit, ...]] = {}
    able = set()
    for mentor in mentors.values():
        own = tuple(own_limits(book, mentor, today, places[mentor.id]))
        if not own:
            able.add(mentor.id)
        for case in cases.values():
            pair = Pair(book, case, mentor, today)
            found = own + tuple(limit for asked in OF_THE_PAIR if (limit := asked(pair)))
            if held.get(case.id) == mentor.id:  # who guides it may go on, whatever would keep her from a new case
                stays = Point(price_of_move(book), "guides this case already")
                possible[case.id, mentor.id] = (*points(pair), stays)
            elif found:
                limits[case.id, mentor.id] = found
            else:
                possible[case.id, mentor.id] = tuple(points(pair))
    law = law_of(book, today)
    urgencies = {name: urgency(case, book, law, today) for name, case in cases.items()}
    return Pool(book, today, cases, mentors, places, possible, limits, urgencies, held, able=frozenset(able))


def price_of_move(book: Book) -> int:
    """The points that a move has to bring."""
    return int(book.program["matching"]["weights"].get("move", MOVE))


def _held(book: Book, mentors: Mapping[str, Record], today: date) -> dict[str, str]:
    """The open cases that may be moved, with their mentors: none whose next hearing is near."""
    held = {}
    for case in book.cases.values():
        if case.data["status"] in OPEN and case.data.get("mentor") in mentors:
            hearing = next_hearing(case.data, today)
            if hearing is None or (date.fromisoformat(hearing["date"]) - today).days > NEAR:
                held[case.id] = case.data["mentor"]
    return held
