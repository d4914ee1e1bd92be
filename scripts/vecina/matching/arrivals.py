"""The pool with a price on each mentor's place for the requests that are likely to come; off until there is history."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from math import ceil
from statistics import fmean

from ..book import Book
from ..facts import first_day, step_day
from ..store import Record
from .future import SAMPLES, Arrivals, Past, Reserve, Scores, reserve_prices
from .limits import OF_THE_PAIR, Pair, not_with_us
from .pool import Pool, WhatIf, pool_of
from .score import Point, points, score_of

YEARS = 2  # how far back requests say something about those to come
LEAST, FEWEST = 20, 8  # futures in a large program, and where the cases that wait are more work than that by themselves
_WORK = 60_000  # pairs to look at over all futures: a large program gets fewer of them, and they look less far ahead
_LEARNT, _PAIRS = 400, 200_000  # the latest requests stand for all: fewer where there are many mentors to ask for each


def pool_ahead(book: Book, today: date, what_if: WhatIf | None = None) -> Pool:
    """The pool of a day; where the program asks for it and enough is known, with a price on places needed later."""
    pool = pool_of(book, today, what_if)
    settings: Mapping[str, int] | None = book.program["matching"].get("arrivals")
    if settings is None:
        return pool
    past = sorted((case for case in book.cases.values() if _counts(case, today)), key=_latest_first)
    arrivals = Arrivals(len(past), settings["requests_needed"], {})
    if not arrivals.on or not pool.waiting:
        return replace(pool, arrivals=arrivals)
    requests, weekly = [_scores(pool, case) for case in past[: _learnt(len(pool.mentors), arrivals.needed)]], _weekly(past, today)
    a_week = fmean(weekly) * fmean(map(len, requests))
    weeks, samples, share = _extent(settings["weeks_ahead"], len(pool.possible), a_week)
    known = Past(requests, [ceil(count * share) for count in weekly], _ends(book, weeks))
    now: dict[str, dict[str, int]] = {case: {} for case in pool.waiting}
    for case, name in pool.possible:
        if case in now:
            now[case][name] = pool.score(case, name)
    load = {name: len(book.load_of.get(name, ())) for name in pool.mentors}
    prices = reserve_prices(now, _free(pool), load, known, weeks=weeks, worth=settings["case_worth"], samples=samples)
    possible = {
        (case, name): (*found, _kept(prices[name])) if name in prices else found for (case, name), found in pool.possible.items()
    }
    return replace(pool, possible=possible, arrivals=replace(arrivals, prices=prices))


def _extent(weeks: int, present: int, a_week: float) -> tuple[int, int, float]:
    """How many weeks to look ahead, how many futures to play out, and which share of a week's requests stands for it.

    All within the work there is for them; only where one week's requests are more than that is their share below 1.
    """
    room = _WORK / LEAST - present
    weeks = max(1, min(weeks, int(room / max(a_week, 1.0))))
    samples = max(FEWEST, min(SAMPLES, int(_WORK / max(1.0, present + a_week * weeks))))
    return weeks, samples, min(1.0, _WORK / FEWEST / max(a_week, 1.0))


def _learnt(mentors: int, needed: int) -> int:
    """How many of the latest requests are looked at: never fewer than are needed to learn from."""
    return max(needed, min(_LEARNT, _PAIRS // max(1, mentors)))


def _latest_first(case: Record) -> tuple[int, str]:
    return -date.fromisoformat(case.data["requested_on"]).toordinal(), case.id


def _free(pool: Pool) -> dict[str, int]:
    """The places of each mentor that no open case has."""
    held = Counter(pool.held.values())
    return {name: places - held[name] for name, places in pool.places.items()}


def _kept(reserve: Reserve) -> Point:
    why = f"the place is kept for requests to come, which need it in {reserve.needed} of {reserve.futures} futures"
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
        if not any(not_with_us(mentor)) and not any(asked(pair) for asked in OF_THE_PAIR):
            found[mentor.id] = score_of(points(pair))
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
