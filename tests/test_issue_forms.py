"""The issue forms on GitHub and what reads them are one: each question fills a field, each option is a word of its list."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from outside import ROOT
from programs import assert_blessed
from vecina.intake.forms import FORMS
from vecina.report.issue_forms import WARNING, files
from vecina.schema import wanted

FOLDER = ROOT / ".github/ISSUE_TEMPLATE"


def form(name: str) -> dict[str, Any]:
    """A form as GitHub reads it."""
    loaded: dict[str, Any] = yaml.safe_load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"))
    return loaded


@pytest.mark.parametrize("name", files())
def test_the_files_are_what_the_questions_make(name: str) -> None:
    assert_blessed(FOLDER / name, files()[name])


def test_there_is_no_other_form_and_no_blank_issue() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {"config.yml", *(f"{name}.yml" for name in FORMS)}
    assert form("config")["blank_issues_enabled"] is False


@pytest.mark.parametrize("name", FORMS)
def test_every_question_fills_a_field_and_every_option_is_a_word_of_it(name: str) -> None:
    first, *asked = form(name)["body"]
    assert (first["type"], first["attributes"]["value"]) == ("markdown", WARNING)
    assert [row["attributes"]["label"] for row in asked] == [question.label for question in FORMS[name].questions]
    for row, question in zip(asked, FORMS[name].questions, strict=True):
        field = wanted(question.kind, question.path)
        assert field is not None, question.label
        offered = row["attributes"].get("options", [])
        if question.form == "yes":
            assert (field["type"], offered) == ("boolean", ["yes", "no"])
        elif offered:
            words = field["items"] if question.form == "words" else field
            codes = question.schema["enum"]
            assert question.schema == wanted(question.kind, (*question.path, 0) if "items" in field else question.path)
            assert [code for code in codes if question.schema.get("x-labels", {}).get(code, code) in offered] == codes
            assert words is not None
            assert not any("," in word for word in offered)  # several answers are joined by commas


@pytest.mark.parametrize("name", FORMS)
def test_a_form_is_one_that_github_takes(name: str) -> None:
    data = form(name)
    assert set(data) == {"name", "description", "title", "labels", "body"}
    assert data["labels"] == [f"intake: {name}"]
    ids = [row["id"] for row in data["body"][1:]]
    labels = [row["attributes"]["label"] for row in data["body"][1:]]
    assert len(ids) == len(set(ids)) == len(set(labels))
    for row in data["body"][1:]:
        assert row["type"] in ("input", "dropdown", "textarea")
        options = row["attributes"].get("options", ["one"])
        assert all(isinstance(option, str) and option != "None" for option in options)
        assert len(options) == len(set(options))


def test_no_form_asks_who_the_client_is() -> None:
    from vecina.intake.private import private_column

    for asked in FORMS.values():
        for question in asked.questions:
            if question.kind == "case" and question.form == "line":
                raise AssertionError(f"{question.label} takes free text about a case")
            if "Client" in question.label:
                assert question.form in ("words", "yes")
    assert private_column("Client name")
