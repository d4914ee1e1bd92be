"""A reader who wants to know hidden numbers: knows what is shown, every relation between the numbers, and the rule."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice

from vecina.views.linked import Relation, Within, hide

Counts = Mapping[str, int]
MOST = 3000  # tables that are tried before the reader gives up


def known(counts: Counts, relations: Sequence[Relation], told: Collection[str] = ()) -> dict[str, set[int]]:
    """The hidden numbers for which the reader finds one value alone. Empty: the report keeps what it should.

    A reader who has tried so many tables that the search is given up knows nothing of the rest for sure.
    """
    hidden = hide(counts, relations, told)
    found: dict[str, set[int]] = {name: set() for name in hidden}
    tables = 0
    for table in islice(tables_like(counts, relations, hidden), MOST):
        tables += 1
        news = any(len(found[name]) < 2 and table[name] not in found[name] for name in hidden)
        if news and same(table, counts, told) and hide(table, relations, told) == hidden:
            for name in hidden:
                found[name].add(table[name])
        if all(len(values) > 1 for values in found.values()):
            return {}
    return {} if tables == MOST else {name: values for name, values in found.items() if len(values) < 2}


def same(table: Counts, counts: Counts, told: Collection[str]) -> bool:
    """Whether the same numbers would be seen to be from 1 to 4."""
    return all((0 < table[name] < 5) == (0 < counts[name] < 5) for name in told)


def tables_like(counts: Counts, relations: Sequence[Relation], hidden: Collection[str]) -> Iterator[dict[str, int]]:
    """Every table with these shown numbers in which the relations hold; a hidden number is at least one."""
    most = max(counts[name] for name in hidden) + 4 if hidden else 0
    yield from _solved({name: count for name, count in counts.items() if name not in hidden}, relations, sorted(hidden), most)


def alone(
    counts: Counts,
    relations: Sequence[Relation],
    hidden: Collection[str],
    told: Collection[str] = (),
    bounds: Sequence[Within] = (),
) -> set[str]:
    """The hidden numbers of which arithmetic alone leaves one value, found by a solver that proves it."""
    from ortools.sat.python import cp_model

    model, most = cp_model.CpModel(), max(counts.values(), default=0) + 10
    unknown = {name: model.new_int_var(1, most, name) for name in hidden}
    for relation in relations:
        off = sum(relation.sign(name) * counts[name] for name in relation.names if name not in hidden)
        own = [name for name in relation.names if name in hidden]
        if own:
            model.add(
                cp_model.LinearExpr.weighted_sum([unknown[name] for name in own], [relation.sign(name) for name in own]) == -off
            )
    for name in unknown.keys() & set(told):
        model.add(unknown[name] < 5 if counts[name] < 5 else unknown[name] >= 5)
    for bound in bounds:
        model.add(sum(unknown.get(name, counts[name]) for name in bound.parts) <= unknown.get(bound.whole, counts[bound.whole]))
    known = set()
    for name in sorted(hidden):
        solver, other = cp_model.CpSolver(), model.clone()
        solver.parameters.num_workers = 1
        other.add(other.get_int_var_from_proto_index(unknown[name].index) != counts[name])
        if solver.solve(other) == cp_model.INFEASIBLE:
            known.add(name)
    return known


def _solved(table: dict[str, int], relations: Sequence[Relation], open_ones: list[str], most: int) -> Iterator[dict[str, int]]:
    for relation in relations:
        missing = [name for name in relation.names if name not in table]
        if len(missing) > 1:
            continue
        off = sum(relation.sign(name) * table[name] for name in relation.names if name in table)
        if missing:
            value = -off * relation.sign(missing[0])
            if value >= 1:
                rest = [name for name in open_ones if name != missing[0]]
                yield from _solved({**table, missing[0]: value}, relations, rest, most)
            return
        if off:
            return
    if not open_ones:
        yield table
        return
    for value in range(1, most + 1):
        yield from _solved({**table, open_ones[0]: value}, relations, open_ones[1:], most)
