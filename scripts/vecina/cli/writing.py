"""Writes edits into a record, whole or not at all, and shows what changed."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from difflib import unified_diff
from typing import NoReturn

import click

from ..book import Book
from ..edit import CannotEdit, Put, edited
from ..store import Changed, Entry, Record, digest, judge, read_plain, write_whole
from ..words import plural
from ..yamlmap import read


def write_puts(book: Book, record: Record, puts: Sequence[Put]) -> Iterator[str]:
    """Puts the values into the record's file and gives the lines that changed.

    Ends the command with 1, nothing written, when the file changed meanwhile, cannot be edited, or would have a finding.
    """
    if not puts:
        yield "Nothing to write: the record is already like this."
        return
    path = book.root / record.file
    try:
        raw = read_plain(path)
        if read(raw, record.file).data != record.data:
            raise Changed(record.file)
        text = edited(record.kind, raw, puts)
        if judge(text.encode(), Entry(record.kind, record.file, record.id))[1]:
            raise CannotEdit
        write_whole(path, text, digest(raw))
    except CannotEdit:
        _refused(
            f"{record.file} is written in a way that this cannot change. `vecina fmt {record.file}` may mend that; where a "
            "remark stands in the way, make the change by hand as it is shown without --apply."
        )
    except Changed:
        _refused(f"{record.file} was changed meanwhile. Nothing was written; try again.")
    except OSError:
        _refused(f"{record.file} cannot be written here.")
    before, after = raw.decode().splitlines(), text.splitlines()
    diff = list(unified_diff(before, after, lineterm="", n=1))[2:]
    changed = sum(1 for line in diff if line.startswith("+"))
    yield f"{record.file}: {plural(changed, 'line')} written"
    if sys.stdout.isatty():  # lines of a record are for the person at the keyboard, not for a log
        yield from (f"  {line}" for line in diff)
    yield f"Look at it, then commit it: `git add {record.file}`."


def _refused(why: str) -> NoReturn:
    click.echo(why, err=True)
    raise SystemExit(1)
