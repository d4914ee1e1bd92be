"""Fills in the templates of a mail, site/mail/*.j2. What stands in a record can do nothing in either part of it."""

from __future__ import annotations

import textwrap
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..assets import shipped
from ..report.escape import as_log
from .page import Page

if TYPE_CHECKING:
    from jinja2 import Environment

_WIDE = 76  # columns of the text: within every reader's window, also when it is quoted


def as_plain(page: Page, root: Path) -> str:
    """The text of the mail, its lines wrapped, without empty lines at its ends or two of them in a row."""
    text = _environment(root).get_template("letter.txt.j2").render(page=page)
    lines = [line.rstrip() for line in text.strip().splitlines()]
    return "\n".join(line for line, above in zip(lines, ["", *lines], strict=False) if line or above) + "\n"


def as_html(page: Page, root: Path) -> str:
    """The same as HTML, every value escaped."""
    return _environment(root).get_template("letter.html.j2").render(page=page)


@lru_cache(maxsize=4)
def _environment(root: Path) -> Environment:
    """The templates: the program's own in its site/mail where it has changed them, else those that came with the tool."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

    made = Environment(
        loader=FileSystemLoader([root / "site" / "mail", shipped("site") / "mail"]),
        autoescape=select_autoescape(["html.j2"], default=False),
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, finalize=_clean,
    )  # fmt: skip
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
