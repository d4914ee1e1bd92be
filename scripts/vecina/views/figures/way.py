"""A case's way through the program, read from its history."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ...book import OPEN
from ...facts import Data
from .span import Span

FOREVER = "9999-12-31"


def status_on(case: Data, day: date) -> str | None:
    """The status at the end of a day; None before the request."""
    written = day.isoformat()
    return next((step["status"] for step in reversed(case["history"]) if step["date"] <= written), None)


def mentored(case: Data) -> Iterator[tuple[str, str]]:
    """The stretches with a mentor: each match, and the day on which it ended or FOREVER."""
    began = ""
    for step in case["history"]:
        if step["status"] in OPEN:
            began = began or step["date"]
        elif began:
            yield began, step["date"]
            began = ""
    if began:
        yield began, FOREVER


def had_mentor(case: Data, span: Span) -> bool:
    """Whether the case had a mentor on at least one of these days, were it only the day on which that ended."""
    first, last = span.written
    return any(began <= last and ended >= first for began, ended in mentored(case))


def first_match(case: Data, day: date) -> tuple[str, str] | None:
    """The day on which a mentor was asked for and the day of the first match, if there was one by that day."""
    asked = case["requested_on"]
    for step in case["history"]:
        if step["status"] == "requested":
            asked = step["date"]  # a case that was declined may be requested again
        if step["status"] == "matched":
            return (asked, step["date"]) if step["date"] <= day.isoformat() else None
    return None
