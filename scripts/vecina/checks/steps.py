"""The steps under an order or event: each is one that can follow from it."""

from __future__ import annotations

from collections.abc import Iterator

from ..book import Book
from ..deadlines import steps_after
from ..schema import labels_at
from ..words import inside, listing
from .base import Spot, check

_NONE = "none is followed here; a date that the order sets stands under due"


@check("V409")
def steps_that_follow(book: Book) -> Iterator[Spot]:
    """A step does not follow from its order or event.

    Under `steps:` stands what was filed after an order: an appeal after a judge's decision, a petition for review after
    one of the BIA. A step that cannot follow from it closes no deadline, though somebody believes that it does.

    Mend: write it under the order from which it follows, or choose the right step.
    """
    for case in book.cases.values():
        for field in ("orders", "events"):
            for index, row in enumerate(case.data.get(field, ())):
                right = steps_after(field, row["kind"], row.get("due_for", ""))
                for number, step in enumerate(row.get("steps", ())):
                    if step["step"] in right:
                        continue
                    words = labels_at("case", (field, 0, "steps", 0, "step"))
                    hint = f"possible here: {listing([inside(words[name]) for name in right])}" if right else _NONE
                    yield Spot(case, (field, index, "steps", number, "step"), "this step does not follow from it", hint)
