"""A table for a terminal: columns as wide as what stands in them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], right: Collection[int] = ()) -> Iterator[str]:
    """The lines of a table; the columns named in `right` are set to the right."""
    wide = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    for row in (heads, *rows):
        cells = (cell.rjust(wide[place]) if place in right else cell.ljust(wide[place]) for place, cell in enumerate(row))
        yield "  ".join(cells).rstrip()
