"""For a terminal: tables with columns as wide as what stands in them, and long sentences under each other."""

from __future__ import annotations

import textwrap
from collections.abc import Collection, Iterator, Sequence


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], right: Collection[int] = ()) -> Iterator[str]:
    """The lines of a table; the columns named in `right` are set to the right."""
    wide = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    for row in (heads, *rows):
        cells = (cell.rjust(wide[place]) if place in right else cell.ljust(wide[place]) for place, cell in enumerate(row))
        yield "  ".join(cells).rstrip()


WIDTH = 100


def folded(text: str, begin: str, width: int = WIDTH) -> list[str]:
    """The text in lines of that width behind its beginning, further lines as far in as the first."""
    return textwrap.wrap(
        text, width, initial_indent=begin, subsequent_indent=" " * len(begin), break_on_hyphens=False, break_long_words=False
    )
