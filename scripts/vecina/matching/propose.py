"""Who should take the cases that wait: proposals with reasons, and why the others cannot be placed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from ..book import WAITING, Book
from ..store import Record
from .assign import assign
from .limits import Pair, against, free_places
from .score import Point, points


@dataclass(frozen=True, slots=True)
class Match:
    """A proposed pair with its points."""

    case: str
    mentor: str
    score: int
    reasons: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A case that nobody can take now: each limit with the number of mentors whom it is the first to exclude."""

    case: str
    limits: tuple[tuple[str, int], ...]
    possible: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """The matches and what is left over, by case id. Nothing is written: a person decides."""

    matches: tuple[Match, ...]
    unplaced: tuple[Unplaced, ...]


def propose(book: Book, today: date) -> Proposal:
    """The best assignment of all cases that wait for a mentor."""
    waiting = [case for case in book.cases.values() if case.data["status"] in WAITING]
    if not book.program:
        return Proposal((), ())
    pairs: dict[tuple[str, str], tuple[Point, ...]] = {}
    limits: dict[str, Counter[str]] = {case.id: Counter() for case in waiting}
    for case in waiting:
        for mentor in book.mentors.values():
            pair = Pair(book, case, mentor, today)
            why_not = list(against(pair))
            limits[case.id].update(why_not[:1])  # each mentor counts once
            if not why_not:
                pairs[case.id, mentor.id] = tuple(points(pair))
    edges = [(case, mentor, sum(point.points for point in reasons)) for (case, mentor), reasons in pairs.items()]
    found = assign(edges, {mentor.id: max(0, free_places(book, mentor)) for mentor in book.mentors.values()})
    matches = [
        Match(case, mentor, sum(point.points for point in pairs[case, mentor]), pairs[case, mentor])
        for case, mentor in found.pairs.items()
    ]
    left = [_left(case, limits[case.id], pairs) for case in waiting if case.id not in found.pairs]
    return Proposal(tuple(sorted(matches, key=lambda match: match.case)), tuple(sorted(left, key=lambda row: row.case)))


def _left(case: Record, limits: Counter[str], pairs: dict[tuple[str, str], tuple[Point, ...]]) -> Unplaced:
    possible = sum(1 for of, _ in pairs if of == case.id)
    return Unplaced(case.id, tuple(sorted(limits.items(), key=lambda row: (-row[1], row[0]))), possible)
