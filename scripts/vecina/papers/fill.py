"""Fills the templates of the documents. Every value shows as it was typed; a name that is not there is our mistake."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..book import Book
from ..report.escape import as_prose
from ..report.money import money
from ..schema import labels
from ..store import Record
from ..words import day, distance, hours, inside, listing, long_month, number, plural, sentence
from .context import paper_of
from .fits import KINDS
from .templates import environment, rendered

if TYPE_CHECKING:
    from jinja2 import Environment

FOLDER = "papers"
_GAPS = re.compile(r"\n{3,}")


def document(book: Book, case: Record, kind: str, today: date) -> str:
    """A document of a case as our Markdown. The case must fit: `fits.refusal` says whether it does.

    A template in the program's own `site/papers/` counts before ours; `Slip` says what is wrong with one.
    """
    return filled(book.root, kind, sample=bool(book.program.get("sample")), paper=paper_of(book, case, today))


def filled(root: Path, template: str, *, sample: bool = False, **values: Any) -> str:
    """A template of `site/papers/` filled with values, as our Markdown. Raises Slip where that cannot be done.

    A paper of a `sample` program says under its title that its people are invented, and not again beside each name.
    """
    made = _environment(root)
    text = _GAPS.sub("\n\n", rendered(made, root, FOLDER, f"{template}.md.j2", **values)).strip() + "\n"
    return _marked(text) if sample else text


def _marked(text: str) -> str:
    """The text of a sample with one mark below its title instead of one behind each name."""
    title, line, rest = text.replace(" (sample)", "").partition("\n")
    return f"{title}{line}\n*Sample: the people and organizations in it are invented.*\n{rest}"


def title_of(case: Record, kind: str) -> str:
    """The title of a document, as it stands at the foot of its pages."""
    return f"{KINDS[kind]}, case {case.id}"


@lru_cache(maxsize=4)
def _environment(root: Path) -> Environment:
    made = environment(root, FOLDER, finalize=_shown, keep_trailing_newline=True)
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
