"""Why cases are left over: a set of cases that together can go to these mentors only, who have fewer places."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from .assign import Assignment


@dataclass(frozen=True, slots=True)
class Shortage:
    """More cases than places: the cases, the only mentors who can take any of them, and how many places those have."""

    cases: tuple[str, ...]
    mentors: tuple[str, ...]
    places: int


def shortages(found: Assignment, waiting: frozenset[str]) -> list[Shortage]:
    """One for each group of cases that is left over. Whoever counts sees that no assignment could place them all."""
    can: defaultdict[str, set[str]] = defaultdict(set)
    for case, mentor in found.worth:
        can[case].add(mentor)
    holds: defaultdict[str, set[str]] = defaultdict(set)
    for case, mentor in found.pairs.items():
        holds[mentor].add(case)
    groups: list[Shortage] = []
    told: set[str] = set()
    for left in sorted(waiting - set(found.pairs)):
        if left in told:
            continue
        cases, mentors, queue = {left}, set[str](), [left]
        while queue:
            for mentor in can[queue.pop()] - mentors:
                mentors.add(mentor)
                queue += holds[mentor] - cases
                cases |= holds[mentor]
        told |= cases
        groups.append(Shortage(tuple(sorted(cases)), tuple(sorted(mentors)), sum(found.capacity[name] for name in mentors)))
    return _joined(groups, waiting - set(found.pairs), can)


def _joined(groups: list[Shortage], left: set[str] | frozenset[str], can: dict[str, set[str]]) -> list[Shortage]:
    """The groups, each with every case left over that has no other mentors than the group's."""
    joined = []
    for group in groups:
        more = {case for case in left if can[case] and can[case] <= set(group.mentors)}
        joined.append(Shortage(tuple(sorted({*group.cases, *more})), group.mentors, group.places))
    return list(dict.fromkeys(joined))
