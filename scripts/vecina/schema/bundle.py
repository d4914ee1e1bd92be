"""The JSON Schemas, bundled into one document per kind: a reference into another file costs eight times as much."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path as FilePath
from types import MappingProxyType
from typing import Any

from ..assets import shipped
from ..finding import Path

KINDS = ("case", "mentor", "attorney", "organization", "program", "court", "rule", "calendar", "source", "page", "rates")
_SUFFIX = ".schema.json"


@cache
def sources(folder: FilePath | None = None) -> dict[str, dict[str, Any]]:
    """Every schema file by its name without the ending."""
    paths = sorted((folder or shipped("schemas")).glob(f"*{_SUFFIX}"))
    return {path.name.removesuffix(_SUFFIX): json.loads(path.read_bytes()) for path in paths}


@cache
def bundled(kind: str) -> dict[str, Any]:
    """The kind's schema with every file it refers to inside its `$defs`."""
    everything = sources()
    parts = {name: schema for name, schema in everything.items() if name not in KINDS}
    return {**everything[kind], "$defs": parts}


def resolve(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema with its reference followed; what stands beside the reference wins."""
    while "$ref" in schema:
        file, _, pointer = schema["$ref"].partition("#/$defs/")
        target = sources()[file.removesuffix(_SUFFIX)]["$defs"][pointer]
        schema = {**target, **{key: value for key, value in schema.items() if key != "$ref"}}
    return schema


def wanted(kind: str, path: Path) -> dict[str, Any] | None:
    """What the kind's schema says about the value at path; None for a field that does not exist."""
    schema = resolve(sources()[kind])
    for step in path:
        below = schema.get("items") if isinstance(step, int) else schema.get("properties", {}).get(step)
        if below is None:
            return None
        schema = resolve(below)
    return schema


@cache
def labels_at(kind: str, path: Path) -> Mapping[str, str]:
    """The words for the codes of the list that the field at path chooses from."""
    return MappingProxyType((wanted(kind, path) or {}).get("x-labels", {}))


@cache
def phrases_at(kind: str, path: Path) -> Mapping[str, str]:
    """The same codes as they stand inside a sentence: `the individual hearing`."""
    return MappingProxyType((wanted(kind, path) or {}).get("x-phrases", {}))


@cache
def labels(name: str) -> Mapping[str, str]:
    """A fixed list's codes with the words people read, as `lists.schema.json` or a field has them."""
    return MappingProxyType(sources()["lists"]["$defs"][name].get("x-labels", {}))
