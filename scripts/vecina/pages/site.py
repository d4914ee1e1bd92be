"""Builds the sites with the site generator: an input, an output and a process for each."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from ..handbook import LANGUAGES
from .policy import protect

_MORE = tuple(LANGUAGES)[1:]  # the languages after the first: each built beside the site, then put under it
CONFIGS = {"public": ("mkdocs.yml", *(f"mkdocs.{name}.yml" for name in _MORE)), "status": ("site/status/mkdocs.yml",)}
BELOW = {f"mkdocs.{name}.yml": (f"build/{name}", f"build/public/{name}") for name in _MORE}


@dataclass(frozen=True, slots=True)
class Built:
    """One site: where it lies, and what the generator complained about if it failed."""

    name: str
    index: Path
    failed: str = ""


def start(root: Path, name: str, day: date) -> list[subprocess.Popen[str]]:
    """Starts building a site from its input. The same input gives the same bytes: the generator's clock is set to the day."""
    epoch = int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
    env = os.environ | {
        "SOURCE_DATE_EPOCH": str(epoch),
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
        "PYTHONHASHSEED": "0",
    }
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--clean", "--config-file"]
    return [
        subprocess.Popen([*command, config], cwd=root, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        for config in CONFIGS[name]
    ]


def finish(root: Path, name: str, running: list[subprocess.Popen[str]], fill: Callable[[Path], None] | None = None) -> Built:
    """Waits for a site, puts its languages together, writes into each page what it may load, and fills its frames."""
    outputs = [process.communicate()[0].strip() for process in running]
    index = root / "build" / name / "index.html"
    if any(process.returncode for process in running) or not index.is_file():
        return Built(name, index, "\n".join(filter(None, outputs)) or "the site generator gave no reason")
    for config in CONFIGS[name]:
        if config in BELOW:
            made, wanted = (root / path for path in BELOW[config])
            shutil.move(made, wanted)
    protect(index.parent)
    if fill:
        fill(index.parent)
    return Built(name, index)
