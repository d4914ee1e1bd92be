"""The whole status site as one page without any other file: for mail or a stick, and to be sealed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from ..policy import policy_alone
from .details import Details
from .links import FRAMES, Links
from .office import Office
from .overview import overview
from .render import environment, render

_HOLE = 'content="policy-hole"'
_ALONE = "assets/single.js"
MOST = 300  # cases with a page of their own: more, and no mail takes the file
_SHEET = re.compile(r'<link rel="?stylesheet"? href="?([^">\s]+)"?\s*/?>')
_SCRIPT = re.compile(r'<script src="?(assets/(?!javascripts/)[^">\s]+)"?></script>')  # the theme's own needs files around it


@dataclass(frozen=True, slots=True)
class Section:
    """One page as a part of the one page: its anchor, its name in the list on top if it stands there, and its text."""

    id: str
    name: str
    text: Markup


def single_page(office: Office, site: Path) -> str:
    """The one page. Styles and scripts are those of the site that has just been built under `site`."""
    pages = frozenset(_most_urgent(office)) | office.pages.difference(office.cases)
    env = environment(office.root / "site/status/templates", Links(office.book, pages, single=True))
    overviews = [
        Section(name, FRAMES[name], _safe(render(env, template, **values))) for name, template, values in overview(office)
    ]
    details = Details(office, env, office.histories.get)
    first = (site / "index.html").read_text(encoding="utf-8")
    styles, scripts = _SHEET.findall(first), [_ALONE, *_SCRIPT.findall(first)]
    page = render(
        env,
        "single.html",
        as_of=office.day,
        sample=office.sample,
        commit=office.commit,
        sections=overviews,
        records=(Section(name, "", _safe(details.of(name))) for name in sorted(pages)),
        left=len(office.pages) - len(pages),
        styles=[_safe(text) for text in _files(site, styles)],
        scripts=[_safe(text) for text in _files(site, scripts)],
        name=office.book.program.get("short_name", "Program"),
    )
    return page.replace(_HOLE, f'content="{policy_alone(page)}"', 1)


def _most_urgent(office: Office) -> list[str]:
    """The cases with a page of their own: all, or those whose dates come first."""
    named = dict.fromkeys(due.case for due in office.dues)
    return list(dict.fromkeys([*named, *office.cases]))[:MOST]


def _files(site: Path, names: Iterable[str]) -> Iterator[str]:
    """The texts of these files of the site, none of which may end its element."""
    for name in names:
        text = (site / name).read_text(encoding="utf-8")
        if re.search(r"</(?:script|style)|<!--", text, re.IGNORECASE):
            raise ValueError(f"{name} cannot stand inside a page")
        yield text


def _safe(text: str) -> Markup:
    return Markup(text)  # noqa: S704 (our own pages and files; every value in them was escaped when it was put in)
