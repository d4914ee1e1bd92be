"""The pool with a price on each mentor's place for the requests that are likely to come; off until there is history."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from statistics import fmean

from ..book import Book
from ..facts import first_day, step_day
from ..store import Record
from .future import SAMPLES, Arrivals, Past, Reserve, Scores, reserve_prices
from .limits import OF_THE_PAIR, Pair
from .pool import Pool, WhatIf, pool_of
from .score import Point, points

YEARS = 2  # how far back requests say something about those to come
_WORK = 200_000  # pairs to look at over all futures: a large pool gets fewer of them


def pool_ahead(book: Book, today: date, what_if: WhatIf | None = None) -> Pool:
    """The pool of a day; where the program asks for it and enough is known, with a price on places needed later."""
    pool = pool_of(book, today, what_if)
    settings: Mapping[str, int] | None = book.program["matching"].get("arrivals")
    if settings is None:
        return pool
    past = [case for case in book.cases.values() if _counts(case, today)]
    arrivals = Arrivals(len(past), settings["requests_needed"], {})
    if not arrivals.on or not pool.waiting:
        return replace(pool, arrivals=arrivals)
    weeks = settings["weeks_ahead"]
    known = Past([_scores(pool, case) for case in past], _weekly(past, today), _ends(book, weeks))
    now = {case: {name: pool.score(case, name) for of, name in pool.possible if of == case} for case in pool.waiting}
    load = {name: len(book.load_of.get(name, ())) for name in pool.mentors}
    samples = max(10, min(SAMPLES, _WORK // max(1, len(pool.possible))))
    prices = reserve_prices(now, _free(pool), load, known, weeks=weeks, worth=settings["case_worth"], samples=samples)
    possible = {
        (case, name): (*found, _kept(prices[name])) if name in prices else found for (case, name), found in pool.possible.items()
    }
    return replace(pool, possible=possible, arrivals=replace(arrivals, prices=prices))


def _free(pool: Pool) -> dict[str, int]:
    """The places of each mentor that no open case has."""
    held = Counter(pool.held.values())
    return {name: places - held[name] for name, places in pool.places.items()}


def _kept(reserve: Reserve) -> Point:
    why = f"her place is kept for requests to come, which need it in {reserve.needed} of {reserve.futures} futures"
    return Point(-reserve.points, why)


def _counts(case: Record, today: date) -> bool:
    """Whether a request is one of those that say something about the next ones."""
    first = today - timedelta(days=365 * YEARS)
    return case.data["status"] != "declined" and first <= date.fromisoformat(case.data["requested_on"]) <= today


def _scores(pool: Pool, case: Record) -> Scores:
    """Who could take such a request, with her points; whether she has a place and hours is a matter of the future."""
    found = {}
    for mentor in pool.mentors.values():
        pair = Pair(pool.book, case, mentor, pool.today)
        able = mentor.data["status"] == "active" and "agreement_signed" in mentor.data
        if able and not any(asked(pair) for asked in OF_THE_PAIR):
            found[mentor.id] = sum(point.points for point in points(pair))
    return found


def _weekly(past: list[Record], today: date) -> list[int]:
    """How many requests came in each week from the first one on, weeks without one included."""
    ago = [(today - date.fromisoformat(case.data["requested_on"])).days // 7 for case in past]
    counts = Counter(ago)
    return [counts[week] for week in range(max(ago) + 1)]


def _ends(book: Book, weeks: int) -> float:
    """The chance that an open case ends within so many weeks, from how long those took that have ended."""
    took = []
    for case in book.cases.values():
        begun, over = first_day(case.data, "matched"), step_day(case.data, "closed")
        if begun and over:
            took.append((date.fromisoformat(over) - date.fromisoformat(begun)).days)
    return min(1.0, weeks * 7 / max(1.0, fmean(took))) if took else 0.0
