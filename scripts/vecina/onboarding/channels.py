"""How attorney and client can reach each other where the client is: practical advice, and no statement of law."""

from __future__ import annotations

from ..facts import Data

_MEXICO = (
    "Clients in Mexico are mostly reached by WhatsApp.",
    "Agree on fixed times, and say in whose time zone: the client's, the attorney's and the court's can all differ.",
    "Connections fail: agree who calls back, when to try again, and on a second contact.",
    "Begin each call by asking whether the client is alone and can talk.",
    "A phone may be shared: write appointments there, and nothing of the story.",
    "Plan the meeting in person early. Where travel is not safe, ask the mentor and the program before the date slips.",
    "Before any work across the border, ask the malpractice carrier whether its cover reaches there.",
)
_FACILITY = (
    "In a facility the client is reached by visits and by calls there.",
    "Ask the facility how legal visits and calls are arranged, how long ahead to book, and what to bring.",
    "Ask also how an interpreter can take part.",
    "Ordinary calls there may be monitored or recorded: ask whether a line is private, and keep what is confidential for visits.",
    "A detained client may be moved at short notice: find out where the client is before each visit.",
    "Tell the program of a transfer at once: it can change the court and the dates.",
)
_STATE = (
    "Meet in person at least once before the individual hearing, better in the first month.",
    "Calls and video are good for the time between. Ask each time whether the client is alone and can talk.",
)
_OTHER = (
    "Ask the client which way is safe where the client is, and agree on fixed times in both time zones.",
    "Ask the mentor whether and how a meeting in person is possible.",
)
_BY_PLACE = {"mexico": _MEXICO, "detention-facility": _FACILITY, "us-state": _STATE, "other": _OTHER}


def advice(case: Data) -> tuple[str, ...]:
    """Short sentences on reaching this client, by where the client is and which ways the record names."""
    client = case["client"]
    place, ways = client["place"], client["reached_by"]
    found = list(_BY_PLACE[place])
    if place == "mexico" and "whatsapp" not in ways:
        found.insert(1, "The record names no WhatsApp: ask the client for it.")
    if place == "detention-facility":
        ask = {"visit": "whether visits are possible", "facility-phone": "for the number and the hours of legal calls"}
        found += [
            f"The record does not name this way yet: ask the facility {text}." for way, text in ask.items() if way not in ways
        ]
    elif len(ways) == 1:
        found.append("The record names one way only: agree with the client on a second.")
    if "through-organization" in ways:
        found.append("The organization helps to reach the client: tell it of each appointment early.")
    return tuple(found)
