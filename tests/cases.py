"""Cases made for the tests of the program's numbers, in the miniature program."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from datetime import date
from typing import Any

from programs import MINI
from vecina.book import Book, open_book
from vecina.store import Record

DAY = date(2026, 11, 24)
BOOK = open_book(MINI)
MATCHED = ("2026-06-01 requested", "2026-06-04 vetted", "2026-06-11 matched")


def case(*way: str, **data: Any) -> dict[str, Any]:
    """A case with these steps, `2026-06-01 requested`, a reason after them if there is one; other fields as given."""
    steps = [dict(zip(("date", "status", "reason"), step.split(), strict=False)) for step in way or MATCHED]
    plain = {"detained": False, "client": {"place": "us-state"}, "languages": ["es"], "posture": "individual-hearing"}
    start = {"history": steps, "status": steps[-1]["status"], "requested_on": steps[0]["date"], "attorney": "a-finch"}
    return {**plain, **start, "mentor": "m-ibarra", **data}


def book(*cases: dict[str, Any], settings: dict[str, Any] | None = None, pay: dict[str, Any] | None = None) -> Book:
    """The miniature program with these cases instead of its own, and other settings of pay if given."""
    made = {f"c-{number}": {"id": f"c-{number}", **data} for number, data in enumerate(cases)}
    own = BOOK.program if settings is None else settings
    own = own if pay is None else {**own, "pay": {**own["pay"], **pay}}
    kinds = {"case": made, "program": {"program": own} if own else {}}
    return Book(BOOK.root, BOOK.kinds | {kind: dict(_records(kind, found)) for kind, found in kinds.items()})


def _records(kind: str, found: dict[str, dict[str, Any]]) -> Iterator[tuple[str, Record]]:
    for name, data in found.items():
        yield name, Record(kind, name, f"data/{name}.yml", data, array("I"))
