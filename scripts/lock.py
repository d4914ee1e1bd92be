"""Pins every package with hashes; called by `make lock`. The lock files name no index, so that any mirror serves them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

UV = Path(sys.executable).with_name("uv")
COMMON = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-annotate", "--no-header", "--quiet"]


def pin(target: str, *options: str, alone: bool = False) -> None:
    """Writes one lock file from pyproject.toml: with what the tool itself needs, or of one group alone."""
    source = [] if alone else ["pyproject.toml"]
    subprocess.run([str(UV), "pip", "compile", *source, *COMMON, *options, "--output-file", target], check=True)
    print(f"{target} written")


if __name__ == "__main__":
    upgrade = [option for option in sys.argv[1:] if option == "--upgrade"]
    pin("requirements-bench.lock", "--group", "build", "--group", "dev", "--group", "bench", *upgrade)
    pin("requirements-dev.lock", "--group", "build", "--group", "dev", "--constraint", "requirements-bench.lock", *upgrade)
    pin("requirements-scale.lock", "--group", "build", "--extra", "scale", "--constraint", "requirements-dev.lock", *upgrade)
    pin("requirements-zensical.lock", "--group", "pyproject.toml:zensical", *upgrade, alone=True)
    pin("requirements.lock", "--group", "build", "--constraint", "requirements-dev.lock", *upgrade)
