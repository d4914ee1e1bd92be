"""The asylum clock and the plan agree with the rest of the case."""

from __future__ import annotations

from collections.abc import Iterator

from ..book import Book
from .base import Spot, check


@check("V407")
def clock_in_order(book: Book) -> Iterator[Spot]:
    """The asylum clock contradicts itself.

    The clock starts when the I-589 is received, by the court or, where `started_on` says so, by USCIS. Its stops
    follow one another: each begins after the clock does and after the stop before it has ended, and each ends after it
    begins. Only the last can be open. The I-765 is not filed before the clock starts,
    and a renewal is of a permit whose last day is recorded.

    Mend: correct the day, or give the stop before it the day on which the clock went on.
    """
    for case in book.cases.values():
        clock = case.data.get("asylum_clock")
        if clock is None:
            continue
        start = clock.get("started_on") or case.data.get("i589_filed")
        if start is None:
            yield Spot(case, ("asylum_clock",), "a clock starts with the I-589", "write i589_filed, or delete the clock")
            continue
        before: str | None = start
        for index, stop in enumerate(clock.get("stops", ())):
            path = ("asylum_clock", "stops", index)
            if before is None:
                yield Spot(case, (*path, "from"), "the stop before this one has no end", "write the day the clock went on")
                break
            if stop["from"] < before:
                yield Spot(case, (*path, "from"), "a stop begins after the clock and after the stop before it")
            elif stop.get("to", "9") <= stop["from"]:
                yield Spot(case, (*path, "to"), "a stop ends after the day it begins")
            before = stop.get("to")
        if clock.get("i765_filed", "9") < start:
            yield Spot(case, ("asylum_clock", "i765_filed"), "the I-765 cannot be filed before the clock starts")
        if "renewal_filed" in clock and "permit_ends" not in clock:
            yield Spot(
                case, ("asylum_clock", "renewal_filed"), "a renewal needs the day on which the permit ends", "write permit_ends"
            )


@check("V408")
def plan_names_a_hearing(book: Book) -> Iterator[Spot]:
    """A plan for a hearing that is not in the case.

    `for_hearing` is the day of the individual hearing from which the plan's dates were counted back. It is one of the
    case's hearings, also when that one was moved since.

    Mend: correct the day, or add the hearing. `vecina plan` writes it by itself.
    """
    for case in book.cases.values():
        day = case.data.get("plan", {}).get("for_hearing")
        if day is not None and day not in {row["date"] for row in case.data.get("hearings", ()) if row["type"] == "individual"}:
            yield Spot(case, ("plan", "for_hearing"), "the case has no individual hearing on this day")
