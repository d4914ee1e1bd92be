"""Writes a file that somebody asked for: whole or not at all, for its owner alone, and where nobody else comes to have it."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import NoReturn

import click

from ..store import RECORDS, git_would_take, touches

_NEVER = (*RECORDS, "schemas", "scripts", ".git")
_MADE = (".md", ".markdown", ".html", ".docx", ".csv", ".json", ".xlsx", ".txt", ".text", ".eml")  # may be made again


def write_out(root: Path, path: Path, raw: bytes) -> None:
    """Writes the bytes in one step, and over an older file of such a kind.

    Documents and reports name people or tell of them. Ends with wrong usage for a place among the records or in a site, for
    one from which Git would take it, and where something else stands; with 1 where it cannot be written.
    """
    target = Path(os.path.abspath(path))
    try:
        _placed(root, target)
        _written(target, raw)
    except OSError:
        click.echo("The file cannot be written there. What stood there before is as it was.", err=True)
        raise SystemExit(1) from None


def is_folder(out: Path, several: bool = False) -> bool:
    """Whether a place that was named is a folder to write into, and not the file itself: it is one, or has no ending."""
    try:
        return several or not out.suffix or out.is_dir()
    except OSError:  # a name that is too long, or a folder that may not be looked into
        return False


def _placed(root: Path, target: Path) -> None:
    if touches(root, target, _NEVER):
        _refused("This is not written among the records or into a site. Name another folder, for example build/papers.")
    if git_would_take(target):
        _refused(
            "Git would take a file there into the repository, and everybody who has that would have it. Name a place under "
            "build, which Git leaves alone, or outside the repository."
        )
    if os.path.lexists(target) and (target.is_symlink() or not target.is_file() or target.suffix.lower() not in _MADE):
        _refused("Something else stands there, and it is not written over. Choose another name.")


def _written(target: Path, raw: bytes) -> None:
    """The bytes go into a file beside it first, so that an interrupted write leaves the old one."""
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name[:200]}.{secrets.token_hex(4)}.tmp")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _refused(why: str) -> NoReturn:
    raise click.UsageError(why)
