"""Writes edits into a record, whole or not at all, and shows what changed."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from functools import partial
from shlex import quote
from typing import NamedTuple, NoReturn

import click

from ..book import Book
from ..checks import arising
from ..edit import CannotEdit, Put, edited
from ..finding import Finding
from ..report.findings import line
from ..store import Changed, Entry, Record, digest, judge, read_plain, write_whole
from ..words import plural
from ..yamlmap import read


@dataclass(frozen=True, slots=True)
class Edit:
    """A record's file as it was read, and the text that it is to have."""

    file: str
    raw: bytes
    text: str

    def diff(self) -> list[str]:
        """The lines that change, each behind its sign, with a line around them."""
        return list(unified_diff(self.raw.decode().splitlines(), self.text.splitlines(), lineterm="", n=1))[2:]

    @property
    def lines(self) -> int:
        """How many lines are new or changed."""
        return sum(1 for line in self.diff() if line.startswith("+"))


class New(NamedTuple):
    """A record's text as it would be, and the file as it is; nothing for a record that is new."""

    entry: Entry
    text: str
    was: bytes = b""


def write_puts(book: Book, record: Record, puts: Sequence[Put], what: str) -> Iterator[str]:
    """Puts the values into the record's file and gives the lines that changed; `what` becomes the message of the commit.

    Ends the command with 1, nothing written, when the file changed meanwhile, cannot be edited, or would have a finding.
    """
    if not puts:
        yield "Nothing to write: the record is already like this."
        return
    by_hand = "make the change by hand as it is shown without --apply."
    edit = worked_out(book, record, puts, by_hand)
    if judge(edit.text.encode(), Entry(record.kind, record.file, record.id))[1]:
        _cannot(record, by_hand)
    write(book, edit)
    yield f"{record.file}: {plural(edit.lines, 'line')} written"
    yield from shown(edit)
    yield to_commit([record.file], f"{record.id}: {what}")


def write_together(book: Book, changes: Sequence[tuple[Record, Sequence[Put]]]) -> list[Edit]:
    """Puts values into several records, in this order, once all of them are known to be right together.

    Ends the command with 1, nothing written, when a file changed meanwhile, cannot be edited, or there would be a finding.
    """
    edits = [worked_out(book, record, puts, "make the change by hand.") for record, puts in changes]
    news = [
        New(Entry(record.kind, record.file, record.id), edit.text, edit.raw)
        for (record, _), edit in zip(changes, edits, strict=True)
    ]
    _, findings = found_together(book, news)
    if findings:
        said = ["Nothing was written. With this there would be something wrong:", *(f"  {line(one)}" for one in findings)]
        _refused("\n".join(said))
    for edit in edits:
        write(book, edit)
    return edits


def to_commit(files: Sequence[str], message: str) -> str:
    """What to type so that these files are committed, with a message of ids and days alone."""
    return (
        f"Look at {'it' if len(files) == 1 else 'them'}. To commit: git add {' '.join(files)} && git commit -m {quote(message)}"
    )


def worked_out(book: Book, record: Record, puts: Sequence[Put], by_hand: str) -> Edit:
    """The record's file with the values put in; nothing is written yet.

    Ends the command with 1 when the file changed meanwhile or cannot be edited; then `by_hand` says what to do.
    """
    try:
        raw = read_plain(book.root / record.file)
        if read(raw, record.file).data != record.data:
            raise Changed(record.file)
        return Edit(record.file, raw, edited(record.kind, raw, puts))
    except CannotEdit:
        _cannot(record, by_hand)
    except Changed:
        _refused(_MEANWHILE.format(record.file))
    except OSError:
        _refused(f"{record.file} cannot be read here.")


def write(book: Book, edit: Edit) -> None:
    """Writes the edit, or ends the command with 1 and nothing written: the file is guarded by its hash."""
    try:
        write_whole(book.root / edit.file, edit.text, digest(edit.raw))
    except Changed:
        _refused(_MEANWHILE.format(edit.file))
    except OSError:
        _refused(f"{edit.file} cannot be written here.")


def shown(edit: Edit) -> Iterator[str]:
    """The lines that change, for the person at the keyboard; none for a log."""
    if sys.stdout.isatty():
        yield from (f"  {line}" for line in edit.diff())


def found_anew(book: Book, entry: Entry, text: str, was: bytes = b"") -> tuple[Record | None, list[Finding]]:
    """What would be wrong with the record's text that was not wrong before, here or elsewhere, and the record it makes.

    A finding is the same where its line reads the same: one that only moves down, or says that less is missing, is not new.
    """
    records, findings = found_together(book, [New(entry, text, was)])
    return (records[0] if records else None), findings


def found_together(book: Book, news: Sequence[New]) -> tuple[list[Record], list[Finding]]:
    """The same for several records at once; no record where one of them cannot be read."""
    readings = [judge(new.text.encode(), new.entry) for new in news]
    findings = [finding for _, found in readings for finding in found]
    if findings:
        return [], findings
    records = [
        Record(new.entry.kind, new.entry.id, new.entry.file, reading.data, reading.places)
        for new, (reading, _) in zip(news, readings, strict=True)
    ]
    before = partial(_mark, files={new.entry.file: _lines(new.was.decode()) for new in news})
    after = partial(_mark, files={new.entry.file: _lines(new.text) for new in news})
    return records, arising(book, book.with_records(records), before, after)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.replace("\r\n", "\n").split("\n")]


def _mark(finding: Finding, files: Mapping[str, list[str]]) -> tuple[str, str, str]:
    """What makes a finding the same one before and after: its code and the text of its line, wherever that has moved."""
    lines = files.get(finding.file, [])
    text = lines[finding.line - 1] if finding.line <= len(lines) else str(finding.line)
    return finding.file, finding.code, text


_MEANWHILE = "{} was changed meanwhile, and it was not written; try again."


def _cannot(record: Record, by_hand: str) -> NoReturn:
    _refused(
        f"{record.file} is written in a way that this cannot change. `vecina fmt {record.file}` may mend that; where a "
        f"remark stands in the way, {by_hand}"
    )


def _refused(why: str) -> NoReturn:
    click.echo(why, err=True)
    raise SystemExit(1)
