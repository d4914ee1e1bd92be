"""The score of a pair, in whole numbers, with a reason for every point."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..schema import labels
from ..words import listing, plural
from .limits import Pair, free_places


class Point(NamedTuple):
    """Some points and why."""

    points: int
    reason: str


def points(pair: Pair) -> Iterator[Point]:
    """Every reason for this pair, by the weights in program.yml."""
    weights: dict[str, int] = pair.book.program["matching"]["weights"]
    case, mentor = pair.case.data, pair.mentor.data
    claims = sorted(set(case.get("claims", ())) & set(mentor.get("claims", ())))
    if claims:
        words = labels("claim")
        yield Point(weights["claim"] * len(claims), f"knows such claims: {listing([words[claim] for claim in claims])}")
    if case.get("country") and case["country"] in mentor.get("countries", ()):
        yield Point(weights["country"], "knows the country")
    if case["court"] in mentor.get("known_courts", ()):
        yield Point(weights["same_court"], f"practices before {case['court']}")
    elif _circuits(pair):
        yield Point(weights["same_circuit"], "practices in the same circuit")
    shared = sorted(set(case["languages"]) & set(mentor["languages"]))
    if shared:
        yield Point(weights["language"] * len(shared), f"speaks {plural(len(shared), 'language')} of the client")
    if any(_together(pair, other.data) for other in pair.book.load_of.get(pair.mentor.id, ())):
        yield Point(weights["continuity"], "already works with this attorney or organization")
    if case["detained"] and mentor["detained_experience"]:
        yield Point(weights["detained"], "experienced with detained cases")
    free = free_places(pair.book, pair.mentor)
    if free > 0:
        yield Point(weights["load"] * free, f"has {plural(free, 'free place')}")


def _circuits(pair: Pair) -> bool:
    courts = pair.book.courts
    known = {courts[code]["circuit"] for code in pair.mentor.data.get("known_courts", ()) if code in courts}
    return courts.get(pair.case.data["court"], {}).get("circuit") in known


def _together(pair: Pair, other: dict[str, object]) -> bool:
    case = pair.case.data
    return other["attorney"] == case["attorney"] or ("organization" in case and other.get("organization") == case["organization"])
