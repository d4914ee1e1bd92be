"""A question to a person: a column of a list, or a field of a form. The answer's form comes from the records' schema."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from ..book import Book
from ..finding import Path
from ..schema import wanted
from ..words import listing
from ..yamlmap.chars import refused_in_value
from .answers import chosen, known
from .days import Order, day_of
from .private import looks_private
from .problem import Private
from .times import time_of

Form = Literal["word", "words", "yes", "day", "time", "line", "attorney", "organization", "court", "courts", "case", "text"]
LONGEST = 300
_YES = {"yes", "y", "true", "x", "si", "sí", "1"}
_NO = {"no", "n", "false", "0", "none"}


@dataclass(frozen=True)
class Question:
    """One question. `kind` and `path` lead to the field it fills; `also` are other names people give the column."""

    name: str
    label: str
    form: Form
    kind: str
    path: Path
    help: str
    example: str = ""
    need: bool = False
    also: tuple[str, ...] = ()

    @cached_property
    def schema(self) -> dict[str, Any]:
        """What the record's schema says about one answer."""
        step = (0,) if self.form in ("words", "courts") else ()
        return wanted(self.kind, (*self.path, *step)) or {}

    @property
    def options(self) -> list[str]:
        """The words that an answer can be, as people read them; empty where there is no fixed list."""
        labels: dict[str, str] = self.schema.get("x-labels", {})
        return [labels.get(code, code) for code in self.schema.get("enum", [])]

    def understood(self, book: Book, text: str, order: Order = "ymd") -> Any:
        """The value that an answer means. Raises ValueError with what would be right, and never with what was written."""
        _presentable(text, lines=self.form in ("words", "courts"))
        match self.form:
            case "word":
                return chosen(self.schema, text)
            case "words":
                return _each(text, lambda word: chosen(self.schema, word))
            case "courts":
                return _each(text, lambda word: known(book, "court", word))
            case "attorney" | "organization" | "court":
                return known(book, self.form, text)
            case "case":
                return _case(book, text)
            case "yes":
                return _yes(text)
            case "day":
                return day_of(text, order)
            case "time":
                return time_of(text)
        return self._line(text)

    def _line(self, text: str) -> str:
        schema = self.schema
        if len(text) > schema.get("maxLength", LONGEST) or not re.search(schema.get("pattern", ""), text):
            raise ValueError(f"Write {schema.get('x-expects', 'a few words')}.")
        if self.path == ("name",) and any(sign.isdigit() for sign in text):
            raise ValueError("Write a name without digits.")
        return text


def _presentable(text: str, *, lines: bool) -> None:
    """Raises ValueError for what no answer may hold: an identity, HTML, signs nobody can see."""
    private = looks_private(text)
    if private:
        raise Private(private)
    if len(text) > LONGEST:
        raise ValueError(f"This is too long: {LONGEST} signs at most.")
    if "<" in text or ">" in text:
        raise ValueError("Write plain text, without the signs < and >.")
    if not lines and "\n" in text.strip():
        raise ValueError("Write one line.")
    hidden = refused_in_value(text.replace("\r\n", "\n"))
    if hidden:
        raise ValueError(f"It holds {hidden}, which cannot be seen: type it anew.")


def _each(text: str, meaning: Any) -> list[str]:
    """The codes of an answer with several words; each stands once."""
    words = [word.strip() for word in re.split(r"[,;\n]", text) if word.strip()]
    return list(dict.fromkeys(meaning(word) for word in words))


def _case(book: Book, text: str) -> str:
    """The id of a case that can be read. No near one is named: it would be another client's."""
    if text in book.cases:
        return text
    if book.knows("case", text):
        raise ValueError("This case cannot be read now. The program mends it; please wait for word from us.")
    raise ValueError("There is no case of this number. It begins with c- and stands in our messages about the case.")


def _yes(text: str) -> bool:
    folded = text.strip().casefold()
    if folded in _YES or folded in _NO:
        return folded in _YES
    raise ValueError(f"Write {listing(['yes', 'no'], 'or')}.")
