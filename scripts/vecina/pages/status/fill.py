"""Puts the pages into the frames that the site generator has built, and writes the page of each record beside them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from markupsafe import escape

from ...views.names import person
from .details import Details
from .files import write_tables
from .frames import HOLE, SHELL
from .links import FOLDERS, FRAMES, KINDS, Links
from .office import Office
from .overview import overview
from .records import Work, write_records
from .render import environment, render

_TAB = '<li class="md-tabs__item">'


def fill_status(office: Office, site: Path) -> None:
    """Fills the frames under a built site's folder. The frames carry their security policy already; no part has a script."""
    templates = office.root / "site/status/templates"
    env = environment(templates, Links(office.book, office.pages))
    for name, template, values in overview(office):
        path = site / f"{name}.html"
        frame = path.read_text(encoding="utf-8")
        path.write_text(frame.replace(HOLE, render(env, template, **values)), encoding="utf-8", newline="\n")
    write_tables(office, site)
    _records(office, site, environment(templates, Links(office.book, office.pages, "../")))
    _search(office, site)


def _records(office: Office, site: Path, env: Any) -> None:
    """The page of each record, in the frame that was built for all of them."""
    shell = site / f"{SHELL}.html"
    frame = shell.read_text(encoding="utf-8")
    shell.unlink()
    shell.parent.rmdir()
    details = Details(office, env, office.histories.get)
    frames = {kind: _under(frame, folder) for kind, folder in FOLDERS.items()}
    write_records(Work(details, frames, site))


def _under(frame: str, folder: str) -> str:
    """The frame of a folder's pages: its tab is the active one."""
    link = re.compile(rf'{re.escape(_TAB)}(\s*<a href="\.\./{folder}\.html")')
    return link.sub(r'<li class="md-tabs__item md-tabs__item--active">\1', frame)


def _search(office: Office, site: Path) -> None:
    """The search knows the records by id and name, and not the frames, which say nothing."""
    path = site / "search/search_index.json"
    index = json.loads(path.read_text(encoding="utf-8"))
    frames = {f"{name}.html" for name in (*FRAMES, SHELL)}
    docs = [doc for doc in index["docs"] if doc["location"].partition("#")[0] not in frames]
    index["docs"] = [*docs, *_known(office)]
    path.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), encoding="utf-8", newline="\n")
    for name in ("sitemap.xml", "sitemap.xml.gz"):
        (site / name).unlink(missing_ok=True)  # nobody is to find these pages


def _known(office: Office) -> Iterable[dict[str, str]]:
    """A line for each record with a page: its address, its name, and the names of those it belongs to."""
    book = office.book
    for name in sorted(office.pages):
        data = book.kinds[KINDS[name[0]]][name].data
        people = [person(book, data[field]) for field in ("attorney", "mentor", "organization") if field in data]
        city = book.courts.get(data.get("court", ""), {}).get("city", "")
        text = " ".join(filter(None, [name, data.get("court", ""), city, *people]))
        title = str(escape(data.get("name", name)))
        yield {"location": f"{FOLDERS[name[0]]}/{name}.html", "title": title, "text": str(escape(text))}
