"""Accepts a good record fast; only a bad one pays for the explanation."""

from __future__ import annotations

from functools import cache
from typing import Any

import jsonschema_rs

from ..finding import Finding
from ..yamlmap import Reading
from .bundle import bundled


@cache
def _validator(kind: str) -> Any:
    return jsonschema_rs.Draft202012Validator(bundled(kind), validate_formats=True)


def accepts(kind: str, data: Any) -> bool:
    """Whether the data has the kind's shape."""
    return bool(_validator(kind).is_valid(data))


def shape_findings(kind: str, reading: Reading, file: str) -> list[Finding]:
    """What is wrong with a record's shape: nothing, most of the time."""
    if reading.data is None or (not reading.doubts and accepts(kind, reading.data)):
        return []
    from .explain import explain  # jsonschema takes time to import, and most records are good

    return explain(kind, reading, file)
