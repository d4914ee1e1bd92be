"""The attorney of record: admitted, registered, covered."""

from __future__ import annotations

from collections.abc import Iterator

from ..book import OPEN, Book
from .base import Spot, check


@check("V461")
def attorney_is_admitted(book: Book) -> Iterator[Spot]:
    """The attorney of record has no active bar admission.

    Any US bar suffices before the immigration court, but one must be active.

    Mend: look the admission up and correct the attorney's record, or correct the case's attorney.
    """
    for case in book.cases.values():
        attorney = book.attorneys.get(case.data["attorney"])
        if attorney and case.data["status"] in OPEN and all(bar["status"] != "active" for bar in attorney.data["bar"]):
            yield Spot(case, ("attorney",), "this attorney has no active bar admission")


@check("V462")
def eoir_id_before_appearance(book: Book) -> Iterator[Spot]:
    """An appearance without an EOIR ID.

    The EOIR-28 is filed electronically, and only somebody registered with EOIR can file.

    Mend: set `eoir_id: true` in the attorney's record if she is registered, or delete the day of the EOIR-28.
    """
    for case in book.cases.values():
        attorney = book.attorneys.get(case.data["attorney"])
        if attorney and "eoir_28" in case.data.get("requirements", {}) and not attorney.data["eoir_id"]:
            yield Spot(case, ("requirements", "eoir_28"), "the attorney's record says she has no EOIR ID")


@check("V463")
def cover_is_real(book: Book) -> Iterator[Spot]:
    """Malpractice cover from somebody who gives none.

    The program gives no malpractice insurance. Cover comes from the attorney's own carrier, from her employer, or from
    the organization that placed the case, if its record says that it covers.

    Mend: correct the source, or the record of the organization or attorney.
    """
    for case in book.cases.values():
        cover = case.data.get("requirements", {}).get("malpractice_cover")
        if not cover:
            continue
        path = ("requirements", "malpractice_cover", "source")
        attorney = book.attorneys.get(case.data["attorney"])
        organization = book.organizations.get(case.data.get("organization", ""))
        if cover["source"] == "organization":
            if "organization" not in case.data:
                yield Spot(case, path, "no organization placed this case, so none can cover it")
            elif organization and not organization.data["malpractice_cover"]["provides"]:
                yield Spot(case, path, "the placing organization's record says that it gives no cover")
        elif attorney and attorney.data.get("malpractice", {}).get("source") == "none":
            yield Spot(case, path, "the attorney's record says that she has no cover yet")
