"""Other people's test suites, where they lie beside the project: what a YAML reader and a JSON Schema must say."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema_rs
import yaml
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from outside import outside
from vecina.yamlmap import read

# Refused on purpose although YAML allows it; the reader is stricter than the standard.
STRICTER = {f"V{number:03}" for number in range(10, 28)}


# What libyaml takes against the letter of the standard: layouts nobody writes here, none of them read as other data
# but two: a key that begins with a question mark in braces, and a last line of spaces in a block of text.
LENIENT = {"652Z/0", "9C9N/0", "DK95/1", "L24T/1", "QB6E/0", "S98Z/0", "SU5Z/0", "X4QW/0"}


def yaml_cases() -> list[dict[str, Any]]:
    folder = outside("suites/yaml")
    cases: list[dict[str, Any]] = []
    for path in sorted(folder.rglob("*.yaml")):
        fields: dict[str, Any] = {}
        for index, case in enumerate(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)):
            fields = {**fields, **case} if index else case
            cases.append({"fail": None, **fields, "case": f"{path.stem}/{index}", "own": case})
    return cases


def typed(text: str) -> bytes:
    """The suite's visible signs for white space, as the signs they stand for."""
    for shown, meant in (
        ("␣", " "),
        ("———»", "\t"),
        ("——»", "\t"),
        ("—»", "\t"),
        ("»", "\t"),
        ("↵", ""),
        ("∎\n", ""),
        ("←", "\r"),
        ("⇔", "\ufeff"),
    ):
        text = text.replace(shown, meant)
    return text.encode()


def test_what_yaml_refuses_is_refused_and_what_is_read_is_read_right() -> None:
    wrong = []
    accepted = 0
    for case in yaml_cases():
        reading = read(typed(case["yaml"]), "f.yml")
        if reading.findings:
            continue
        accepted += 1
        if case["own"].get("fail") == "true":
            wrong.append(f"{case['case']} was accepted")
        elif "json" in case["own"] and reading.data != json.loads(case["own"]["json"]):
            wrong.append(f"{case['case']} was read as something else")
    assert {line.split()[0] for line in wrong} == LENIENT
    assert accepted > 60


def test_every_refusal_of_the_yaml_suite_has_a_place_and_a_known_code() -> None:
    for case in yaml_cases():
        text = typed(case["yaml"])
        for finding in read(text, "f.yml").findings:
            assert finding.code in STRICTER
            assert 1 <= finding.line <= text.count(b"\n") + 2
            assert finding.column >= 1


def remotes(folder: Path) -> dict[str, Any]:
    """The documents that the suite expects at its address, those of this draft."""
    found = {
        f"http://localhost:1234/{path.relative_to(folder)}": json.loads(path.read_bytes())
        for path in sorted(folder.rglob("*.json"))
    }
    return {
        uri: body
        for uri, body in found.items()
        if "2020-12" in uri or isinstance(body, bool) or ("draft" not in uri and "$schema" not in body)
    }


def agrees(validator: Any, data: Any) -> bool | None:
    """The explaining validator's answer; None where Python's regular expressions cannot say."""
    try:
        return bool(validator.is_valid(data))
    except re.error:
        return None


def test_what_accepts_and_what_explains_agree_on_the_json_schema_suite() -> None:
    folder = outside("suites/json-schema")
    documents = remotes(folder / "remotes")
    resources = [(uri, Resource.from_contents(body, default_specification=DRAFT202012)) for uri, body in documents.items()]
    registry: Any = Registry().with_resources(resources)
    different = []
    for path in sorted((folder / "draft2020-12").glob("*.json")):
        for group in json.loads(path.read_bytes()):
            schema = group["schema"]
            fast = jsonschema_rs.Draft202012Validator(schema, registry=jsonschema_rs.Registry(list(documents.items())))
            slow = Draft202012Validator(schema, registry=registry)
            for test in group["tests"]:
                name = f"{path.stem}: {group['description']}: {test['description']}"
                if fast.is_valid(test["data"]) is not test["valid"]:
                    different.append(f"{name}: fast")
                if agrees(slow, test["data"]) is not test["valid"]:
                    different.append(f"{name}: slow")
    ours = [line for line in different if line.endswith("fast")]
    assert ours == []
    assert len(different) <= 6, different
