"""Pages of the public site: what they name is there, and no deadline on them is typed by hand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ..book import Book
from ..finding import Code, Finding, Path
from ..handbook import BRACES, CALLS, Page, Pages, calls
from ..rules import disputed_on, proposed, value_on
from ..words import as_written_day, listing, near
from .base import explained

_LINKS = re.compile(r"\]\([^)\n]*\)|<[^>\n]*>|https?://\S+")
_NUMBERS = (
    "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty sixty ninety "
    "dos tres cuatro cinco seis siete ocho nueve diez once doce quince veinte treinta sesenta noventa"
)
_COUNT = rf"(?:[0-9]+(?:,[0-9]{3})*|{_NUMBERS.replace(' ', '|')})"
_GAP = r"[\s\u00a0-]+"
_DAY = rf"{_COUNT}(?:{_GAP}(?:calendar|business|working|court|full))?{_GAP}(?:days?|d[ií]as?)"
_SPAN = rf"within{_GAP}(?:an?|one|{_COUNT}){_GAP}(?:weeks?|months?|years?)"
_DAYS = re.compile(rf"\b(?:{_DAY}|{_SPAN})\b", re.IGNORECASE)


class Mark(NamedTuple):
    """Where something is on a page, in its head or in its text, and what is right there."""

    where: Path | int
    message: str
    hint: str = ""


Run = Callable[[Page, Pages, Book], Iterator[Mark]]


@dataclass(frozen=True, slots=True)
class PageCheck:
    """A check of one page among the others."""

    code: Code
    run: Run

    def __call__(self, pages: Pages, book: Book) -> Iterator[Finding]:
        """Everything this check finds on the pages."""
        for page in pages.pages.values():
            for where, message, hint in self.run(page, pages, book):
                line, column = page.place(where) if isinstance(where, int) else page.record.place(where)
                yield Finding(page.file, line, column, self.code.code, message, hint)


def _guess(word: str, options: Iterable[str]) -> str:
    """A hint with the nearest of the options."""
    name = near(word, options)
    return f"did you mean {name}?" if name else ""


def page_check(code: str) -> Callable[[Run], PageCheck]:
    """Makes a check of a function, as for records."""
    return lambda run: PageCheck(explained(code, run), run)


@page_check("V702")
def braces_are_known(page: Page, pages: Pages, book: Book) -> Iterator[Mark]:
    """Braces that mean nothing.

    What stands in double braces on a page is filled in from the rules, the sources and the program's settings. It is a name and,
    in quotes, what it is asked: `{{ days("bia.appeal") }}`. docs/pages.md lists the names.

    Mend: correct the name or the quotes.
    """
    for call in calls(page.text):
        if not call.name:
            word = re.match(r"\{\{\s*([a-z_]+)", page.text[call.start : call.end])
            if word and word[1] in CALLS:
                takes = listing([one.rstrip("?") for one in CALLS[word[1]]]) or "nothing"
                yield Mark(call.start, f"between its brackets this name takes {takes}; what it takes stands in straight quotes")
            else:
                yield Mark(call.start, "this is not one of the names of docs/pages.md", _guess(word[1], CALLS) if word else "")


@page_check("V703")
def braces_lead_somewhere(page: Page, pages: Pages, book: Book) -> Iterator[Mark]:
    """A rule, source, milestone or day that is not there.

    A page takes its deadlines from data/rules, its authorities from data/sources and its milestones from the program's
    settings. A wrong letter would leave a gap where somebody looks for a deadline.

    Mend: correct the word in the quotes; `vecina rules` lists the rules.
    """
    there = {
        "rule": list(book.rules),
        "source": list(book.sources),
        "milestone": [row["kind"] for row in book.program.get("milestones", ())],
    }
    for call in calls(page.text):
        for kind, word in zip(CALLS.get(call.name, ()), call.words, strict=False):
            kind = kind.rstrip("?")
            if kind in there and word not in there[kind] and not _hidden(book, kind, word):
                yield Mark(call.start, f"there is no such {kind}", _guess(word, there[kind]))
                break
            if kind == "day" and as_written_day(word) is None:
                yield Mark(call.start, "a day is written year-month-day, like 2026-12-28")
                break
        else:
            counts = call.name in ("days", "disputed", "proposed", "example") and call.words[0] in book.rules
            if counts and not _counts(book, call.name, call.words):
                yield Mark(call.start, "this rule has no such count", f"`vecina rules {call.words[0]}` shows what it has")


def _hidden(book: Book, kind: str, word: str) -> bool:
    """Whether it may stand in a record that cannot be read; that record has its own finding."""
    if kind == "rule":
        return book.knows("rule", word)
    if kind == "source":
        return any(of == "source" for of, _ in book.broken)
    return not book.program


def _counts(book: Book, name: str, words: tuple[str, ...]) -> bool:
    """Whether the rule has a count of the kind that is asked for."""
    rule = book.rules[words[0]].data
    on = as_written_day(words[1]) if len(words) > 1 else None
    if name == "proposed":
        return bool(proposed(rule, date.max))
    if name == "disputed":
        return bool(disputed_on(rule, date.max, date.max))
    if on is None:
        return any(value["status"] == "in-force" and "count" in value for value in rule["values"])
    value = value_on(rule, on, on)
    return value is not None and "count" in value


@page_check("V704")
def sources_agree(page: Page, pages: Pages, book: Book) -> Iterator[Mark]:
    """The sources of the head and of the text differ.

    The head names every source that the text cites, and no source that is unknown: the list at the end of the page is made of it.

    Mend: add the source to `sources:` in the head, or write a new one into data/sources.
    """
    known, named = book.sources, page.head.get("sources", [])
    for index, name in enumerate(named):
        if name not in known and not _hidden(book, "source", name):
            yield Mark(("sources", index), "there is no such source in data/sources", _guess(name, known))
    for call in calls(page.text):
        if call.name == "cite" and call.words[0] in known and call.words[0] not in named:
            yield Mark(call.start, "the text cites a source that the head does not name", "add it to sources: in the head")


def _blank(found: re.Match[str]) -> str:
    """Spaces in its place, so that what follows keeps its column."""
    return " " * len(found.group())


@page_check("V705")
def no_deadline_is_typed(page: Page, pages: Pages, book: Book) -> Iterator[Mark]:
    """A deadline is typed on a page.

    Deadlines come from data/rules, so that a page and the engine cannot disagree, and so that a change of the law changes every
    page. A number somebody typed stays when the law moves.

    Mend: write `{{ days("bia.appeal") }}` with the rule's id. A span that is nobody's deadline stands in
    `{{ span("540 days") }}`.
    """
    text = _LINKS.sub(_blank, BRACES.sub(_blank, page.text))
    for typed in _DAYS.finditer(text):
        yield Mark(typed.start(), "a deadline is never typed on a page", "take it from its rule: docs/pages.md")


@page_check("V706")
def review_after_reviewed(page: Page, pages: Pages, book: Book) -> Iterator[Mark]:
    """The next review is not after the last.

    Mend: correct `review_by` in the head of the page. Ninety days after the review is usual.
    """
    if page.head.get("review_by", "9999") <= page.head["reviewed"]:
        yield Mark(("review_by",), "the next review comes after the last one")


@page_check("V707")
def translation_has_its_page(page: Page, pages: Pages, book: Book) -> Iterator[Mark]:
    """A translation of a page that is not there.

    A translated page names the English page it was made from, so that readers can switch and editors see when it falls behind.

    Mend: correct the path; it is the English page's under site/public.
    """
    if "translates" in page.head and ("en", page.head["translates"]) not in pages.pages:
        paths = [own for language, own in pages.pages if language == "en"]
        yield Mark(("translates",), "there is no such page under site/public", _guess(page.head["translates"], paths))


CHECKS = (
    braces_are_known, braces_lead_somewhere, sources_agree, no_deadline_is_typed, review_after_reviewed, translation_has_its_page,
)  # fmt: skip
CODES = (
    Code(
        "V701",
        "A page without a head",
        """\
A page begins with a line of three hyphens, the fields of its head, and three hyphens again. Without them nobody knows what it
rests on and when it was last reviewed. A page holds at most 200 kB.

Mend: copy the head of another page and correct its fields; docs/pages.md explains each.""",
    ),
    *(one.code for one in CHECKS),
)
