"""Builds the two sites with the site generator: two inputs, two outputs, two processes."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

CONFIGS = {"public": "mkdocs.yml", "status": "site/status/mkdocs.yml"}


@dataclass(frozen=True, slots=True)
class Built:
    """One site: where it lies, and what the generator complained about if it failed."""

    name: str
    index: Path
    failed: str = ""


def start(root: Path, name: str, day: date) -> subprocess.Popen[str]:
    """Starts building a site from its input. The same input gives the same bytes: the generator's clock is set to the day."""
    epoch = int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
    env = os.environ | {
        "SOURCE_DATE_EPOCH": str(epoch),
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
        "PYTHONHASHSEED": "0",
    }
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--clean", "--config-file", CONFIGS[name]]
    return subprocess.Popen(command, cwd=root, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def finish(root: Path, name: str, running: subprocess.Popen[str]) -> Built:
    """Waits for a site."""
    output, _ = running.communicate()
    index = root / "build" / name / "index.html"
    if running.returncode or not index.is_file():
        return Built(name, index, output.strip() or "the site generator gave no reason")
    return Built(name, index)
