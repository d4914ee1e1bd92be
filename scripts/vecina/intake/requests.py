"""What the forms that make new records ask for: a case, an organization's cases, a mentor."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from ..book import Book
from ..edit.create import MAKERS, slug_id
from .batch import Batch, batch_of, explained
from .csv_list import from_text
from .drafts import drafted, new_findings
from .forms import FORMS, Form
from .markdown import answers_of
from .problem import NotReadable, Problem
from .wishes import Wish, together, understand, wishes_of


def read_form(book: Book, form: Form, body: str) -> tuple[dict[str, Any], list[Problem]]:
    """What was answered in a form, and what is wrong with it; the answers count only when nothing is."""
    try:
        answers, problems = answers_of(form, body)
    except NotReadable as why:
        return {}, [Problem(str(why))]
    given, wrong = understand(book, [pair for pair in answers if pair[0].form != "text"])
    given |= {question.name: cell.text for question, cell in answers if question.form == "text" and not cell.empty}
    problems += wrong
    seen = {problem.label for problem in problems}
    for question in form.questions:
        if form.is_needed(question) and question.name not in given and question.label not in seen:
            problems.append(Problem("This is missing.", question.label))
    return given, problems


def request_of(book: Book, form: Form, body: str, day: date, ids: Sequence[str] = ()) -> Batch:
    """The new records that a form asks for."""
    given, problems = read_form(book, form, body)
    if form.name == "place-cases":
        return _placed(book, given, problems, day, ids)
    if form.name == "offer-to-mentor":
        return Batch((), tuple(problems)) if problems else _mentor(book, given)
    seen = {problem.label for problem in problems}
    problems += [problem for problem in together(given, 0, seen) if problem.label not in seen]
    return batch_of(book, [] if problems else [Wish(given)], day, problems, ids)


def _placed(book: Book, given: dict[str, Any], problems: list[Problem], day: date, ids: Sequence[str]) -> Batch:
    """The cases of a list that was pasted into the form."""
    wishes: list[Wish] = []
    if "cases" in given:
        try:
            wishes, wrong = wishes_of(book, from_text(given["cases"]), "ymd", given.get("organization"))
        except NotReadable as why:
            wrong = [Problem(str(why), FORMS["place-cases"].questions[-1].label)]
        problems += wrong
    return batch_of(book, wishes, day, problems, ids)


def _mentor(book: Book, given: dict[str, Any]) -> Batch:
    taken = {*book.mentors, *(name for kind, name in book.broken if kind == "mentor")}
    draft = drafted(book, "mentor", slug_id("mentor", given["name"], taken), MAKERS["mentor"](given))
    return Batch((draft,), tuple(explained([draft], new_findings(book, [draft]))))
