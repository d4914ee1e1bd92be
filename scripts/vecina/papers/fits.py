"""Which documents fit a case as it stands, and why another does not."""

from __future__ import annotations

from ..book import ENDED, OPEN, Book
from ..facts import Data
from ..store import Record

KINDS = {
    "introduction": "Introduction of attorney and mentor",
    "agreement": "Mentoring agreement",
    "checklist": "Engagement checklist",
    "plan": "Mentoring plan",
    "closing": "Closing letter",
}
_PEOPLE = (("attorney", "attorney"), ("mentor", "mentor"), ("mentor", "backup_mentor"), ("organization", "organization"))


def refusal(book: Book, case: Record, kind: str) -> str:
    """Why this document cannot be written for the case and what is missing; empty when it can."""
    data = case.data
    if not book.program:
        return "The program's settings cannot be read. Run `vecina check data/program.yml`."
    if kind == "closing" and not _has_ended(data):
        return (
            "A closing letter needs an end, and this case has none yet. Write the decision with `vecina log CASE decision`, "
            "or close the case with `vecina log CASE closed`; both have --help."
        ).replace("CASE", case.id)
    if data["status"] in ENDED and kind != "closing":
        return f"The case has ended ({data['status']}). Of the documents only the closing letter is left."
    if "mentor" not in data:
        if data["status"] in ENDED:
            return "The case ended before it had a mentor, so there is nothing to write to attorney and mentor."
        return "The case has no mentor yet. Propose one with `vecina match`; the documents come after the match."
    if data["status"] not in (*OPEN, *ENDED):
        return "The case waits for a mentor. Its documents come after the match, when its status is matched."
    lost = [data[field] for of, field in _PEOPLE if field in data and data[field] not in book.kinds[of]]
    if lost:
        return f"Without the record of {lost[0]} the document would lack a person. Run `vecina check`."
    return ""


def fitting(book: Book, case: Record) -> list[str]:
    """The kinds of documents that fit, in the order in which they are needed."""
    ended = case.data["status"] in ENDED
    return [kind for kind in KINDS if (kind == "closing") == ended and not refusal(book, case, kind)]


def _has_ended(data: Data) -> bool:
    """Whether the case was closed or withdrawn, or was decided on the merits."""
    return data["status"] in ENDED or any(row["relief"] != "bond" for row in data.get("outcome", ()))
