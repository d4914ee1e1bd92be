"""Moves of open cases to other mentors: each with what it brings and what it costs. Nobody is moved without being asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import fsum

from ..facts import Data, first_day, next_hearing
from ..words import plural
from .assign import Assignment, best
from .pool import Pool
from .score import Point
from .value import Value, plus


@dataclass(frozen=True, slots=True)
class Move:
    """An open case that another mentor would take over.

    `room_for` has the cases that get the place. `gain` is what all pairs together are worth more than if this case alone
    stayed; the points that the program asks of every move are taken off already. `cost` says what is given up.
    """

    case: str
    giver: str
    taker: str
    score: int
    reasons: tuple[Point, ...]
    room_for: tuple[str, ...]
    gain: Value
    cost: tuple[str, ...]


def moves(pool: Pool, found: Assignment) -> Iterator[Move]:
    """Every move in the assignment."""
    most = found.value
    for case, mentor in sorted(found.pairs.items()):
        giver = pool.held.get(case, mentor)
        if giver == mentor:
            continue
        gain = plus(most, _if_it_stays(pool, found, case, giver), -1)
        room = tuple(new for new, of in sorted(found.pairs.items()) if of == giver and pool.held.get(new) != giver)
        cost = tuple(_costs(pool.cases[case].data, pool.today))
        yield Move(case, giver, mentor, pool.score(case, mentor), pool.possible[case, mentor], room, gain, cost)


def _if_it_stays(pool: Pool, found: Assignment, case: str, giver: str) -> Value:
    """What the best assignment is worth in which this case keeps its mentor and the other open ones go where they go."""
    fixed = {of: found.pairs[of] for of in pool.held} | {case: giver}
    rest = {(of, name): value for (of, name), value in found.worth.items() if fixed.get(of, name) == name}
    return best(rest, found.capacity).value


def _costs(case: Data, today: date) -> Iterator[str]:
    """What attorney and mentor have together, and how near the hearing is."""
    matched = first_day(case, "matched")
    if matched:
        yield f"together for {plural((today - date.fromisoformat(matched)).days, 'day')}"
    met = sum(1 for row in case.get("meetings", ()) if row["with"] == "mentor" and row["date"] <= today.isoformat())
    if met:
        yield plural(met, "meeting")
    hours = fsum(row["hours"] for row in case.get("hours", ()) if row["who"] == "mentor")
    if hours:
        yield f"{hours:g} paid hours of knowing the case"
    hearing = next_hearing(case, today)
    if hearing:
        yield f"next hearing in {plural((date.fromisoformat(hearing['date']) - today).days, 'day')}"
