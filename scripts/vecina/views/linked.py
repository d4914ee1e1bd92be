"""Small numbers hidden in many tables at once, where the same people stand in more than one of them.

It goes on where `suppress` ends, which knows one whole and its parts. A relation says that the sum of some numbers is the
sum of others: parts and their whole, months and their total, who was there and who came against who left and who stayed.

1. A number from 1 to 4 is hidden. A zero is shown.
2. In each relation, what is hidden must not follow from what is shown: not by subtraction, not through other relations,
   and not from the rule. Where it would, the smallest numbers of that relation that are still shown are hidden too.
   A number that is shown within another one, with a few left, is treated in the same way.
3. What is then hidden must be what would be hidden of other numbers as well, so that for each hidden number two are
   possible that give one and the same report. Where that cannot be shown, all that hangs together is hidden.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from .suppress import LEAST, keeps

TRIES = 3000  # how many changes are looked at in the search for other numbers that could stand in the place of one
TURNS = 40  # how many ways to change one number are tried
WORLDS = 400  # how many other tables are held against the rule in all


@dataclass(frozen=True)
class Relation:
    """The sum of the numbers on the left is that on the right. A number stands on one side, and once."""

    left: tuple[str, ...]
    right: tuple[str, ...]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """All the numbers in it."""
        return self.left + self.right

    def sign(self, name: str) -> int:
        """1 on the left, -1 on the right."""
        return 1 if name in self.left else -1

    def holds(self, counts: Mapping[str, int]) -> bool:
        """Whether it is so."""
        return sum(counts[name] for name in self.left) == sum(counts[name] for name in self.right)


@dataclass(frozen=True)
class Within:
    """The sum of some numbers is at most another one, which holds what they count and maybe more.

    `plain`: how many more is nothing to hide, such as cases beyond the number of their attorneys.
    """

    parts: tuple[str, ...]
    whole: str
    plain: bool = False

    def rest(self, counts: Mapping[str, int]) -> int:
        """How many more."""
        return counts[self.whole] - sum(counts[name] for name in self.parts)


def whole(total: str, parts: Iterable[str]) -> Relation:
    """A total is the sum of its parts."""
    return Relation(tuple(parts), (total,))


def hide(
    counts: Mapping[str, int],
    relations: Sequence[Relation],
    told: Container[str] = (),
    bounds: Sequence[Within] = (),
    unseen: Container[str] = (),
) -> frozenset[str]:
    """The numbers, by name, that may not be shown. Raises ValueError for a relation or a bound that does not hold.

    `told`: numbers of which a reader sees whether they are from 1 to 4. `unseen`: those that stand nowhere.
    """
    if not all(relation.holds(counts) for relation in relations) or any(bound.rest(counts) < 0 for bound in bounds):
        raise ValueError("a relation between the numbers does not hold")
    found: set[str] = set()
    for names, own, within in _apart(counts, relations, bounds):
        table = _Table({name: counts[name] for name in names}, own, within)
        hidden = table.hidden()
        if hidden and not table.is_safe(hidden, told, unseen):
            hidden = {name for name in names if counts[name]}
        found |= hidden
    return frozenset(found)


def _apart(
    counts: Mapping[str, int], relations: Sequence[Relation], bounds: Sequence[Within]
) -> Iterator[tuple[list[str], list[Relation], list[Within]]]:
    """The numbers in groups that no relation and no bound joins, each with its own ones."""
    group = {name: name for name in counts}

    def top(name: str) -> str:
        while group[name] != name:
            name = group[name]
        return name

    for joined in [*(relation.names for relation in relations), *((bound.whole, *bound.parts) for bound in bounds)]:
        for name in joined[1:]:
            group[top(name)] = top(joined[0])
    members: dict[str, list[str]] = {}
    for name in counts:
        members.setdefault(top(name), []).append(name)
    for first, names in members.items():
        own = [relation for relation in relations if top(relation.names[0]) == first]
        yield names, own, [bound for bound in bounds if top(bound.whole) == first]


def _is_small(count: int) -> bool:
    return 0 < count < LEAST


class _Table:
    """The numbers of one group, their relations and bounds."""

    def __init__(self, counts: Mapping[str, int], relations: Sequence[Relation], bounds: Sequence[Within]) -> None:
        self.counts = counts
        self.relations = relations
        self.bounds = bounds
        self.of: dict[str, list[Relation]] = {name: [] for name in counts}
        for relation in relations:
            for name in relation.names:
                self.of[name].append(relation)

    def hidden(self) -> set[str]:
        """The small numbers, and then the smallest others of each relation that would still give one away."""
        hidden = {name for name, count in self.counts.items() if _is_small(count)}
        while more := self._more(hidden):
            hidden |= more
        return hidden

    def _more(self, hidden: set[str]) -> set[str]:
        open_ones = {id(relation): relation for relation in self.relations if self._tells(relation, hidden)}
        if not open_ones:
            known: set[str] = set(hidden)
            for name in sorted(hidden):
                if name in known:
                    known -= set(next(self._moves(hidden, name), {}))
            open_ones = {id(relation): relation for name in known for relation in self.of[name]}
        more = {name for relation in open_ones.values() for name in self._smallest(relation, hidden)}
        few = (bound for bound in self.bounds if self._shows_few(bound, hidden)) if not more else ()
        return more or {name for bound in few for name in self._least((bound.whole, *bound.parts))}

    def _tells(self, relation: Relation, hidden: set[str]) -> bool:
        """Whether the relation alone gives a hidden number away, or the sum of few people."""
        own = [name for name in relation.names if name in hidden]
        if not own or len({relation.sign(name) for name in own}) == 2:
            return False
        found = [self.counts[name] for name in own]
        return len(found) < 2 or sum(found) < LEAST or (max(found) < LEAST and not keeps(found))

    def _shows_few(self, bound: Within, hidden: set[str]) -> bool:
        """Whether a reader who subtracts is left with a few, all numbers of the bound being shown."""
        return not bound.plain and _is_small(bound.rest(self.counts)) and not hidden.intersection((bound.whole, *bound.parts))

    def _smallest(self, relation: Relation, hidden: set[str]) -> list[str]:
        return self._least(name for name in relation.names if name not in hidden)

    def _least(self, names: Iterable[str]) -> list[str]:
        shown = [name for name in names if self.counts[name]]
        least = min((self.counts[name] for name in shown), default=0)
        return [name for name in shown if self.counts[name] == least]

    def is_safe(self, hidden: set[str], told: Container[str], unseen: Container[str]) -> bool:
        """Whether other numbers are found, for each hidden one, of which the same would be hidden and shown.

        They are looked for from one to the next, so that the answer is the same for all that are found.
        """
        worlds, known, left = [self], set(hidden), iter(range(WORLDS))
        for world in worlds:
            for name in sorted(known):
                for move in islice(world._moves(hidden, name), TURNS) if name in known else ():
                    other = _Table({**world.counts, **move}, self.relations, self.bounds)
                    if not self._looks_like(other, told) or any(bound.rest(other.counts) < 0 for bound in self.bounds):
                        continue
                    if next(left, None) is None:
                        return False
                    if all(name in unseen for name in other.hidden() ^ hidden):
                        worlds.append(other)
                        known -= {name for name in known if other.counts[name] != self.counts[name]}
                        break
            if not known:
                return True
        return False

    def _looks_like(self, other: _Table, told: Container[str]) -> bool:
        return all(_is_small(count) == _is_small(other.counts[name]) for name, count in self.counts.items() if name in told)

    def _moves(self, hidden: set[str], name: str) -> Iterator[dict[str, int]]:
        """Other numbers in the place of hidden ones, that one among them, so that every relation still holds."""
        near = {other for relation in self.of[name] for other in relation.names if other in hidden}
        steps = {1, 2, 3} | {abs(self.counts[name] - self.counts[other]) for other in near}
        for step in sorted(steps - {0}):
            for change in (step, -step):
                if self.counts[name] + change > 0:
                    yield from self._mended(hidden, {name: change}, iter(range(TRIES)))

    def _mended(self, hidden: set[str], changes: dict[str, int], tries: Iterator[int]) -> Iterator[dict[str, int]]:
        """The numbers that come of changes once other changes have mended every relation, each way to do so."""
        for relation in self.relations:
            off = sum(relation.sign(name) * change for name, change in changes.items() if name in relation.names)
            if not off:
                continue
            for name in relation.names:
                change = -off * relation.sign(name)
                if name in hidden and name not in changes and self.counts[name] + change > 0 and next(tries, None) is not None:
                    yield from self._mended(hidden, {**changes, name: change}, tries)
            return
        yield {name: self.counts[name] + change for name, change in changes.items()}
