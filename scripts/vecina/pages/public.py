"""Writes what the generator of the public site reads: pages filled in from law and settings, never from a person's record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from ..book import Book
from ..checks import of_pages
from ..deadlines import law_of
from ..handbook import LANGUAGES, Page, Pages
from ..schema import labels_at
from ..store import read_plain
from ..yamlmap import read
from .copying import Refused, copy_tree, fresh
from .desk import Desk
from .fill import filled
from .formdata import form_files
from .frame import framed
from .lawdata import law_files

FIRST = next(iter(LANGUAGES))
INPUTS = {name: "public" if name == FIRST else name for name in LANGUAGES}  # folders under build/input


def public_input(root: Path, book: Book, pages: Pages, day: date) -> Path:
    """The public pages of every language. Raises Refused while a page has a finding: a gap could stand in place of a deadline."""
    law_book = book.without_people()
    wrong = of_pages(law_book, pages)
    if wrong:
        raise Refused(f"{wrong[0].file}:{wrong[0].line} has a finding ({wrong[0].code}); run `vecina check`")
    law = law_of(law_book, day)
    desk = Desk(law_book, law, pages, day, _order(root, pages.of(FIRST)))
    for language, folder in LANGUAGES.items():
        target = fresh(root / "build/input" / INPUTS[language])
        if (root / folder).is_dir():
            copy_tree(root / folder, target)
        copy_tree(root / "site/theme/assets", target / "assets")
        for page in pages.of(language):
            text = framed(desk, page, filled(desk, page))
            (target / page.path).write_text(text, encoding="utf-8", newline="\n")
    for name, text in {**law_files(law_book, law), **form_files(law_book)}.items():
        (root / "build/input/public/assets" / name).write_text(text, encoding="utf-8", newline="\n")
    return root / "build/input/public"


def _order(root: Path, pages: list[Page]) -> dict[str, tuple[str, ...]]:
    """The pages of each stage of a case, stages and pages in their order."""
    named = list(_named(read(read_plain(root / "mkdocs.yml"), "mkdocs.yml").data.get("nav", [])))
    place = {path: index for index, path in enumerate(named)}
    inside = sorted((page for page in pages if page.path in place), key=lambda page: place[page.path])
    return {
        stage: tuple(page.path for page in inside if page.head.get("stage") == stage) for stage in labels_at("page", ("stage",))
    }


def _named(nav: Any) -> Iterator[str]:
    """Every path of the navigation, in order."""
    if isinstance(nav, str):
        yield nav
    for item in nav if isinstance(nav, list) else nav.values() if isinstance(nav, dict) else ():
        yield from _named(item)
