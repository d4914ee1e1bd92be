"""The columns of the list: which the template has, and what a head that somebody else wrote means."""

from __future__ import annotations

from ..words import near
from .private import plain_words, private_column
from .problem import Problem
from .question import Question
from .questions import ATTORNEY, CASE, HEARING, ORGANIZATION
from .table import Cell, Row, Table

EXAMPLE = "example"
EXAMPLE_LABEL = "Example row"
COLUMNS: tuple[Question, ...] = (ORGANIZATION, *ATTORNEY, *CASE, *HEARING)
_NAMES = {plain_words(name): column for column in COLUMNS for name in (column.label, *column.also)}


def head_of(table: Table) -> tuple[dict[int, Question | None], list[Problem]]:
    """The question of each column by its place, None for the column that marks examples; and what is wrong with the head.

    The name of a column is never repeated: it may hold what it should not.
    """
    found: dict[int, Question | None] = {}
    problems: list[Problem] = []
    width = max(len(row.cells) for row in (table.head, *table.rows))  # a cell beyond the head has no name either
    for place in range(width):
        cell = table.head.cells[place] if place < len(table.head.cells) else Cell()
        column = f"column {place + 1}"
        words = plain_words(cell.text)
        if not words:
            if any(place < len(row.cells) and not row.cells[place].empty for row in table.rows) or cell.fault:
                problems.append(Problem(f"{column} has no name in the first row. Name it as in the template, or delete it."))
        elif words == plain_words(EXAMPLE_LABEL):
            found[place] = None
        elif words in _NAMES:
            question = _NAMES[words]
            if question in found.values():
                problems.append(Problem(f"{column} asks the same as a column before it. Delete one of the two.", question.label))
            found[place] = question
        else:
            problems.append(_unknown(column, cell.text))
    return found, problems


def _unknown(column: str, name: str) -> Problem:
    what = private_column(name)
    if what:
        return Problem(
            f"{column} looks like {what}. No record has a place for it, because a leaked name can cost a life: delete the "
            "column, and do not pass this file on.",
            private=True,
        )
    guess = near(name, [question.label for question in COLUMNS])
    meant = f' Did you mean "{guess}"?' if guess else " Delete it, or name it as in the template."
    return Problem(f"{column} is none that the list has.{meant}")


def is_example(row: Row, head: dict[int, Question | None]) -> bool:
    """Whether the row is the template's example, which counts for nothing."""
    return any(
        question is None and place < len(row.cells) and plain_words(row.cells[place].text) == EXAMPLE
        for place, question in head.items()
    )
