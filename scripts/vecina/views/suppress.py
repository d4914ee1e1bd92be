"""Small numbers hidden, so that a table about people points to nobody.

The rule, as a report may print it:

1. A number from 1 to 4 is not shown. A zero is: it points to nobody.
2. What is hidden must not follow from what is shown, the total and this rule. So at least two numbers are hidden, together
   they are at least five, and they are not all 1 or all 4, for then their sum would say so. Where that is not yet so, the
   smallest number still shown is hidden too, whatever its size; where several are equally small, all of them are.
3. Where nothing is left to hide, the total is hidden as well.

Every hidden number is marked in the same way, so that nobody sees which were small. Two tables of the same people hide
their total together; more than that is for `linked`. Tables of two days can still be compared: the rule knows one day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

LEAST = 5  # the smallest number of people that is shown


@dataclass(frozen=True, slots=True)
class Shown:
    """What may be shown of the parts of a whole, in their order; None is hidden."""

    cells: tuple[int | None, ...]
    total: int | None


def suppress(cells: Sequence[int]) -> Shown:
    """What may be shown of the numbers of people in each part of a whole. No person may be in two parts."""
    hidden = {place for place, count in enumerate(cells) if 0 < count < LEAST}
    if not hidden or keeps([cells[place] for place in hidden]):
        return _shown(cells, hidden, sum(cells))
    left = [count for count in cells if count >= LEAST]
    if not left:
        return _shown(cells, hidden, None)
    return _shown(cells, hidden | {place for place, count in enumerate(cells) if count == min(left)}, sum(cells))


def keeps(counts: list[int]) -> bool:
    """Whether small numbers cannot be told from their sum and from being 1 to 4 each."""
    return len(counts) > 1 and sum(counts) >= LEAST and set(counts) not in ({1}, {LEAST - 1})


def _shown(cells: Sequence[int], hidden: set[int], total: int | None) -> Shown:
    return Shown(tuple(None if place in hidden else count for place, count in enumerate(cells)), total)
