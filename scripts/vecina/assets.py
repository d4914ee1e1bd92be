"""Where the files lie that the tool ships beside its code: schemas, site sources, templates."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def shipped(name: str) -> Path:
    """The folder `name` of the tool: beside the package when installed, at the top of the repository in a checkout."""
    inside = _HERE / f"_{name}"
    return inside if inside.is_dir() else _HERE.parents[1] / name
