"""How an export takes its place: whole or not at all, and for its owner alone."""

from __future__ import annotations

import json
import os
import secrets
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from .place import MARK


def file_at(out: Path, write: Callable[[Path], None]) -> None:
    """Lets a file be written beside its place, for its owner alone, and then puts it there."""
    out.parent.mkdir(parents=True, exist_ok=True)
    beside = _beside(out)
    try:
        os.close(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        write(beside)
        _to_disk(beside)
        beside.replace(out)
    finally:
        beside.unlink(missing_ok=True)


def folder_at(out: Path, write: Callable[[Path], dict[str, int]], about: dict[str, Any]) -> None:
    """Lets a folder be written beside its place, for its owner alone, and then puts it there in place of an older one."""
    out.parent.mkdir(parents=True, exist_ok=True)
    beside, before = _beside(out), _beside(out)
    try:
        beside.mkdir(mode=0o700)
        rows = write(beside)
        files = sorted(path.name for path in beside.iterdir())
        told = json.dumps(about | {"files": files, "rows": rows}, indent=1, ensure_ascii=False)
        (beside / MARK).write_text(told + "\n", encoding="utf-8", newline="\n")
        for path in beside.iterdir():
            path.chmod(0o600)
            _to_disk(path)
        if out.exists():
            out.replace(before)
        try:
            beside.replace(out)
        except OSError:
            if before.exists():
                before.replace(out)
            raise
    finally:
        shutil.rmtree(beside, ignore_errors=True)
        if out.exists():
            shutil.rmtree(before, ignore_errors=True)


def _beside(out: Path) -> Path:
    return out.with_name(f".{out.name}.{secrets.token_hex(4)}.tmp")


def _to_disk(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())
