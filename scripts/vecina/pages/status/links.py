"""Where things are, seen from one page: relative addresses in a folder of pages, anchors on the one page that holds all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup, escape

from ...book import Book
from ...store.kinds import FOLDERS as KIND_OF
from ...views.names import person

FRAMES = {
    "index": "Today",
    "cases": "Cases",
    "clocks": "Clocks",
    "mentors": "Mentors",
    "attorneys": "Attorneys",
    "organizations": "Organizations",
    "matches": "Matches",
    "program": "Program",
    "quality": "Data quality",
}  # the pages that are filled, and that the one page holds
FOLDERS = {"c": "cases", "m": "mentors", "a": "attorneys", "o": "organizations"}
KINDS = {letter: KIND_OF[folder] for letter, folder in FOLDERS.items()}
_LINES = {"github": "/blob/{branch}/", "gitlab": "/-/blob/{branch}/", "gitea": "/src/branch/{branch}/"}


@dataclass(frozen=True)
class Links:
    """The links of pages at one depth; `pages` are the ids that have a page, `up` leads to the first page's folder."""

    book: Book
    pages: frozenset[str] = field(repr=False)
    up: str = ""
    single: bool = False
    _known: dict[str, Markup] = field(default_factory=dict, repr=False, compare=False)  # a page names the same people often

    def to(self, name: str) -> str:
        """The address of a record's page, empty where it has none."""
        if name not in self.pages:
            return ""
        return f"#{name}" if self.single else f"{self.up}{FOLDERS[name[0]]}/{name}.html"

    def page(self, name: str, anchor: str = "") -> str:
        """The address of one of the site's own pages or of a place on it; empty for a page that is not on the one page."""
        if self.single:
            return f"#{anchor or name}" if name in FRAMES else ""
        return f"{self.up}{name}.html{f'#{anchor}' if anchor else ''}"

    def file(self, name: str) -> str:
        """The address of a file to download; the one page has none beside it."""
        return "" if self.single else f"{self.up}{name}"

    def case(self, name: str) -> Markup:
        """A case by its id, as a link where it has a page."""
        return _linked(self.to(name), name, "id")

    def who(self, names: str) -> Markup:
        """One or two people by their names, each as a link where they have a page; a role stands for itself."""
        if names not in self._known:
            self._known[names] = Markup(" and ").join(_linked(self.to(name), person(self.book, name)) for name in names.split())
        return self._known[names]

    def record(self, file: str, line: int) -> Markup:
        """A line of a record as a link to the host of the records, if the program names one.

        That host has the records anyway; no other address outside carries the id of a case.
        """
        shown, host = f"{file}:{line}", self.book.program.get("repository")
        if not host:
            return Markup("<code>{}</code>").format(shown)
        address = f"{line_address(host, file)}#L{line}"
        return Markup('<a href="{}" rel="noopener noreferrer"><code>{}</code></a>').format(address, shown)


def line_address(host: Mapping[str, Any], file: str) -> str:
    """Where the host shows a file of the records."""
    middle = _LINES[host.get("kind", "github")].format(branch=host.get("branch", "main"))
    return f"{host['url'].rstrip('/')}{middle}{file}"


def _linked(address: str, words: str, kind: str = "") -> Markup:
    of_kind = Markup(' class="{}"').format(kind) if kind else Markup()
    if not address:
        return Markup("<span{}>{}</span>").format(of_kind, words) if kind else escape(words)
    return Markup('<a{} href="{}">{}</a>').format(of_kind, address, words)
