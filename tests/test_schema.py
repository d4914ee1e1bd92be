"""The shape of records: one cause, one finding, at its place, without the record's values."""

from __future__ import annotations

import json
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given, settings, strategies as st
from jsonschema import Draft202012Validator

from vecina.edit import render
from vecina.schema import KINDS, accepts, bundled, resolve, shape_findings, sources, wanted
from vecina.schema.explain import _validator as explainer
from vecina.yamlmap import read

CASE: dict[str, Any] = {
    "id": "c-7k3q9",
    "status": "active",
    "history": [{"status": "requested", "date": "2026-06-01"}],
    "requested_on": "2026-06-01",
    "attorney": "a-okafor",
    "court": "HOU",
    "detained": False,
    "client": {"place": "us-state", "state": "TX", "reached_by": ["phone"]},
    "languages": ["es"],
    "posture": "individual-hearing",
}


def said(text: str, kind: str = "case") -> list[str]:
    """The findings of a record given as text, as `line:column code message; hint`."""
    reading = read(text.encode(), "f.yml")
    found = sorted(shape_findings(kind, reading, "f.yml"), key=lambda finding: finding.sort_key)
    return [f"{f.line}:{f.column} {f.code} {f.message}{'; ' + f.hint if f.hint else ''}" for f in found]


def case_with(old: str, new: str) -> str:
    """The good case with one piece of its text replaced."""
    text = render("case", CASE)
    assert old in text
    return text.replace(old, new)


def test_a_good_case_has_no_finding() -> None:
    assert said(render("case", CASE)) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("status: active", "staus: active", '2:1 V103 there is no such field here; did you mean "status"?'),
        ("status: active", "Status: active", '2:1 V103 there is no such field here; did you mean "status"?'),
        ("status: active\n", "", '1:1 V102 the field "status" is missing (Status)'),
        ("status: active", "status: actve", '2:9 V104 "status" must be a word of its list; did you mean "active"?'),
        (
            "posture:",
            "client_name: Zzyzx\nposture:",
            "15:1 V103 there is no such field here; delete it; "
            "if it says who the client is, do not commit the file, see docs/admin.md",
        ),
        ("detained: false", "detained: no", '9:11 V027 "detained" takes true or false; write false'),
        ("detained: false", 'detained: "true"', '9:11 V101 "detained" takes true or false, without quotes; write true'),
        (
            "2026-06-01\nattorney",
            "2026-02-30\nattorney",
            '6:15 V106 "requested_on" must be a real day; the calendar has no such day',
        ),
        (
            "2026-06-01\nattorney",
            "June 1\nattorney",
            '6:15 V105 "requested_on" must be a real day written year-month-day, like 2026-03-14; '
            "not known yet? leave out the line, or the whole item, until it is",
        ),
        (
            "court: HOU",
            "court: Houston",
            '8:8 V105 "court" must be the three signs that data/courts.yml gives the court, like HOU',
        ),
        (
            "languages: [es]",
            "languages: es",
            '14:12 V101 "languages" must be a list; put it in square brackets, with commas between the items',
        ),
        (
            "languages: [es]",
            "languages: [es, es]",
            '14:17 V108 item 2 of "languages" is already in the list; delete one of the two',
        ),
        ("languages: [es]", "languages: []", '14:12 V107 "languages" needs at least 1 item'),
        ("languages: [es]", "languages: [no]", '14:13 V027 item 1 of "languages" must be text in quotes; put quotes around it'),
        (
            "attorney: a-okafor",
            "attorney:",
            '7:10 V101 "attorney" has no value; write a- and lower-case words joined by hyphens, like a-okafor, '
            "or delete the line if the field is optional",
        ),
    ],
)
def test_one_cause_is_one_finding_in_plain_words(old: str, new: str, expected: str) -> None:
    assert said(case_with(old, new)) == [expected]


def test_a_date_and_what_it_is_for_belong_together() -> None:
    text = render("case", CASE | {"orders": [{"kind": "call-up", "date": "2026-09-01", "due": "2026-10-01"}]})
    assert [line.split(" ", 1)[1] for line in said(text)] == ['V109 "due" needs "due_for" beside it']


def test_a_time_without_quotes_is_doubted_and_can_be_mended() -> None:
    hearing = (
        "hearings:\n  - type: individual\n    date: 2027-03-02\n    time: 10:30\n    mode: in-person\n    status: scheduled\n"
    )
    assert [line.split(" ", 1)[1] for line in said(render("case", CASE) + hearing)] == [
        'V027 "time" must be text in quotes; put quotes around it'
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_title_description_and_example(kind: str) -> None:
    def walk(schema: dict[str, Any], path: str) -> None:
        for name, below in schema.get("properties", {}).items():
            field = resolve(below)
            assert field.get("title"), f"{path}.{name}"
            assert len(field.get("description", "")) > 5, f"{path}.{name}"
            leaf = field.get("type") not in ("object", "array")
            assert field.get("examples") or not leaf, f"{path}.{name}"
            walk(field, f"{path}.{name}")
            walk(resolve(field["items"]) if "items" in field else {}, f"{path}.{name}[]")

    walk(sources()[kind], kind)


@pytest.mark.parametrize("name", sorted(sources()))
def test_every_group_is_closed_and_every_example_fits(name: str) -> None:
    def walk(schema: Any, path: str) -> None:
        if isinstance(schema, list):
            for item in schema:
                walk(item, path)
        if not isinstance(schema, dict):
            return
        if schema.get("type") == "object" and "properties" in schema:
            assert schema["additionalProperties"] is False, path
        if "examples" in schema and "title" in schema and "description" in schema:
            whole = {
                **schema,
                "$id": "https://vecina.org/schemas/example.schema.json",
                "$defs": {**schema.get("$defs", {}), **parts},
            }
            for example in schema["examples"]:
                assert jsonschema_rs.Draft202012Validator(whole, validate_formats=True).is_valid(example), f"{path}: {example}"
        for key, value in schema.items():
            if key != "examples":
                walk(value, f"{path}/{key}")

    parts = {part: below for part, below in sources().items() if part not in (*KINDS, name)}
    parts[name] = sources()[name]
    walk(sources()[name], name)


@pytest.mark.parametrize("kind", KINDS)
def test_the_schemas_are_schemas(kind: str) -> None:
    Draft202012Validator.check_schema(bundled(kind))


def broken_copies() -> st.SearchStrategy[Any]:
    """The good case with one value somewhere replaced by something else."""
    paths = [("status",), ("history", 0, "date"), ("client", "state"), ("languages",), ("detained",), ("id",), ("hours",)]
    odd = st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), st.text(max_size=8),
        st.sampled_from(["c-7k3q9\n", "2026-02-30", "2026-W11-6", "２０２６-01-01", "TX ", [], {}, ["es", "es"], 1.0]),
    )  # fmt: skip
    return st.builds(_replaced, st.sampled_from(paths), odd)


def _replaced(path: tuple[str | int, ...], value: Any) -> Any:
    data = json.loads(json.dumps(CASE))
    target = data
    for step in path[:-1]:
        target = target[step]
    target[path[-1]] = value
    return data


@given(broken_copies())
@settings(max_examples=300, deadline=None)
def test_what_accepts_and_what_explains_agree(data: Any) -> None:
    explained = any(True for _ in explainer("case").iter_errors(data))
    trailing = any(isinstance(value, str) and value.endswith("\n") for value in data.values())
    assert accepts("case", data) is not explained or trailing  # Python's $ also takes a last line end; the first one is strict


def test_a_field_is_found_through_lists_and_references() -> None:
    assert (wanted("case", ("hearings", 0, "time")) or {})["title"] == "Time"
    assert wanted("case", ("hearings", 0, "name")) is None
