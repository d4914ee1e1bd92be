"""Answers, understood one by one and then together: what somebody asks for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..book import Book
from ..words import listing
from .columns import EXAMPLE_LABEL, head_of, is_example
from .days import Order
from .problem import Private, Problem
from .question import Question
from .questions import ATTORNEY, CASE, HEARING, ORGANIZATION
from .table import Cell, Row, Table

USUAL = {"mexico": ["whatsapp"], "detention-facility": ["visit", "facility-phone"]}
_LABELS = {question.name: question.label for question in (ORGANIZATION, *ATTORNEY, *CASE, *HEARING)}


@dataclass(frozen=True, slots=True)
class Wish:
    """One case as it is asked for: the understood answers by question, and the row they stand in (0: a form).

    A row that is not sound becomes no case, but what it says of its attorney counts for the rows below.
    """

    given: Mapping[str, Any]
    row: int = 0
    sound: bool = True


def wishes_of(book: Book, table: Table, order: Order, organization: str | None) -> tuple[list[Wish], list[Problem]]:
    """The cases of a list, and everything that is wrong with it."""
    head, problems = head_of(table)
    wishes: list[Wish] = []
    for row in table.rows:
        if is_example(row, head):
            continue
        given, wrong = _row(book, row, head, order)
        if organization and given.setdefault("organization", organization) != organization:
            wrong.append(Problem("This is another organization than the one of --organization.", ORGANIZATION.label, row.number))
        wrong += together(given, row.number, seen={problem.label for problem in wrong})
        problems += wrong
        wishes.append(Wish(given, row.number, sound=not wrong))
    if not table.rows or (not wishes and not problems):
        problems.append(Problem("There is no case in the list: write one in each row below the first."))
    return wishes, problems


def _row(book: Book, row: Row, head: Mapping[int, Question | None], order: Order) -> tuple[dict[str, Any], list[Problem]]:
    answers: list[tuple[Question, Cell]] = []
    problems = []
    for place, cell in enumerate(row.cells):
        question = head.get(place)
        if question is not None:
            answers.append((question, cell))
        elif place in head and not cell.empty:
            problems.append(Problem("Write nothing here, or the word example.", EXAMPLE_LABEL, row.number))
    given, wrong = understand(book, answers, order, row.number)
    return given, problems + wrong


def understand(
    book: Book, answers: Iterable[tuple[Question, Cell]], order: Order = "ymd", row: int = 0
) -> tuple[dict[str, Any], list[Problem]]:
    """What the answers mean, by question; and those that mean nothing."""
    given: dict[str, Any] = {}
    problems: list[Problem] = []
    for question, cell in answers:
        if cell.empty:
            continue
        try:
            if cell.fault:
                raise ValueError(cell.fault)
            given[question.name] = question.understood(book, cell.text, order)
        except ValueError as error:
            problems.append(Problem(str(error), question.label, row, private=isinstance(error, Private)))
    return given, problems


def missing(questions: Sequence[Question], given: Mapping[str, Any], row: int, seen: set[str]) -> list[Problem]:
    """The questions that need an answer and have none."""
    return [
        Problem("This is missing.", question.label, row)
        for question in questions
        if question.need and question.name not in given and question.label not in seen
    ]


def together(given: dict[str, Any], row: int, seen: set[str]) -> list[Problem]:
    """What does not fit together or is missing in one case; fills in what follows from the rest."""
    detained = given.get("detained")
    if detained and "place" not in given and _LABELS["place"] not in seen:
        given["place"] = "detention-facility"
    place = given.get("place")
    problems = missing(CASE, given, row, seen)
    if place and detained is not None and detained != (place == "detention-facility"):
        problems.append(Problem(f'This does not agree with "{_LABELS["place"]}".', _LABELS["detained"], row))
    if place in ("us-state", "detention-facility") and "state" not in given and _LABELS["state"] not in seen:
        problems.append(Problem("This is missing: the client is in the United States.", _LABELS["state"], row))
    if place in ("mexico", "other") and "state" in given:
        problems.append(Problem("Leave it empty: the client is outside the United States.", _LABELS["state"], row))
    if place and "reached_by" not in given and _LABELS["reached_by"] not in seen:
        given["reached_by"] = USUAL.get(place, ["phone"])
    return [*problems, *_hearing(given, row, seen), *_attorney(given, row, seen)]


def _hearing(given: Mapping[str, Any], row: int, seen: set[str]) -> list[Problem]:
    if not any(question.name in given or question.label in seen for question in HEARING):
        return []
    wanted = [question for question in HEARING if question.name != "hearing_time"]
    return [
        Problem("This is missing: a hearing has type, day and how it is held.", question.label, row)
        for question in wanted
        if question.name not in given and question.label not in seen
    ]


def _attorney(given: Mapping[str, Any], row: int, seen: set[str]) -> list[Problem]:
    named = {ATTORNEY[0].name, "email"}
    if not named & set(given) and not {_LABELS[name] for name in named} & seen:
        either = listing([f'"{_LABELS["attorney"]}"', f'"{_LABELS["email"]}"'], "or")
        return [Problem(f"Say who the attorney is: {either} is needed.", "", row)]
    return []
