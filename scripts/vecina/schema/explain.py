"""Says what is wrong with a record's shape: one cause, one finding, never a value of the record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import islice
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError

from ..finding import Finding, Fix, Path
from ..yamlmap import Reading
from . import fields, sentences
from .bundle import bundled, wanted

_FORMATS = FormatChecker(formats=())


@_FORMATS.checks("date", raises=ValueError)
def _is_day(value: object) -> bool:
    """A real day; `fromisoformat` alone also takes weeks and compact forms, which the pattern refuses."""
    return not isinstance(value, str) or bool(date.fromisoformat(value))


@cache
def _validator(kind: str) -> Any:
    return Draft202012Validator(bundled(kind), format_checker=_FORMATS)


# Of several complaints about one value the first of these is the cause.
_HOUR = re.compile("[0-9]:[0-5][0-9]")
_RANK = {"type": 0, "const": 1, "enum": 2, "pattern": 3, "format": 4}


def explain(kind: str, reading: Reading, file: str) -> list[Finding]:
    """All findings about the record's shape, one per cause."""
    spoken: dict[Path, Finding] = dict(_doubts(kind, reading, file))
    errors: list[ValidationError] = list(_validator(kind).iter_errors(reading.data))
    errors.sort(key=lambda error: (list(map(str, error.absolute_path)), _RANK.get(str(error.validator), 9)))
    found = list(spoken.values())
    seen = set(spoken)
    groups: dict[Path, list[ValidationError]] = {}
    for error in errors[:500]:
        path: Path = tuple(error.absolute_path)
        if error.validator in ("additionalProperties", "required"):
            groups.setdefault(path, []).append(error)
        elif path not in seen:
            seen.add(path)
            found.append(_one(kind, reading, file, path, error))
    for path, about in groups.items():
        found.extend(fields.unknown_and_missing(kind, reading, file, path, about))
    return found


def _one(kind: str, reading: Reading, file: str, path: Path, error: ValidationError) -> Finding:
    """The finding for one complaint about the value at path."""
    schema = wanted(kind, path) or {}
    said = sentences.about(str(error.validator), error.validator_value, error.instance, schema, path)
    place_path = path + said.below
    line, column = reading.place(place_path)
    return Finding(file, line, column, said.code, said.message, said.hint, fix=said.fix)


def _doubts(kind: str, reading: Reading, file: str) -> Iterator[tuple[Path, Finding]]:
    """Plain scalars that programs read in two ways, judged by what the field wants."""
    for path, text in islice(reading.doubts.items(), 100):
        schema = wanted(kind, path)
        if schema is None or schema.get("type") in ("object", "array"):
            continue  # that the field does not exist, or that it holds more than a word, is the finding
        if "pattern" in schema and not (re.search(schema["pattern"], text) or _HOUR.fullmatch(text)):
            continue  # quotes would not make a date or an id of it
        line, column = reading.place(path)
        hint, fix = "", None
        if schema.get("type") == "boolean":
            message = f"{sentences.named(path)} takes true or false"
            said = {"y": "true", "yes": "true", "on": "true", "n": "false", "no": "false", "off": "false"}.get(text.casefold())
            if said:
                hint, fix = f"write {said}", Fix("replace", path, said)
        elif schema.get("type") in ("integer", "number"):
            message = f"{sentences.named(path)} takes a number in plain digits"
        else:
            message, hint = f"{sentences.named(path)} must be text in quotes", "put quotes around it"
            short = _HOUR.fullmatch(text)  # an hour of one digit would still be wrong in quotes
            fix = Fix("replace", path, f'"0{text}"') if short and "time" in str(schema.get("x-expects")) else Fix("quote", path)
        yield path, Finding(file, line, column, "V027", message, hint, fix=fix)
