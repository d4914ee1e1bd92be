"""Which kind of new mentor would place most of the cases that are left over: worked out by adding her, not guessed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product

from .pool import Pool

SHOWN = 3


@dataclass(frozen=True, slots=True)
class Advice:
    """A kind of mentor, and how many more cases would be placed with one of the kind.

    The language is one she shares with attorneys, the court the one she works before (None for any court), `detained`
    whether she takes detained cases.
    """

    language: str
    court: str | None
    detained: bool
    more: int


def advice(pool: Pool, pairs: Mapping[str, str]) -> list[Advice]:
    """The kinds that place most beyond the pairs, which place as many as can be; of equals the one that asks least of her."""
    able: defaultdict[str, list[str]] = defaultdict(list)
    for case, mentor in pool.possible:
        able[mentor].append(case)
    left = sum(1 for case in pool.cases if case not in pairs)
    kinds = [(_could_take(pool, *kind), kind) for kind in _kinds(pool)]
    kinds.sort(key=lambda row: (-len(row[0]), row[1][2], row[1][1] is None, row[1][0], row[1][1] or ""))
    found: dict[tuple[str, int], Advice] = {}  # of a language and as many more cases the kind that asks least
    places = int(pool.book.program["capacity"]["cases"])
    for cases, (language, court, detained) in kinds:
        best = sorted((more for _, more in found), reverse=True)[:SHOWN]
        if not cases or (len(best) == SHOWN and min(len(cases), left, places) < best[-1]):
            continue  # it cannot place more than those found
        more = _more(cases, places, able, pairs)
        kind = Advice(language, court, detained, more)
        if more > 0:
            found[language, more] = min(found.get((language, more), kind), kind, key=_asks)
    return sorted(found.values(), key=lambda kind: (-kind.more, _asks(kind)))[:SHOWN]


def _more(cases: list[str], places: int, able: Mapping[str, list[str]], pairs: Mapping[str, str]) -> int:
    """How many more cases are placed with a new mentor for these cases: each of her places starts a chain of moves."""
    taken, given = dict(pairs), set[str]()
    for place in range(places):
        via: dict[str, str] = {case: "" for case in cases if case not in given}  # the case whose mentor would take it
        queue = list(via)
        end = next((case for case in queue if case not in taken), None)
        for case in queue:  # grows while it is walked
            if end is not None:
                break
            for other in able[taken[case]] if taken[case] else ():
                if other not in via:
                    via[other] = case
                    queue.append(other)
                    if other not in taken:
                        end = other
                        break
        if end is None:
            return place
        while via[end]:
            taken[end] = taken[via[end]]
            end = via[end]
        taken[end] = ""  # hers
        given.add(end)
    return places


def _asks(kind: Advice) -> tuple[bool, bool, str, str]:
    """How much is asked of her: detained work, any court instead of one."""
    return (kind.detained, kind.court is None, kind.language, kind.court or "")


def _kinds(pool: Pool) -> list[tuple[str, str | None, bool]]:
    """Every language that an attorney of a waiting case speaks, with every court of one, for detained cases or not."""
    cases = [case.data for case in pool.cases.values()]
    languages = sorted({language for case in cases for language in _languages(pool, case["attorney"])})
    courts: list[str | None] = [*sorted({case["court"] for case in cases}), None]
    return list(product(languages, courts, (False, True)))


def _languages(pool: Pool, attorney: str) -> list[str]:
    record = pool.book.attorneys.get(attorney)
    return list(record.data["languages"]) if record else []


def _could_take(pool: Pool, language: str, court: str | None, detained: bool) -> list[str]:
    """The waiting cases that a mentor of this kind could take."""
    return [
        case.id
        for case in pool.cases.values()
        if language in _languages(pool, case.data["attorney"])
        and court in (None, case.data["court"])
        and (detained or not case.data["detained"])
    ]
