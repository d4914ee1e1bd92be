"""The field guide: every field of every kind, from the schemas alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..edit.scalars import write_scalar
from ..schema import KINDS, resolve, sources

_WHERE = {
    "case": "data/cases/",
    "mentor": "data/mentors/",
    "attorney": "data/attorneys/",
    "organization": "data/organizations/",
    "program": "data/program.yml",
    "court": "data/courts.yml",
    "rule": "data/rules/",
    "calendar": "data/calendars/",
    "source": "data/sources/",
    "page": "site/public/",
    "rates": "outside this repository",
}
_TYPES = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "array": "list",
    "object": "group",
}


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its path in words, what a lawyer calls it, why we ask, and how it is written."""

    path: str
    depth: int
    title: str
    description: str
    required: bool
    form: str
    example: str
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Guide:
    """One kind of record with its fields in order."""

    kind: str
    title: str
    where: str
    description: str
    fields: tuple[Field, ...]


def guides() -> tuple[Guide, ...]:
    """The guide to each kind."""
    found = []
    for kind in KINDS:
        schema = sources()[kind]
        found.append(Guide(kind, schema["title"], _WHERE[kind], schema["description"], tuple(_fields(schema, "", 0))))
    return tuple(found)


def _fields(schema: dict[str, Any], prefix: str, depth: int) -> Iterator[Field]:
    for name, below in schema.get("properties", {}).items():
        field = resolve(below)
        path = f"{prefix}{name}"
        item = resolve(field["items"]) if field.get("type") == "array" else {}
        yield _field(path, depth, field, item, name in schema.get("required", ()))
        inner, tail = (item, f"{path}[].") if item.get("properties") else (field, f"{path}.")
        if inner.get("properties"):
            yield from _fields(inner, tail, depth + 1)


def _written(example: Any) -> str:
    """An example as it is typed in a record; none for groups, whose fields have their own."""
    if isinstance(example, list):
        return (
            ""
            if any(isinstance(item, dict) for item in example)
            else f"[{', '.join(write_scalar(item, flow=True) for item in example)}]"
        )
    return "" if isinstance(example, dict) else write_scalar(example)


def _field(path: str, depth: int, field: dict[str, Any], item: dict[str, Any], required: bool) -> Field:
    holder = item or field
    options = holder.get("x-labels") or dict.fromkeys(holder.get("enum", ()), "")
    form = field.get("x-expects") or _TYPES.get(field.get("type", ""), "")
    if item:
        form = f"list of {item.get('x-expects') or ('groups' if item.get('properties') else 'words')}"
    elif options:
        form = "one word of the list"
    example = _written(field["examples"][0]) if field.get("examples") else ""
    return Field(path, depth, field["title"], field["description"], required, form, example, tuple(options.items()))
