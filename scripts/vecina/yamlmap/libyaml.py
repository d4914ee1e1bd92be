"""libyaml's parser through PyYAML: without it parsing is twenty times slower, so there is no second way."""

from __future__ import annotations

from typing import Any

from yaml import cyaml

CParser: Any = cyaml.CParser  # type: ignore[attr-defined]

__all__ = ["CParser"]
