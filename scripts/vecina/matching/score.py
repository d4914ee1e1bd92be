"""The score of a pair, in whole numbers, with a reason for every point."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from ..schema import labels
from ..words import listing, plural
from .limits import LOWERS, Pair, free_places

TURN_DAYS, TURNS = 30, 3


class Point(NamedTuple):
    """Some points and why."""

    points: int
    reason: str


def score_of(reasons: Iterable[Point]) -> int:
    """All points together."""
    return sum(point.points for point in reasons)


def points(pair: Pair) -> Iterator[Point]:
    """Every reason for this pair, and what speaks against it, by the weights in program.yml."""
    weights: dict[str, int] = pair.book.program["matching"]["weights"]
    case, mentor = pair.case.data, pair.mentor.data
    claims = sorted(set(case.get("claims", ())) & set(mentor.get("claims", ())))
    if claims:
        words = labels("claim")
        yield Point(weights["claim"] * len(claims), f"knows such claims: {listing([words[claim] for claim in claims])}")
    if case.get("country") and case["country"] in mentor.get("countries", ()):
        yield Point(weights["country"], "knows the country")
    yield from _place(pair, weights)
    shared = sorted(set(case["languages"]) & set(mentor["languages"]))
    if shared:
        yield Point(weights["language"] * len(shared), f"speaks {plural(len(shared), 'language')} of the client")
    others = (other for other in pair.book.load_of.get(pair.mentor.id, ()) if other.id != pair.case.id)
    if any(_together(pair, other.data) for other in others):
        yield Point(weights["continuity"], "already works with this attorney or organization")
    if case["detained"] and mentor["detained_experience"]:
        yield Point(weights["detained"], "experienced with detained cases")
    free = free_places(pair.book, pair.mentor)
    if free > 0:
        yield Point(weights["load"] * free, f"has {plural(free, 'free place')}")
    yield from _turn(pair, weights.get("freshness", 0))
    no_time = sum(1 for row in case.get("declines", ()) if row["mentor"] == pair.mentor.id and row["reason"] in LOWERS)
    if no_time and weights.get("declined", 0):
        yield Point(-weights["declined"] * no_time, f"declined for want of time {plural(no_time, 'time')}")


def _place(pair: Pair, weights: dict[str, int]) -> Iterator[Point]:
    """Where she practices and where she can meet."""
    case, mentor, courts = pair.case.data, pair.mentor.data, pair.book.courts
    own = courts.get(case["court"], {})
    if case["court"] in mentor.get("known_courts", ()):
        yield Point(weights["same_court"], f"practices before {case['court']}")
    elif own.get("circuit") in {courts[code]["circuit"] for code in mentor.get("known_courts", ()) if code in courts}:
        yield Point(weights["same_circuit"], "practices in the same circuit")
    here = {case["client"].get("state"), own.get("state")} & set(mentor.get("states", ()))
    if here and weights.get("in_person", 0):
        yield Point(weights["in_person"], "can meet in person")


def _turn(pair: Pair, weight: int) -> Iterator[Point]:
    """Whose turn it is: who has had no new case for longest."""
    last = pair.book.last_match.get(pair.mentor.id)
    if not weight:
        return
    if last is None:
        yield Point(weight * TURNS, "has had no case yet")
        return
    days = (pair.today - date.fromisoformat(last)).days
    turns = min(TURNS, days // TURN_DAYS)
    if turns > 0:
        yield Point(weight * turns, f"the last new case was {plural(days, 'day')} ago")


def _together(pair: Pair, other: dict[str, object]) -> bool:
    case = pair.case.data
    return other["attorney"] == case["attorney"] or ("organization" in case and other.get("organization") == case["organization"])
