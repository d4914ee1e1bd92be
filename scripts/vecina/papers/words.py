"""Sentences that stand in several documents: who does what in a case, who covers it, and how to reach the client.

This module alone words them, so that they can come from elsewhere without a change of any document.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..book import Book
from ..facts import Data, as_day
from ..schema import labels_at
from ..words import day, inside, listing

_AT_HEARING = {
    "absent": "is not at the individual hearing",
    "on-call": "is not at the individual hearing, but on call during it",
    "observes": "observes the individual hearing and does not speak there",
}
_CHANNELS = {
    "mexico": (
        "Clients in Mexico are mostly reached by WhatsApp.",
        "Agree on fixed times, and say in whose time zone. Connections fail: agree who calls back, and on a second contact.",
        "Begin each call by asking whether the client is alone and can talk. Type dates and places of meetings, never the story.",
    ),
    "detention-facility": (
        "In a facility the client is reached by visits and by calls there. Ask the facility how both are booked, and how early.",
        "Ordinary calls there may be recorded: keep what is confidential for visits and for lines known to be private.",
        "A detained client can be moved overnight: make sure where the client is before each visit.",
    ),
    "us-state": (
        "Meet in person at least once before the individual hearing, better in the first month.",
        "Calls and video are good in between. Ask each time whether the client is alone and can talk.",
    ),
    "other": (
        "Ask which way is safe where the client is, and agree on fixed times in both time zones.",
        "Ask the mentor whether and how a meeting in person is possible.",
    ),
}


@dataclass(frozen=True, slots=True)
class Roles:
    """A sentence or two on each."""

    record: str
    mentor: str
    hearing: str
    cover: str


def roles_of(book: Book, case: Data, today: date, named: Callable[[str], str] = str) -> Roles:
    """The roles in a case with a mentor. `named` gives the name to show for an id."""
    attorney, mentor = named(case["attorney"]), named(case["mentor"])
    agreed = tasks(case)
    helps = f"They agreed on: {listing(agreed)}." if agreed else "What the mentor helps with is not agreed on yet."
    part, said = at_hearing(book, case)
    return Roles(
        f"Attorney of record is {attorney}, who alone represents the client, files and appears in court.",
        f"{mentor} is the mentor: an adviser to the attorney, and not attorney of record. {helps}",
        f"The mentor {_AT_HEARING[part]}, {said}.",
        f"{_cover(book, case, today)} The program gives no cover.",
    )


def tasks(case: Data) -> tuple[str, ...]:
    """What attorney and mentor agreed that the mentor helps with, as it stands inside a sentence."""
    words = task_words()
    return tuple(inside(words[task]) for task in case.get("agreed_role", {}).get("helps_with", ()))


def task_words() -> Mapping[str, str]:
    """Everything that a mentor may help with."""
    return labels_at("case", ("agreed_role", "helps_with", 0))


def at_hearing(book: Book, case: Data) -> tuple[str, str]:
    """The mentor's part at the individual hearing, and what that rests on: nothing stated means that the mentor is not there."""
    agreed = case.get("agreed_role", {}).get("at_hearing")
    if agreed:
        return str(agreed), "as agreed for this case"
    mentor = book.mentors.get(case.get("mentor", ""))
    own = mentor.data.get("role_at_hearing") if mentor else None
    return (str(own), "as in the mentor's own record") if own else ("absent", "as is usual")


def channel_advice(case: Data) -> tuple[str, ...]:
    """Short sentences on reaching this client, by where the client is and which ways the record names."""
    client = case["client"]
    found = list(_CHANNELS[client["place"]])
    if client["place"] != "detention-facility" and len(client["reached_by"]) == 1:
        found.append("The record names one way only: agree with the client on a second.")
    if "through-organization" in client["reached_by"]:
        found.append("The organization helps to reach the client: tell it of each appointment early.")
    return tuple(found)


def _cover(book: Book, case: Data, today: date) -> str:
    confirmed: Any = case.get("requirements", {}).get("malpractice_cover")
    if not confirmed:
        return "Malpractice cover: nobody has confirmed any for this case yet."
    source = inside(labels_at("case", ("requirements", "malpractice_cover", "source"))[confirmed["source"]])
    words = f"Malpractice cover: {source}, as confirmed on {day(date.fromisoformat(confirmed['confirmed_on']))}"
    until = _until(book, case, confirmed["source"])
    if until and until < today:
        return f"{words}. By the record it ended on {day(until)}: it must be confirmed again."
    return words + (f". It lasts until {day(until)}." if until else ".")


def _until(book: Book, case: Data, source: str) -> date | None:
    """The last day of the cover, where its giver's record names one."""
    attorney, organization = book.attorneys.get(case["attorney"]), book.organizations.get(case.get("organization", ""))
    if source == "organization":
        return as_day(organization.data["malpractice_cover"].get("until")) if organization else None
    own = attorney.data.get("malpractice", {}) if attorney else {}
    return as_day(own.get("until")) if own.get("source") == source else None
