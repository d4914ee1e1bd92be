"""Reads files safely and writes them whole or not at all."""

from __future__ import annotations

import hashlib
import os
import secrets
import stat
from pathlib import Path


class Changed(Exception):
    """The file is no longer what it was when its change was worked out."""


def read_plain(path: Path) -> bytes:
    """The bytes of a plain file. Raises OSError for anything else; follows no link, waits for no pipe."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    try:
        info = os.fstat(descriptor)
        if not stat.S_ISREG(info.st_mode):
            raise OSError("not a plain file")
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            return file.read()
    finally:
        os.close(descriptor)


def digest(raw: bytes) -> str:
    """The hash that guards a change."""
    return hashlib.sha256(raw).hexdigest()


def overwrite(path: Path, text: str) -> None:
    """Writes a file of our own making in one step, whatever stood there. Raises as `write_whole`."""
    write_whole(path, text, digest(read_plain(path)) if path.exists() else None)


def write_whole(path: Path, text: str, was: str | None) -> None:
    """Writes a file in one step, if it still has the hash `was` (None: if it does not exist yet).

    Raises Changed, and OSError where it may not be written. The text goes to a file beside it first, so that an
    interrupted write leaves the old file.
    """
    now = digest(read_plain(path)) if path.exists() else None
    if now != was:
        raise Changed(path.name)
    if was is not None and not path.stat().st_mode & 0o222:
        raise PermissionError(path.name)
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        with open(beside, "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if was is not None:
            os.chmod(beside, stat.S_IMODE(path.stat().st_mode))
        if (digest(read_plain(path)) if path.exists() else None) != was:  # somebody wrote while this was being written
            raise Changed(path.name)
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)
