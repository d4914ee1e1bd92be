"""Malpractice cover of a case: whose it is, whether that is confirmed, and until when. The program gives none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..book import Book
from ..facts import Data, as_day, next_hearing
from ..schema import labels_at
from ..words import day, inside

NO_COVER = "The program gives no cover."


@dataclass(frozen=True, slots=True)
class Cover:
    """Who covers a case: `source` is empty where nobody is known to. `confirmed` is the day it was confirmed for this case."""

    source: str
    confirmed: date | None = None
    until: date | None = None

    @property
    def words(self) -> str:
        """`the attorney's own carrier, until Wed 31 Mar 2027`."""
        label = inside(labels_at("case", ("requirements", "malpractice_cover", "source"))[self.source])
        return label + (f", until {day(self.until)}" if self.until else "")

    def has_ended(self, today: date) -> bool:
        """Whether its last day has gone by."""
        return self.until is not None and self.until < today


def cover_of(book: Book, case: Data) -> Cover:
    """The cover that was confirmed for the case, else what the attorney's record says, else what the organization's does."""
    attorney = book.attorneys.get(case["attorney"])
    own: Data = attorney.data.get("malpractice", {}) if attorney else {}
    given = _of_organization(book, case)
    confirmed = case.get("requirements", {}).get("malpractice_cover")
    source = confirmed["source"] if confirmed else own.get("source", "none")
    if source == "none":
        source = "organization" if given else ""
    until = as_day((given if source == "organization" else own if own.get("source") == source else {}).get("until"))
    return Cover(source, as_day(confirmed["confirmed_on"]) if confirmed else None, until)


def cover_fault(book: Book, case: Data) -> str | None:
    """Why the cover that was confirmed cannot be: its giver's own record says that there is none. None where it can."""
    confirmed = case.get("requirements", {}).get("malpractice_cover")
    if not confirmed:
        return None
    attorney = book.attorneys.get(case["attorney"])
    organization = book.organizations.get(case.get("organization", ""))
    if confirmed["source"] == "organization":
        if "organization" not in case:
            return "no organization placed this case, so none can cover it"
        if organization and not organization.data["malpractice_cover"]["provides"]:
            return "the placing organization's record says that it gives no cover"
    elif attorney and attorney.data.get("malpractice", {}).get("source") == "none":
        return "the attorney's record says that she has no cover yet"
    return None


def ends_before_hearing(case: Data, cover: Cover, today: date) -> bool:
    """Whether its last day comes before the next individual hearing."""
    hearing = next_hearing(case, today, "individual")
    return bool(hearing and cover.until and cover.until.isoformat() < hearing["date"])


def _of_organization(book: Book, case: Data) -> Data:
    """What the placing organization's record says of its cover; empty where it gives none."""
    organization = book.organizations.get(case.get("organization", ""))
    own: Data = organization.data["malpractice_cover"] if organization else {}
    return own if own.get("provides") else {}
