"""Reads the Markdown that GitHub makes of a form. All of it is data: nothing in an answer can become a question or a command."""

from __future__ import annotations

import re

from .forms import Form
from .private import looks_private
from .problem import NotReadable, Problem
from .question import Question
from .table import Cell

MAX_SIGNS = 70_000  # an issue holds 65,536
_EMPTY = ("", "_No response_", "None")
_FENCE = re.compile(r"(`{3,})\w*\n(.*)\n\1", re.DOTALL)


def answers_of(form: Form, body: str) -> tuple[list[tuple[Question, Cell]], list[Problem]]:
    """Each question with what was answered, and what is wrong with the text as a whole. Raises NotReadable."""
    if len(body) > MAX_SIGNS:
        raise NotReadable("This is longer than an issue can be.")
    lines = body.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    heads = {f"### {question.label}": question for question in form.questions}
    places = [(number, heads[line.rstrip()]) for number, line in enumerate(lines) if line.rstrip() in heads]
    if not places:
        raise NotReadable("None of the form's questions are in it. Please fill in the form anew.")
    asked = [question for _, question in places]
    doubled = {question.label for question in asked if asked.count(question) > 1}
    problems = [
        Problem("The heading of this question stands more than once. Leave it out of the answers.", label)
        for label in sorted(doubled)
    ]
    order = [form.questions.index(question) for question in asked]
    if order != sorted(order) and not doubled:
        problems.append(Problem("The questions are not in the order of the form. Please fill in the form anew."))
    if any(line.strip() for line in lines[: places[0][0]]):
        problems.append(Problem("There is text above the first question. Delete it."))
    ends = [number for number, _ in places[1:]] + [len(lines)]
    answers = [
        (question, _cell(question, "\n".join(lines[number + 1 : end]).strip()))
        for (number, question), end in zip(places, ends, strict=True)
        if question.label not in doubled
    ]
    what = looks_private(body)
    if what and not any(looks_private(cell.text) for _, cell in answers):
        problems.append(Problem(f"Something in it looks like {what}. Nothing may say who a client is.", private=True))
    return answers, problems


def _cell(question: Question, text: str) -> Cell:
    if text in _EMPTY:
        return Cell()
    if question.form != "text":
        return Cell(text)
    fenced = _FENCE.fullmatch(text)
    return Cell((fenced[2] if fenced else text).strip("\n"))
