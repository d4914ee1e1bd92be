"""Fills in the templates of a mail, site/mail/*.j2. What stands in a record can do nothing in either part of it."""

from __future__ import annotations

import textwrap
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..papers import environment, rendered
from ..report.escape import as_log
from .page import Page

if TYPE_CHECKING:
    from jinja2 import Environment

_FOLDER = "mail"
_WIDE = 76  # columns of the text: within every reader's window, also when it is quoted


def as_plain(page: Page, root: Path) -> str:
    """The text of the mail, its lines wrapped, without empty lines at its ends or two in a row. May raise Slip."""
    text = rendered(_environment(root), root, _FOLDER, "letter.txt.j2", page=page)
    lines = [line.rstrip() for line in text.strip().splitlines()]
    return "\n".join(line for line, above in zip(lines, ["", *lines], strict=False) if line or above) + "\n"


def as_html(page: Page, root: Path) -> str:
    """The same as HTML, every value escaped. May raise Slip."""
    return rendered(_environment(root), root, _FOLDER, "letter.html.j2", page=page)


@lru_cache(maxsize=4)
def _environment(root: Path) -> Environment:
    """The templates: the program's own in its site/mail where it has changed them, else those that came with the tool."""
    from jinja2 import select_autoescape

    made = environment(root, _FOLDER, autoescape=select_autoescape(["html.j2"], default=False), finalize=_clean)
    made.filters["wrap"] = _wrapped
    return made


def _clean(value: Any) -> Any:
    """A value on one line and without signs that nobody sees; what has been wrapped is clean already."""
    return as_log(value) if type(value) is str else value


def _wrapped(text: str, first: str = "", rest: str = "") -> str:
    from markupsafe import Markup  # marks what `_clean` has seen; the text template escapes nothing

    lines = textwrap.wrap(
        as_log(text), _WIDE, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )
    return Markup("\n".join(lines))  # noqa: S704
