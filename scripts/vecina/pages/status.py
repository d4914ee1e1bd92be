"""Writes what the generator of the status site reads: plain Markdown and assets under build/input, the same bytes every time."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from ..book import Book
from ..checks import CODES
from ..deadlines import agenda, law_of
from ..matching import propose
from ..store import NoRevision, commit_of
from ..views import cases, clocks, guides, law_page, mentors, today
from .copying import copy_tree, fresh
from .render import environment, render


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
    stamp = render(env, "_stamp", as_of=day, sample=sample, commit=_last_commit(root))
    for name, values in pages.items():
        text = render(env, name, as_of=day, broken=book.unread, **values)
        (target / f"{name}.md").write_text(f"{text}\n{stamp}", encoding="utf-8", newline="\n")
    return target


def _last_commit(root: Path) -> str:
    """The first signs of the last commit; nothing where there is no repository."""
    try:
        return commit_of(root, "HEAD")[0][:9]
    except NoRevision:
        return ""
