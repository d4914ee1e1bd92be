"""Files from outside the project that tests read when they lie beside it: attacks and others' test suites."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
_BESIDE = Path(os.environ.get("VECINA_OUTSIDE", ROOT.parent / "shared"))


def outside(name: str) -> Path:
    """The folder of that name, or a skip that says what is missing."""
    folder = _BESIDE / name
    if not folder.is_dir():
        pytest.skip(f"{name}/ does not lie beside the project")
    return folder
