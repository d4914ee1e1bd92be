"""Who should take the cases that wait: proposals with reasons, proved best, and why the others cannot be placed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ..book import Book
from .advice import Advice, advice
from .arrivals import pool_ahead
from .assign import Assignment, assign
from .future import Arrivals
from .limits import Limit
from .moves import Move, moves
from .next_place import next_places
from .pool import Pool, WhatIf, price_of_move
from .score import Point
from .shortage import Shortage, shortages
from .urgency import waited
from .value import Value
from .verify import verify

HELD = "held place "  # what stands for an arrival that a place is held for


@dataclass(frozen=True, slots=True)
class Match:
    """A proposed pair with its points."""

    case: str
    mentor: str
    score: int
    reasons: tuple[Point, ...]
    urgent: tuple[str, ...] = ()
    waited: int = 0  # days since a mentor was asked for


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A case that nobody takes now: the first limit of each mentor whom one excludes, and how many mentors none does."""

    case: str
    limits: tuple[tuple[str, Limit], ...]
    possible: int
    urgent: tuple[str, ...] = ()
    waited: int = 0  # days since a mentor was asked for


@dataclass(frozen=True, slots=True)
class Load:
    """How full a mentor is, before the proposal and with it."""

    mentor: str
    open: int
    proposed: int
    places: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """The matches and what is left over, by case id. Nothing is written: a person decides."""

    matches: tuple[Match, ...] = ()
    moves: tuple[Move, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    verified: bool = True
    bottlenecks: tuple[tuple[str, Value], ...] = ()
    shortages: tuple[Shortage, ...] = ()
    advice: tuple[Advice, ...] = ()
    loads: tuple[Load, ...] = ()
    held: int = 0
    arrivals: Arrivals | None = None
    price_of_move: int | None = None  # set when moves were asked for

    @property
    def total(self) -> int:
        """The points of all proposed pairs."""
        return sum(match.score for match in self.matches)

    @property
    def waiting(self) -> list[tuple[str, int]]:
        """Every case that waits and for how many days, the longest wait first."""
        rows = [(row.case, row.waited) for row in self.matches] + [(row.case, row.waited) for row in self.unplaced]
        return sorted(rows, key=lambda row: (-row[1], row[0]))


def propose(book: Book, today: date, what_if: WhatIf | None = None, earlier: Mapping[str, str] | None = None) -> Proposal:
    """The best assignment of all cases that wait for a mentor."""
    if not book.program:
        return Proposal()
    given = what_if or WhatIf()
    pool = pool_ahead(book, today, given)
    found = solved(pool, given.reserve, earlier)
    wait = {case: waited(pool.cases[case].data, today) for case in pool.waiting}
    pairs = {case: mentor for case, mentor in found.pairs.items() if case in wait}
    matches = [
        Match(case, mentor, pool.score(case, mentor), pool.possible[case, mentor], pool.urgencies[case].reasons, wait[case])
        for case, mentor in sorted(pairs.items())
    ]
    left = [_left(pool, case, wait[case]) for case in sorted(wait) if case not in pairs]
    return Proposal(
        matches=tuple(matches),
        moves=tuple(moves(pool, found)),
        unplaced=tuple(left),
        verified=verify(found.worth, found.capacity, found.pairs, found.proof),
        bottlenecks=tuple(next_places(pool, found)),
        shortages=tuple(_without_held(row, found, pool) for row in shortages(found, frozenset(pool.cases))),
        advice=tuple(advice(pool, found.pairs)) if left else (),
        loads=tuple(_loads(pool, found)),
        held=sum(1 for case in found.pairs if case not in pool.cases),
        arrivals=pool.arrivals,
        price_of_move=price_of_move(book) if given.reassign else None,
    )


def _without_held(row: Shortage, found: Assignment, pool: Pool) -> Shortage:
    """The shortage in terms of real cases: a place that is held back is none of theirs."""
    held = sum(1 for case, mentor in found.pairs.items() if case not in pool.cases and mentor in row.mentors)
    return Shortage(tuple(case for case in row.cases if case in pool.cases), row.mentors, row.places - held)


def solved(pool: Pool, reserve: int = 0, earlier: Mapping[str, str] | None = None) -> Assignment:
    """The best assignment of a pool. A place held back is given to an arrival more urgent than any case, before all else."""
    edges, urgent = list(pool.edges()), pool.urgent
    for number in range(reserve):
        name = f"{HELD}{number + 1}"
        urgent[name] = 1_000
        edges += [(name, mentor, 0) for mentor in sorted(pool.able) if pool.mentors[mentor].data["detained_experience"]]
    return assign(edges, pool.places, urgency=urgent, earlier=earlier)


def _left(pool: Pool, case: str, wait: int) -> Unplaced:
    first = tuple((mentor, pool.limits[case, mentor][0]) for mentor in sorted(pool.mentors) if (case, mentor) in pool.limits)
    return Unplaced(case, first, len(pool.mentors) - len(first), pool.urgencies[case].reasons, wait)


def _loads(pool: Pool, found: Assignment) -> list[Load]:
    """How full each mentor is; with moves, what she gives is taken off what she gets."""
    change = Counter(mentor for case, mentor in found.pairs.items() if case in pool.cases)
    change.subtract(pool.held.values())
    return [
        Load(name, len(pool.book.load_of.get(name, ())), change[name], pool.book.capacity(mentor))
        for name, mentor in sorted(pool.mentors.items())
        if mentor.data["status"] == "active"
    ]
