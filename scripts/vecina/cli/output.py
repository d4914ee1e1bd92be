"""Writes a file that somebody asked for: whole or not at all, and never among the records."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

import click

_KEPT = ("data", "site", "schemas", "scripts", ".git")


def write_out(root: Path, path: Path, raw: bytes) -> None:
    """Writes the bytes in one step, whatever stood there. Ends with wrong usage where they may not be written.

    Documents name people: they do not belong into what is committed, so the program's own folders are refused.
    """
    top, target = Path(os.path.abspath(root)), Path(os.path.abspath(path))
    if any(target.is_relative_to(top / name) for name in _KEPT):
        raise click.UsageError("Documents are not written among the records. Name another folder, for example build/papers.")
    beside = target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(raw)
        beside.replace(target)
    except OSError:
        raise click.UsageError("The document cannot be written there.") from None
    finally:
        beside.unlink(missing_ok=True)
