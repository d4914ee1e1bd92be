"""Where the client is, and a way to reach the client there."""

from __future__ import annotations

from collections.abc import Iterator

from ..book import Book
from ..onboarding import agrees, reachable, state_fault
from .base import Spot, check


@check("V501")
def reachable_in_detention(book: Book) -> Iterator[Spot]:
    """No way to reach a detained client.

    In a facility the client is reached by visits or by the facility's phone; a cell phone or WhatsApp is not there.

    Mend: add `visit` or `facility-phone` to `reached_by`.
    """
    for case in book.cases.values():
        if not reachable(case.data["client"]):
            yield Spot(case, ("client", "reached_by"), "a detained client is reached by visit or facility-phone")


@check("V502")
def detained_agrees(book: Book) -> Iterator[Spot]:
    """Detained, or not?

    Detained cases have no default deadlines, so the case must say plainly whether the client is detained: `detained`
    and `client: place:` agree.

    Mend: correct the one that is wrong.
    """
    for case in book.cases.values():
        if not agrees(case.data):
            right = "false" if case.data["detained"] else "true"
            yield Spot(case, ("detained",), f"the client's place says that this must be {right}", "or correct the place")


@check("V503")
def state_is_known(book: Book) -> Iterator[Spot]:
    """The state is missing.

    For a client in the United States the state decides who can visit and which interpreters are near.

    Mend: add `state:` below the client's place.
    """
    for case in book.cases.values():
        client = case.data["client"]
        fault = state_fault(client)
        if fault:
            yield Spot(case, ("client", "state" if "state" in client else "place"), fault)
