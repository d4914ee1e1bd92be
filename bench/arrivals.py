"""Forty weeks of requests: how near greedy, the best of each week, and the best with places kept come to hindsight.

Hindsight is the best assignment of all forty weeks' requests together, which nobody can know. Each world has mentors with
languages and courts of their own, some of them rare, and fewer places than requests; a year of requests before the
first week is what the prices are learnt from. Printed as facts; nothing here is tuned to look good.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Mapping
from statistics import fmean

from vecina.matching import Past, assign, reserve_prices

WEEKS, WORLDS, SEED = 40, 8, 20261124
WORTH = 60  # points that a case placed is worth, as in the sample program
LANGUAGES = (("es", 60), ("fr", 12), ("ht", 10), ("ru", 8), ("mam", 6), ("ti", 4))
COURTS, DETAINED = 6, 0.25
AHEAD = 40  # weeks that the prices look ahead, at most to the last one: a place once taken stays taken here

Request = dict[str, int]  # the mentors who could take it, with the points of the pair
Left = dict[str, int]
Week = Callable[[dict[str, Request], Left, int], Mapping[str, str]]


class World:
    """Mentors with their places, the requests of forty weeks, and the requests of the year before."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.mentors = {f"m-{number:02}": self._mentor() for number in range(24)}
        self.places: Left = {name: self.chance.randint(2, 4) for name in self.mentors}
        weekly = self.chance.choice((2, 3))
        self.before = [self._request() for _ in range(52 * weekly)]
        self.weeks = [
            {f"c-{week:02}-{n}": self._request() for n in range(self.chance.randint(weekly - 1, weekly + 1))}
            for week in range(WEEKS)
        ]
        self.past = Past(self.before, [weekly - 1, weekly, weekly + 1])

    def _language(self) -> str:
        return self.chance.choices([name for name, _ in LANGUAGES], [share for _, share in LANGUAGES])[0]

    def _mentor(self) -> tuple[set[str], int, bool]:
        return {"es", self._language(), self._language()}, self.chance.randrange(COURTS), self.chance.random() < 2 * DETAINED

    def _request(self) -> Request:
        language, court, detained = self._language(), self.chance.randrange(COURTS), self.chance.random() < DETAINED
        return {
            name: self.chance.randint(0, 25) + (12 if own == court else 0) + (6 if detained else 0)
            for name, (spoken, own, takes) in self.mentors.items()
            if language in spoken and (takes or not detained) and (own == court or self.chance.random() < 0.5)
        }


def greedy(week: dict[str, Request], left: Left, _: int) -> dict[str, str]:
    """One request after the other takes the best mentor who has a place."""
    pairs: dict[str, str] = {}
    for case, row in week.items():
        able = [name for name in row if left[name] - list(pairs.values()).count(name) > 0]
        if able:
            pairs[case] = max(able, key=lambda name: (row[name], name))
    return pairs


def weekly(week: dict[str, Request], left: Left, _: int) -> Mapping[str, str]:
    """The best of each week, as if it were the last."""
    return assign([(case, name, score) for case, row in week.items() for name, score in row.items()], left).pairs


def with_prices(past: Past) -> Week:
    """The best of each week, with places kept for what is likely to come."""

    def choose(week: dict[str, Request], left: Left, now: int) -> Mapping[str, str]:
        ahead = min(AHEAD, WEEKS - now - 1)
        kept = reserve_prices(week, left, {}, past, weeks=ahead, worth=WORTH, samples=40)
        less = {name: row.points for name, row in kept.items()}
        edges = [(case, name, score - less.get(name, 0)) for case, row in week.items() for name, score in row.items()]
        return assign(edges, left).pairs

    return choose


def played(world: World, choose: Week) -> tuple[int, int]:
    """Cases placed and what they are worth, over all weeks."""
    left, placed, worth = dict(world.places), 0, 0
    for number, week in enumerate(world.weeks):
        for case, mentor in choose(week, left, number).items():
            left[mentor] -= 1
            placed += 1
            worth += WORTH + week[case][mentor]
    return placed, worth


def hindsight(world: World) -> tuple[int, int]:
    """The same with all requests known from the start."""
    edges = [(case, name, WORTH + score) for week in world.weeks for case, row in week.items() for name, score in row.items()]
    found = assign(edges, world.places)
    return len(found.pairs), found.total


def main() -> None:
    """Prints the share of hindsight that each way reaches, over all worlds."""
    ways: dict[str, list[tuple[float, float]]] = {}
    requests = []
    for number in range(WORLDS):
        if sys.stderr.isatty():
            print(f"\r\033[2Kworld {number + 1} of {WORLDS}", end="", file=sys.stderr, flush=True)
        world = World(SEED + number)
        best = hindsight(world)
        requests.append(sum(map(len, world.weeks)))
        for name, choose in (("greedy", greedy), ("best of the week", weekly), ("with places kept", with_prices(world.past))):
            got = played(world, choose)
            ways.setdefault(name, []).append((got[0] / best[0], got[1] / best[1]))
    if sys.stderr.isatty():
        print("\r\033[2K", end="", file=sys.stderr)
    print(f"{WEEKS} weeks, {WORLDS} worlds, {min(requests)} to {max(requests)} requests each; shares of what hindsight reaches")
    print(f"{'':<18}{'cases':>8}{'points':>8}{'worst':>8}")
    for name, rows in ways.items():
        shares = [points for _, points in rows]
        print(f"{name:<18}{fmean(cases for cases, _ in rows):>8.1%}{fmean(shares):>8.1%}{min(shares):>8.1%}")


if __name__ == "__main__":
    main()
