"""The links of built pages: where each leads, and whether it is there."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote


class Links(HTMLParser):
    """The ids of a page and where its links lead."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("id", "name") and value:
                self.ids.add(value)
            if name in ("href", "src") and value:
                self.links.append(value)


def dead_links(folder: Path) -> list[str]:
    """Every link of a page under the folder that leads to no file or to no place on its page; the calculator's name a rule."""
    pages = {path: Links(path.read_text(encoding="utf-8")) for path in folder.rglob("*.html") if path.name != "404.html"}
    found = []
    for path, page in pages.items():
        for link in page.links:
            if re.match(r"[a-z]+:", link):
                continue
            name, _, anchor = link.partition("#")
            target = (path.parent / unquote(name)).resolve() if name else path
            if not target.is_file() or (
                anchor and not anchor.startswith(("rule=", "__")) and unquote(anchor) not in pages[target].ids
            ):
                found.append(f"{path.relative_to(folder)}: {link}")
    return found
