"""Fills the templates of the documents. Every value shows as it was typed; a name that is not there is our mistake."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..assets import shipped
from ..book import Book
from ..report.escape import as_prose
from ..report.money import money
from ..schema import labels
from ..store import Record
from ..words import day, distance, hours, inside, listing, long_month, number, plural, sentence
from .context import paper_of
from .fits import KINDS

if TYPE_CHECKING:
    from jinja2 import Environment

FOLDER = "site/papers"
_GAPS = re.compile(r"\n{3,}")


def document(book: Book, case: Record, kind: str, today: date) -> str:
    """A document of a case as our Markdown. The case must fit: `fits.refusal` says whether it does.

    A template in the program's own `site/papers/` counts before ours; `Slip` says what is wrong with one.
    """
    return filled(book.root, kind, paper=paper_of(book, case, today))


def filled(root: Path, template: str, **values: Any) -> str:
    """A template of `site/papers/` filled with values, as our Markdown. Raises Slip where that cannot be done."""
    from jinja2 import TemplateError

    name = f"{template}.md.j2"
    try:
        text = _environment(root / FOLDER).get_template(name).render(**values)
    except TemplateError as error:
        raise Slip(
            f"The template {FOLDER}/{name} cannot be filled{_where(error)}. Compare it with the one it came from."
        ) from error
    return _GAPS.sub("\n\n", text).strip() + "\n"


class Slip(ValueError):
    """A template that somebody changed cannot be filled, with where, in one sentence for that person."""


def _where(error: Exception) -> str:
    """The line of the template, where it is known."""
    line, trace = getattr(error, "lineno", None), error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.endswith(".j2"):
            line = trace.tb_lineno
        trace = trace.tb_next
    return f": line {line}" if line else ""


def title_of(case: Record, kind: str) -> str:
    """The title of a document, as it stands at the foot of its pages."""
    return f"{KINDS[kind]}, case {case.id}"


@lru_cache(maxsize=4)
def _environment(own: Path) -> Environment:
    """The templates, each read anew where its file has changed."""
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    made = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader([own, shipped("site") / "papers"]), undefined=StrictUndefined, finalize=_shown,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    made.filters |= {"day": day, "inside": inside, "listed": listing, "sentence": sentence, "mail": _mail, "distance": distance}
    made.filters |= {"long_month": long_month, "on": _on, "number": _number, "hours": _hours, "money": money}
    made.globals |= {"plural": plural, "owners": labels("owner")}
    return made


class _Safe(str):
    """Markdown of our own making, whose values are escaped already."""

    __slots__ = ()


def _shown(value: Any) -> str:
    """A value as it was typed: none of its signs acts as Markdown."""
    return value if isinstance(value, _Safe) else as_prose("" if value is None else str(value))


def _on(written: str) -> str:
    """A day as records write it, in words."""
    return day(date.fromisoformat(written))


def _number(value: Any) -> str:
    return _Safe(number(float(value)))


def _hours(value: Any) -> str:
    return _Safe(hours(float(value)))


def _mail(address: str) -> str:
    """An address that can be clicked where that is possible, and reads as it is elsewhere."""
    return _Safe(f"<{as_prose(address)}>")
