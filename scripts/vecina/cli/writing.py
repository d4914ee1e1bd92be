"""Writes edits into a record, whole or not at all, and shows what changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import unified_diff

import click

from ..book import Book
from ..edit import CannotEdit, Put, edited
from ..store import Changed, Entry, Record, digest, judge, read_plain, write_whole
from ..yamlmap import read


def write_puts(book: Book, record: Record, puts: Sequence[Put]) -> Iterator[str]:
    """Puts the values into the record's file and gives the lines that changed.

    Ends the command with 1, nothing written, when the file changed meanwhile, cannot be edited, or would have a finding.
    """
    if not puts:
        yield "Nothing to write: the record is already like this."
        return
    path = book.root / record.file
    raw = read_plain(path)
    try:
        if read(raw, record.file).data != record.data:
            raise Changed(record.file)
        text = edited(record.kind, raw, puts)
        if judge(text.encode(), Entry(record.kind, record.file, record.id))[1]:
            raise CannotEdit
        write_whole(path, text, digest(raw))
    except CannotEdit:
        _refused(
            f"{record.file} is not written in a form that can be edited. `vecina fmt {record.file}` mends that; then try again."
        )
    except Changed:
        _refused(f"{record.file} was changed meanwhile. Nothing was written; try again.")
    except OSError:
        _refused(f"{record.file} cannot be written here.")
    before, after = raw.decode().splitlines(), text.splitlines()
    yield f"{record.file}"
    yield from (f"  {line}" for line in list(unified_diff(before, after, lineterm="", n=1))[2:])
    yield f"Written. Look at it, then commit it: `git add {record.file}`."


def _refused(why: str) -> None:
    click.echo(why, err=True)
    raise SystemExit(1)
