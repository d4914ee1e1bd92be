"""A day that somebody reports: a hearing that is new or has moved, an order or decision. Values for the record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..book import Book
from ..checks import arising
from ..edit import CannotEdit, Put, edited
from ..store import Entry, Record, judge, read_plain
from .form_questions import REPORTED_HEARING, REPORTED_ORDER
from .problem import Problem

_LABELS = {question.name: question.label for question in (*REPORTED_HEARING, *REPORTED_ORDER)}
_DETAILS = ("time", "mode", "judge_set_filing_date")
_LEAVE = "Leave it empty for a hearing that is over. Report a new hearing in a form of its own."


def puts_of(book: Book, given: Mapping[str, Any]) -> tuple[list[Put], list[Problem]]:
    """What the report puts into the case's record, and what is wrong with it."""
    case = book.cases[given["case"]]
    puts: list[Put] = []
    problems: list[Problem] = []
    for questions, of in ((REPORTED_HEARING, _hearing), (REPORTED_ORDER, _order)):
        if any(question.name in given for question in questions):
            put, wrong = of(case.data, given)
            puts += put
            problems += wrong
    if not puts and not problems:
        problems.append(Problem("Nothing is reported: answer the questions about a hearing, or those about an order."))
    return puts, problems or _judged(book, case, puts)


def _lacking(given: Mapping[str, Any], *names: str) -> list[Problem]:
    return [Problem("This is missing.", _LABELS[name]) for name in names if name not in given]


def _hearing(case: Mapping[str, Any], given: Mapping[str, Any]) -> tuple[list[Put], list[Problem]]:
    lacking = _lacking(given, "type", "date")
    if lacking:
        return [], lacking
    hearings = case.get("hearings", [])
    here = [
        number
        for number, row in enumerate(hearings)
        if (row["type"], row["date"], row["status"]) == (given["type"], given["date"], "scheduled")
    ]
    if len(here) > 1:
        return [], [Problem("The record has two such hearings on this day. The program changes it by hand.", _LABELS["date"])]
    if given.get("status", "scheduled") != "scheduled":
        return _over(given, here)
    if here:
        changed = [name for name in _DETAILS if name in given and hearings[here[0]].get(name) != given[name]]
        puts = [Put(("hearings", here[0], name), given[name]) for name in changed]
        return puts, [] if puts else [Problem("The record has this hearing already, just like this.", _LABELS["date"])]
    row = {name: given[name] for name in ("type", "date", *_DETAILS) if name in given} | {"status": "scheduled"}
    return _added(case, "hearings", row), _lacking(given, "mode")


def _over(given: Mapping[str, Any], here: list[int]) -> tuple[list[Put], list[Problem]]:
    """A hearing of the record that was held, adjourned or vacated."""
    problems = [Problem(_LEAVE, _LABELS[name]) for name in _DETAILS if name in given]
    if not here:
        said = "The record has no scheduled hearing of this type on this day. Look at the number of the case and at the day."
        return [], [*problems, Problem(said, _LABELS["date"])]
    return [Put(("hearings", here[0], "status"), given["status"])], problems


def _order(case: Mapping[str, Any], given: Mapping[str, Any]) -> tuple[list[Put], list[Problem]]:
    problems = _lacking(given, "kind", "order_date")
    for name, needs in (("served", "served_on"), ("due", "due_for"), ("due_for", "due")):
        if name in given:
            problems += _lacking(given, needs)
    if problems:
        return [], problems
    fields = {"kind": "kind", "date": "order_date"} | {name: name for name in ("served", "served_on", "due_for", "due")}
    row = {field: given[name] for field, name in fields.items() if name in given}
    if any((known["kind"], known["date"]) == (row["kind"], row["date"]) for known in case.get("orders", ())):
        return [], [Problem("The record has an order of this kind and day already.", _LABELS["kind"])]
    return _added(case, "orders", row), []


def _added(case: Mapping[str, Any], field: str, row: dict[str, Any]) -> list[Put]:
    return [Put((field, len(case[field])), row) if field in case else Put((field,), [row])]


def _judged(book: Book, case: Record, puts: list[Put]) -> list[Problem]:
    """What would be wrong in the record, or among the others, with these values in it."""
    try:
        text = edited("case", read_plain(book.root / case.file), puts)
    except (CannotEdit, OSError):
        return [Problem("The record cannot be changed from here. The program changes it by hand.")]
    reading, findings = judge(text.encode(), Entry("case", case.file, case.id))
    if not findings:
        findings = arising(book, book.with_records([Record("case", case.id, case.file, reading.data, reading.places)]))
    return [Problem(f"{finding.message} ({finding.code})") for finding in findings]
