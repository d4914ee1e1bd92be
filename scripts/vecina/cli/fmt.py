"""`vecina fmt`: the canonical form of records."""

from __future__ import annotations

import difflib
import os
import sys
from pathlib import Path

import click

from ..edit import CannotFormat, canonical
from ..store import Changed, Entry, digest, read_plain, walk, write_whole
from ..words import plural
from .common import root_option, say, within


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@root_option
@click.option("--check", "only_check", is_flag=True, help="Write nothing; end with 1 when a file is not in canonical form.")
@click.option("--diff", is_flag=True, help="Show what would change and write nothing; on a terminal only.")
def command(paths: tuple[Path, ...], root: Path, only_check: bool, diff: bool) -> None:
    """Write records in their canonical form: order of the field guide, one layout, comments kept.

    Files that cannot be read are left alone; `vecina check` says why.

    \b
    Example:
      vecina fmt --check
    """
    entries, strays = walk(root)
    if any(finding.code == "V005" for finding in strays):
        raise click.UsageError("There is no data/ folder here. Run the command in the program's folder, or name it with --root.")
    wanted = set(within(root, paths))
    changed = unread = 0
    for entry in entries:
        path = Path(os.path.abspath(root / entry.file))
        if wanted and path not in wanted and not wanted & set(path.parents):
            continue
        try:
            changed += _one(root, entry, write=not (only_check or diff), diff=diff)
        except CannotFormat:
            unread += 1
            say(f"{entry.file} cannot be read in one way; `vecina check` says why")
        except OSError:
            unread += 1
            say(f"{entry.file} may not be read or written on this computer")
    if only_check or diff:
        say(
            f"{plural(changed, 'file')} not in canonical form; `vecina fmt` writes it."
            if changed
            else "The rest is in canonical form."
            if unread
            else "Every file is in canonical form."
        )
        sys.exit(1 if changed or unread else 0)
    say(f"{plural(changed, 'file')} formatted.")
    sys.exit(1 if unread else 0)


def _one(root: Path, entry: Entry, *, write: bool, diff: bool) -> int:
    """Formats one record; 1 when it was not in canonical form. Raises CannotFormat and OSError."""
    raw = read_plain(root / entry.file)
    text = canonical(entry.kind, raw)
    if text.encode() == raw:
        return 0
    say(entry.file)
    if diff and sys.stdout.isatty():
        old = raw.decode("utf-8-sig").splitlines(keepends=True)
        say(line.rstrip("\n") for line in difflib.unified_diff(old, text.splitlines(keepends=True), "now", "canonical", n=1))
    if write:
        try:
            write_whole(root / entry.file, text, digest(raw))
        except Changed:
            say(f"{entry.file} changed meanwhile and was left; run the command again")
    return 1
