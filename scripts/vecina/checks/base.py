"""What a check is: a small pure function whose docstring is its help page, over the book or over two states of it."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from ..finding import Code, Finding, Fix, Path
from ..store import Record


class Spot(NamedTuple):
    """A place in a record and what is right there; the check adds its code."""

    record: Record
    path: Path
    message: str
    hint: str = ""
    fix: Fix | None = None


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Check(Generic[T]):
    """A check across what it looks at, with its code and its page."""

    code: Code
    run: Callable[[T], Iterator[Spot]]

    def __call__(self, subject: T) -> Iterator[Finding]:
        """Everything this check finds."""
        for spot in self.run(subject):
            yield spot.record.finding(self.code.code, spot.path, spot.message, spot.hint, fix=spot.fix)


def explained(code: str, run: Callable[..., object]) -> Code:
    """The code with its help page: the first line of the function's docstring is the title, the rest the page."""
    title, _, page = inspect.cleandoc(run.__doc__ or "").partition("\n")
    return Code(code, title.rstrip("."), page.strip("\n"))


def check(code: str) -> Callable[[Callable[[T], Iterator[Spot]]], Check[T]]:
    """Makes a check of a function."""
    return lambda run: Check(explained(code, run), run)
