"""Which pages nobody has looked at for too long, and which translations are behind their page."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from ..book import Book
from ..rules import VERIFY_EVERY, Rule, overdue
from .calls import CALLS, calls
from .page import Page, Pages


class Review(NamedTuple):
    """A page and one reason to look at it again. `days` past its review day, negative while there is time."""

    page: Page
    what: str  # page, rule, source or translation
    name: str
    days: int


def digest_of(page: Page) -> str:
    """The first signs of the hash of what a translation renders: title, description and text, not the day of the review."""
    whole = "\n".join([page.head["title"], page.head["description"], page.text])
    return hashlib.sha256(whole.encode()).hexdigest()[:12]


def reviews(pages: Pages, book: Book, today: date) -> Iterator[Review]:
    """Everything that is past its review on a day, or a translation of an older text: by page, the page itself first."""
    for page in pages.pages.values():
        late = past(page.head, today)
        if late > 0:
            yield Review(page, "page", "", late)
        for name in rules_of(page):
            if name in book.rules and (late := overdue(book.rules[name].data, today)) > 0:
                yield Review(page, "rule", name, late)
        for name in page.head.get("sources", ()):
            if name in book.sources and (late := unread(book.sources[name], today)) > 0:
                yield Review(page, "source", name, late)
        original = pages.pages.get(("en", page.head.get("translates", "")))
        if original is not None and digest_of(original) != page.head["translation_of"]:
            yield Review(page, "translation", digest_of(original), 0)


def past(head: Mapping[str, Any], today: date) -> int:
    """By how many days a page is past its review; negative while there is time, 0 for a page that is never reviewed."""
    return (today - date.fromisoformat(head["review_by"])).days if "review_by" in head else 0


def unread(source: Rule, today: date) -> int:
    """By how many days a source is past the time in which it should be read again."""
    return (today - date.fromisoformat(source["verified"]["day"])).days - VERIFY_EVERY


def rules_of(page: Page) -> list[str]:
    """The rules a page rests on, each once."""
    named = (call.words[0] for call in calls(page.text) if CALLS.get(call.name, ())[:1] == ("rule",))
    return list(dict.fromkeys(named))
