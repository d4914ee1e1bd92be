"""The issue forms as GitHub reads them. They are written from the questions, so that form and reader cannot differ."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from ..intake.forms import FORMS, Form
from ..intake.question import Question

WARNING = (
    "**Never write who the client is.** No name, no A-number, no birth date, no address, no phone number, no story, and no "
    "file with any of them: not in an answer, not in the title, not in a comment. Every version of what you write is kept."
)
MOST = 30  # a longer list of words is typed, and understood in any spelling of the list


def as_yaml(form: Form) -> str:
    """The form's file. Texts stand in double quotes, so that nothing in them is read as YAML."""
    return "\n".join(_lines(form)) + "\n"


def files() -> dict[str, str]:
    """Every file of the folder for issue forms, by name."""
    return {f"{name}.yml": as_yaml(form) for name, form in FORMS.items()} | {"config.yml": _config()}


def _config() -> str:
    return "\n".join(
        [
            "blank_issues_enabled: false",
            "contact_links:",
            f"  - name: {_text('Something else: write to admin@vecina.org')}",
            f"    url: {_text('https://vecina.org')} # GitHub takes no mail address here",
            f"    about: {_text('E-mail admin@vecina.org. Leave the client out of the e-mail.')}",
            "",
        ]
    )


def _text(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


def _lines(form: Form) -> Iterator[str]:
    yield f"name: {_text(form.title)}"
    yield f"description: {_text(form.about)}"
    yield f"title: {_text(form.title)}"
    yield f"labels: [{_text(form.label)}]"
    yield "body:"
    yield "  - type: markdown"
    yield "    attributes:"
    yield f"      value: {_text(WARNING)}"
    for question in form.questions:
        yield from _question(question, needed=form.is_needed(question))


def _question(question: Question, *, needed: bool) -> Iterator[str]:
    words = ["yes", "no"] if question.form == "yes" else question.options
    kind = "textarea" if question.form == "text" else "dropdown" if words and len(words) <= MOST else "input"
    yield f"  - type: {kind}"
    yield f"    id: {question.name}"
    yield "    attributes:"
    for name, value in _attributes(question, kind).items():
        yield f"      {name}: {value}"
    if kind == "dropdown":
        yield "      options:"
        yield from (f"        - {_text(word)}" for word in words)
    if needed:
        yield "    validations:"
        yield "      required: true"


def _attributes(question: Question, kind: str) -> Mapping[str, str]:
    about = {"label": _text(question.label), "description": _text(question.help)}
    if kind == "textarea":
        return about | {"render": "text"}
    if kind == "dropdown":
        return about | ({"multiple": "true"} if question.form == "words" else {})
    return about | ({"placeholder": _text(question.example)} if question.example else {})
