"""Whether the record says where the client is, and names a way to reach the client there."""

from __future__ import annotations

from ..facts import Data
from ..schema import labels_at
from ..words import inside, listing

IN_FACILITY = ("visit", "facility-phone")
_IN_THE_US = ("us-state", "detention-facility")


def reachable(client: Data) -> bool:
    """Whether a way is named that leads into a facility, for a client who is in one."""
    return client["place"] != "detention-facility" or bool(set(IN_FACILITY) & set(client["reached_by"]))


def agrees(case: Data) -> bool:
    """Whether the client's place and `detained` say the same."""
    return bool((case["client"]["place"] == "detention-facility") == case["detained"])


def ways(client: Data) -> str:
    """How the client is reached, as it stands inside a sentence: `WhatsApp and phone`."""
    words = labels_at("case", ("client", "reached_by", 0))
    return listing([inside(words[way]) for way in client["reached_by"]])


def state_fault(client: Data) -> str | None:
    """What is wrong with the client's state, and None where it is right."""
    if client["place"] in _IN_THE_US and "state" not in client:
        return "a client in the United States needs the state"
    if client["place"] not in _IN_THE_US and "state" in client:
        return "a client outside the United States has no US state"
    return None
