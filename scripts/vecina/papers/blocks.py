"""What a document is made of, as plain data: all that our Markdown can say, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text of one kind.

    `fill` is an empty line to write on, as wide as that many signs; `new_line` ends the line. Both have no text.
    """

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    link: str = ""
    fill: int = 0
    new_line: bool = False


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3."""

    level: int
    runs: Runs


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list; `ticked` says of an item with a box whether it is ticked. `below` is the list under it."""

    runs: Runs
    ticked: bool | None = None
    below: Listing | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """A list with bullets, or with numbers from `start` on."""

    items: tuple[Item, ...]
    numbered: bool = False
    start: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table. `head` is empty when no cell of its first row says anything; then the first cell of each row is its heading.

    `right` says for each column whether it stands on the right, as numbers do.
    """

    head: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    right: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the page."""


Block = Heading | Paragraph | Listing | Table | Rule


def plain(runs: Sequence[Run]) -> str:
    """The words alone."""
    return "".join("\n" if run.new_line else "_" * run.fill or run.text for run in runs)
