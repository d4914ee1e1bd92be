"""What is said at the end of a case and after: marks for the mentoring, and a hold on its record."""

from __future__ import annotations

from collections.abc import Iterator

from ..book import Book
from ..facts import Data, first_day
from .base import Spot, check


@check("V473")
def marks_and_hold_in_order(book: Book) -> Iterator[Spot]:
    """Feedback or a legal hold out of order.

    Feedback is about the mentoring, so it comes after the match, once a day from each person of the case. A legal hold
    does not end before it began.

    Mend: correct the day, or take out what was entered twice.
    """
    for case in book.cases.values():
        matched, rows = first_day(case.data, "matched"), case.data.get("feedback", ())
        for index, row in enumerate(rows):
            if matched is None or row["date"] < matched:
                yield Spot(case, ("feedback", index, "date"), "feedback comes after the match")
            if row["by"] == "organization" and "organization" not in case.data:
                yield Spot(case, ("feedback", index, "by"), "this case has no organization")
            if _mark(row) in map(_mark, rows[:index]):
                yield Spot(case, ("feedback", index), "feedback of this person and day stands above", "keep one of the two")
        hold = case.data.get("legal_hold", {})
        if "ended" in hold and hold["ended"] < hold["since"]:
            yield Spot(case, ("legal_hold", "ended"), "a hold cannot end before its first day")


def _mark(row: Data) -> tuple[str, str]:
    return row["by"], row["date"]
