"""What a page is filled in from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ..book import Book
from ..deadlines import Law
from ..handbook import Page, Pages
from ..rules import Rule


@dataclass(frozen=True)
class Desk:
    """The law of a day, the program's settings and the pages: nothing that names a person."""

    book: Book
    law: Law
    pages: Pages
    day: date
    order: Mapping[str, tuple[str, ...]]  # the pages of each stage of a case, stages and pages in their order

    def rule(self, name: str) -> Rule:
        """A rule by its id."""
        return self.law.known[name]


def way(page: Page, path: str) -> str:
    """The way from a page to a file of the same site."""
    return "../" * page.path.count("/") + path
