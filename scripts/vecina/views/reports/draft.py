"""Tables before small numbers are hidden: which number counts people or cases, and how such numbers hang together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ...words import plural
from ..linked import Relation, Within, hide
from ..suppress import LEAST
from .shape import Cell, Mark, Section

TOO_FEW = "Left out: there are so few cases that these numbers would point to somebody."


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people or cases. The same name stands for the same number wherever it is printed."""

    name: str
    value: int


@dataclass(frozen=True, slots=True)
class Based:
    """A number that rests on some cases, like a median: not shown where they are from 1 to 4."""

    value: Cell
    on: str


@dataclass(frozen=True, slots=True)
class Telling:
    """A number from which counts would follow, like hours for each case: shown only where each of them may be shown."""

    value: Cell
    of: tuple[str, ...]


DraftCell = Cell | Count | Based | Telling


@dataclass(frozen=True, slots=True)
class Part:
    """One table to be. `implied` are numbers that are not printed and would follow from those that are.

    `fold`: hidden rows become one, `3 other languages`, with what they are together.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[DraftCell, ...], ...]
    notes: tuple[str, ...] = ()
    implied: tuple[Count, ...] = ()
    relations: tuple[Relation, ...] = ()
    bounds: tuple[Within, ...] = ()
    fold: str = ""


def finished(parts: Sequence[Part], *, full: bool, beside: Sequence[Part] = ()) -> tuple[Section, ...]:
    """The tables as they are printed: all numbers if `full`, else those that point to nobody.

    `beside` are the tables of another report of the same days, so that both together tell no more than one.
    """
    every = (*parts, *beside)
    counts = counted(every)
    hidden = frozenset[str]() if full else hide(counts, relations_of(every), told_of(every), bounds_of(every), unseen_of(every))
    return tuple(_section(part, counts, hidden, full=full) for part in parts)


def counted(parts: Iterable[Part]) -> dict[str, int]:
    """Every number of people or cases by its name. Raises ValueError where one name stands for two numbers."""
    found: dict[str, int] = {}
    for part in parts:
        for cell in [*part.implied, *(cell for row in part.rows for cell in row if isinstance(cell, Count))]:
            if found.setdefault(cell.name, cell.value) != cell.value:
                raise ValueError(f"{cell.name} is counted in two ways")
    return found


def relations_of(parts: Iterable[Part]) -> list[Relation]:
    """The relations that hold; in records with findings some do not, and then nothing follows from them."""
    every, counts = [relation for part in parts for relation in part.relations], counted(parts)
    return [relation for relation in dict.fromkeys(every) if relation.holds(counts)]


def bounds_of(parts: Iterable[Part]) -> list[Within]:
    """The bounds that hold, as of `relations_of`."""
    every, counts = [bound for part in parts for bound in part.bounds], counted(parts)
    return [bound for bound in dict.fromkeys(every) if bound.rest(counts) >= 0]


def told_of(parts: Iterable[Part]) -> frozenset[str]:
    """The counts of which a reader sees whether they are from 1 to 4, since something that rests on them is shown or not."""
    return frozenset(cell.on for part in parts for row in part.rows for cell in row if isinstance(cell, Based))


def unseen_of(parts: Sequence[Part]) -> frozenset[str]:
    """The counts that are printed nowhere."""
    printed = {cell.name for part in parts for row in part.rows for cell in row if isinstance(cell, Count)}
    return frozenset(counted(parts).keys() - printed)


def _section(part: Part, counts: dict[str, int], hidden: frozenset[str], *, full: bool) -> Section:
    def shown(cell: DraftCell) -> Cell:
        if isinstance(cell, Count):
            return Mark.HIDDEN if cell.name in hidden else cell.value
        if isinstance(cell, Based):
            return Mark.HIDDEN if not full and 0 < counts[cell.on] < LEAST else cell.value
        if isinstance(cell, Telling):
            return Mark.HIDDEN if hidden.intersection(cell.of) else cell.value
        return cell

    rows = [tuple(shown(cell) for cell in row) for row in part.rows]
    if part.fold and any(Mark.HIDDEN in row for row in rows):
        kept = [row for row in rows if Mark.HIDDEN not in row]
        return Section(part.title, part.columns, (*kept, *_folded(part, hidden)), part.notes)
    return Section(part.title, part.columns, tuple(rows), part.notes)


def _folded(part: Part, hidden: frozenset[str]) -> list[tuple[Cell, ...]]:
    """The hidden rows as one, with their sum where it follows from a total that is shown."""
    cells = [cell for row in part.rows for cell in row if isinstance(cell, Count) and cell.name in hidden]
    follows = any(not hidden & set(relation.right) for relation in part.relations)
    name = plural(len(cells), f"other {part.fold}", f"other {_MANY[part.fold]}")
    return [(name, sum(cell.value for cell in cells) if follows else Mark.HIDDEN)]


_MANY = {"language": "languages", "country": "countries"}
