"""Where the client is, and a way to reach the client there."""

from __future__ import annotations

from collections.abc import Iterator

from ..book import Book
from .base import Spot, check


@check("V501")
def reachable_in_detention(book: Book) -> Iterator[Spot]:
    """No way to reach a detained client.

    In a facility the client is reached by visits or by the facility's phone; a cell phone or WhatsApp is not there.

    Mend: add `visit` or `facility-phone` to `reached_by`.
    """
    for case in book.cases.values():
        client = case.data["client"]
        if client["place"] == "detention-facility" and not {"visit", "facility-phone"} & set(client["reached_by"]):
            yield Spot(case, ("client", "reached_by"), "a detained client is reached by visit or facility-phone")


@check("V502")
def detained_agrees(book: Book) -> Iterator[Spot]:
    """Detained, or not?

    Detained cases have no default deadlines, so the case must say plainly whether the client is detained: `detained`
    and `client: place:` agree.

    Mend: correct the one that is wrong.
    """
    for case in book.cases.values():
        in_facility = case.data["client"]["place"] == "detention-facility"
        if in_facility != case.data["detained"]:
            right = "true" if in_facility else "false"
            yield Spot(case, ("detained",), f"the client's place says that this must be {right}", "or correct the place")


@check("V503")
def state_is_known(book: Book) -> Iterator[Spot]:
    """The state is missing.

    For a client in the United States the state decides who can visit and which interpreters are near.

    Mend: add `state:` below the client's place.
    """
    for case in book.cases.values():
        client = case.data["client"]
        if client["place"] in ("us-state", "detention-facility") and "state" not in client:
            yield Spot(case, ("client", "place"), "a client in the United States needs the state")
        elif client["place"] in ("mexico", "other") and "state" in client:
            yield Spot(case, ("client", "state"), "a client outside the United States has no US state")
