"""Writes one line about a case into its record: checked first, shown, and committed when asked."""

from __future__ import annotations

import os
import shlex
import sys
from datetime import date
from pathlib import Path

import click

from ..book import Book
from ..deadlines import agenda
from ..diary import Line
from ..report.findings import line as finding_line
from ..report.follows import as_text
from ..store import Entry, NoRevision, Record, commit_file, is_committed
from ..words import plural
from .common import interactive, say, tell
from .writing import Edit, found_anew, shown, worked_out, write


def write_line(book: Book, record: Record, line: Line, today: date, *, dry_run: bool, commit: bool) -> None:
    """Writes the line, says what follows, and offers the commit. Ends with 1, nothing written, when it brings a finding."""
    edit = worked_out(book, record, line.puts, "make the change by hand.")
    after = _checked(book, record, edit)
    if dry_run:
        say(f"Nothing was written. It would be, in {plural(edit.lines, 'line')} of {edit.file}:")
        tell(shown(edit) if sys.stdout.isatty() else ["  (the lines are shown on a terminal only)"])
        tell(line.said)
        tell(_follows(book, record, after, today))
        return
    committed = _is_committed(book.root, edit.file)
    write(book, edit)
    tell(line.said)
    say(f"{edit.file}: {plural(edit.lines, 'line')} written")
    tell(shown(edit))
    tell(_follows(book, record, after, today))
    _offer(book.root, edit.file, f"{record.id}: {line.what}", committed, commit=commit)


def _checked(book: Book, record: Record, edit: Edit) -> Record:
    """The record as it would be, or the end of the command with all that would be wrong."""
    after, findings = found_anew(book, Entry(record.kind, record.file, record.id), edit.text, edit.raw)
    if after is None or findings:
        click.echo("Nothing was written. With this line in the record there would be something wrong:", err=True)
        for finding in findings:
            click.echo(f"  {finding_line(finding)}", err=True)
        raise SystemExit(1)
    return after


def _follows(book: Book, before: Record, after: Record, today: date) -> list[str]:
    """What changes on the list of what is due, for this case alone."""
    old, new = (agenda(book.of_cases([one]), today) for one in (before, after))
    return list(as_text(old, new, before.id))


def _is_committed(root: Path, file: str) -> bool | str:
    """Whether Git has the file as it is; a sentence where there is no Git to ask."""
    try:
        return is_committed(root, file)
    except NoRevision as why:
        return str(why)


def _offer(root: Path, file: str, message: str, committed: bool | str, *, commit: bool) -> None:
    """Commits when asked to, asks on a terminal, else says what to type. What was changed before goes in only when seen."""
    if isinstance(committed, str):
        say(f"{committed} Nothing is to be committed.")
        return
    path = os.path.relpath(root / file)
    by_hand = f"git add {shlex.quote(path)} && git commit --only -m {shlex.quote(message)} -- {shlex.quote(path)}"
    if not committed and (commit or interactive()):
        click.echo("Attention: the file also holds earlier changes that are not committed; they would go along.", err=True)
    if interactive() and not (commit and committed):
        try:
            commit = click.confirm("Commit this?")
        except click.Abort:
            commit = False
    elif commit and not committed:
        click.echo(f"So nothing was committed. Look at it with `git diff`, then: {by_hand}", err=True)
        raise SystemExit(1)
    if not commit:
        say(f"To commit it: {by_hand}")
    elif commit_file(root, file, message):
        say(f"Committed: {message}")
    else:
        click.echo(f"Git did not commit it; the record is written. To try again: {by_hand}", err=True)
        raise SystemExit(1)
