"""The attorney of record: admitted, registered, covered."""

from __future__ import annotations

from collections.abc import Iterator

from ..book import OPEN, Book
from ..onboarding import admitted, cover_fault
from .base import Spot, check


@check("V461")
def attorney_is_admitted(book: Book) -> Iterator[Spot]:
    """The attorney of record has no active bar admission.

    Any US bar suffices before the immigration court, but one must be active.

    Mend: look the admission up and correct the attorney's record, or correct the case's attorney.
    """
    for case in book.cases.values():
        attorney = book.attorneys.get(case.data["attorney"])
        if attorney and case.data["status"] in OPEN and admitted(attorney.data) is None:
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
        fault = cover_fault(book, case.data)
        if fault:
            yield Spot(case, ("requirements", "malpractice_cover", "source"), fault)
