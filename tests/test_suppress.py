"""Small numbers of people stay hidden: no arithmetic brings them back, not even for a reader who knows the rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

import pytest
from hypothesis import example, given, strategies as st

from vecina.views.suppress import LEAST, Shown, suppress

TABLES = st.lists(st.integers(0, 9), min_size=1, max_size=6)


@pytest.mark.parametrize(
    ("cells", "shown", "total"),
    [
        ([12, 0, 7], (12, 0, 7), 19),  # nothing small, nothing hidden; a zero points to nobody
        ([2, 3, 40], (None, None, 40), 45),  # two small ones, five together: each can be 1 to 4
        ([3, 37], (None, None), 40),  # one alone would follow from the total, so the other goes too
        ([1, 2, 8, 30], (None, None, None, 30), 41),  # three together are too few: the next smallest goes too
        ([1, 8, 8, 30], (None, None, None, 30), 47),  # of two equally small ones both, or their order would tell
        ([1, 1, 1, 1, 1, 9], (None,) * 6, 14),  # five ones add up to five, and so each would be known
        ([4, 4, 9, 30], (None, None, None, 30), 47),  # and so would two fours that add up to eight
        ([0, 3, 0], (0, None, 0), None),  # nothing else to hide: the total would tell
        ([0, 0], (0, 0), 0),
    ],
)
def test_what_is_shown_of_a_table(cells: list[int], shown: tuple[int | None, ...], total: int | None) -> None:
    assert suppress(cells) == Shown(shown, total)


def tables_like(shown: Shown, cells: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Every table of which the same would be shown, as a reader who knows the rule would search for them."""
    places = [place for place, cell in enumerate(shown.cells) if cell is None]
    most = sum(cells[place] for place in places)
    for values in product(range(1, most if shown.total is not None else LEAST), repeat=len(places) - (shown.total is not None)):
        guess = list(cells)
        last = (most - sum(values),) if shown.total is not None else ()
        for place, value in zip(places, [*values, *last], strict=True):
            guess[place] = value
        if min(guess) >= 0 and suppress(guess) == shown:
            yield tuple(guess)


@given(TABLES)
@example([5, 5, 4, 4])
@example([0, 4, 4, 4])
def test_no_hidden_number_can_be_computed(cells: list[int]) -> None:
    """For each of them at least two numbers fit everything that is shown, zeros and total included."""
    shown = suppress(cells)
    hidden = {place for place, cell in enumerate(shown.cells) if cell is None}
    known: dict[int, set[int]] = {place: set() for place in hidden}
    for table in tables_like(shown, cells) if hidden else ():
        for place in hidden:
            known[place].add(table[place])
        if all(len(values) > 1 for values in known.values()):
            return
    assert not hidden, known


@given(TABLES)
def test_every_small_number_is_hidden_and_every_other_is_as_it_is(cells: list[int]) -> None:
    shown = suppress(cells)
    assert all(cell is None for cell, count in zip(shown.cells, cells, strict=True) if 0 < count < LEAST)
    assert all(cell in (None, count) for cell, count in zip(shown.cells, cells, strict=True))
    assert shown.total in (None, sum(cells))


@given(TABLES)
def test_no_more_is_hidden_than_the_rule_needs(cells: list[int]) -> None:
    """A zero never, a large number only where the small ones alone would be known, the total only where no other is left."""
    shown = suppress(cells)
    hidden = [count for count, cell in zip(cells, shown.cells, strict=True) if cell is None]
    small = [count for count in cells if 0 < count < LEAST]
    known = bool(small) and (len(small) < 2 or sum(small) < LEAST or set(small) in ({1}, {4}))
    large = sorted(set(hidden) - set(small))
    assert 0 not in hidden
    assert large == (sorted(set(cells) - set(small) - {0})[:1] if known else [])
    assert (shown.total is None) == (known and not large)
