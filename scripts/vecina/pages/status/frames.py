"""What the site generator builds of the status site: the reference pages whole, of all others the frame around them.

A page of thousands of rows, or thousands of pages, would take a generator minutes and gigabytes. It builds each frame once.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ...moves import CODES
from ...views import guides, law_page
from ..copying import copy_tree, fresh
from .links import FRAMES, Links
from .office import Office
from .render import environment, render

HOLE = '<h1 id="page-hole">page-hole</h1>'  # where a frame's page goes
TITLE = "page-title-hole"  # what stands for the title of a record's page
SHELL = "part/one"  # the frame of all records' pages, one folder deep as they are


def status_input(office: Office) -> Path:
    """Writes what the generator reads, under build/input/status: the same bytes for the same records and day."""
    root, target = office.root, fresh(office.root / "build/input/status")
    copy_tree(root / "site/theme/assets", target / "assets")
    copy_tree(root / "site/status/assets", target / "assets")
    env = environment(root / "site/status/templates", Links(office.book, frozenset()))
    stamp = render(env, "_stamp.md", as_of=office.day, sample=office.sample, commit=office.commit)
    whole: dict[str, dict[str, Any]] = {
        "law": {"view": law_page(office.book, office.day)},
        "field-guide": {"guides": guides()},
        "checks": {"codes": tuple(CODES.values())},
    }
    for name, values in whole.items():
        _write(target / f"{name}.md", render(env, f"{name}.md", as_of=office.day, broken=office.book.unread, **values), stamp)
    for name, title in {**FRAMES, SHELL: TITLE}.items():
        _write(target / f"{name}.md", f"---\ntitle: {title}\nhide: [navigation, toc]\n---\n{HOLE}\n", stamp)
    return target


def _write(path: Path, text: str, stamp: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"{text}\n{stamp}", encoding="utf-8", newline="\n")
