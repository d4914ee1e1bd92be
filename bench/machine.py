"""What the figures were measured on."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

LIBRARIES = ("vecina", "click", "jsonschema", "jsonschema_rs", "PyYAML")
CORES = 2  # the targets are for two


def take_two() -> int:
    """Keeps this process and what it starts to two processors where there are more; how many are left."""
    if not hasattr(os, "sched_setaffinity"):
        return os.cpu_count() or 1
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:CORES])
    return len(os.sched_getaffinity(0))


def described(used: int) -> Iterator[str]:
    """The machine and the versions, a line each."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    yield f"Machine    {_processor()}, {os.cpu_count()} cores ({used} used), {memory:.0f} GB of memory"
    yield f"System     {platform.system()} {platform.release()}, load at the start {os.getloadavg()[0]:.1f}"
    yield f"Versions   Python {platform.python_version()}, " + ", ".join(f"{name} {version(name)}" for name in LIBRARIES)


def _processor() -> str:
    """The processor's model as the system names it."""
    listed = Path("/proc/cpuinfo")
    lines = listed.read_text(encoding="utf-8").splitlines() if listed.is_file() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or platform.machine() or sys.platform)
