"""Writes what the site generator reads: plain Markdown and assets under build/input, the same bytes every time."""

from __future__ import annotations

import os
import shutil
import stat
from datetime import date
from pathlib import Path
from typing import Any

from ..book import Book
from ..checks import CODES
from ..deadlines import agenda, law_of
from ..matching import propose
from ..views import cases, clocks, guides, law_page, mentors, today
from .render import environment, render

ALLOWED = (".md", ".css", ".js", ".svg", ".png", ".txt")


class Refused(Exception):
    """Something lies among the site's sources that must not be published."""


def copy_tree(source: Path, target: Path) -> None:
    """Copies a folder of sources. Raises Refused for links, special files and files of other kinds."""
    for folder, names, files in os.walk(source):
        names.sort()
        for name in sorted([*names, *files]):
            path = Path(folder, name)
            mode = path.lstat().st_mode
            if stat.S_ISDIR(mode):
                continue
            if not stat.S_ISREG(mode):
                raise Refused(f"{path.relative_to(source.parent)} is not a plain file; only plain files are published")
            if path.suffix not in ALLOWED:
                raise Refused(f"{path.relative_to(source.parent)} is no page, style, script or picture; it is not published")
            to = target / path.relative_to(source)
            to.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, to)


def fresh(folder: Path) -> Path:
    """The folder, empty."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def public_input(root: Path) -> Path:
    """The public site's pages. They are made without the records: nothing of a case can reach them."""
    target = fresh(root / "build/input/public")
    copy_tree(root / "site/public", target)
    copy_tree(root / "site/theme/assets", target / "assets")
    return target


def status_input(root: Path, book: Book, day: date) -> Path:
    """The status site's pages, from the book and a day."""
    target = fresh(root / "build/input/status")
    copy_tree(root / "site/theme/assets", target / "assets")
    env = environment(root / "site/status/templates", book)
    dues = agenda(book, day)
    view = today(book, dues, day)
    sample = bool(book.program.get("sample"))
    pages: dict[str, dict[str, Any]] = {
        "index": {"view": view, "counts": view.counts, "sample": sample},
        "cases": {"view": cases(book, dues, day)},
        "clocks": {"view": clocks(book, law_of(book, day), day)},
        "law": {"view": law_page(book, day)},
        "mentors": {"view": mentors(book, dues, day)},
        "matches": {"view": propose(book, day)},
        "field-guide": {"guides": guides()},
        "checks": {"codes": tuple(CODES.values())},
    }
    for name, values in pages.items():
        text = render(env, name, as_of=day, broken=book.unread, **values)
        (target / f"{name}.md").write_text(text, encoding="utf-8", newline="\n")
    return target
