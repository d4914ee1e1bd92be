"""Sends the mails one by one, and writes each down at once: what was sent stays written, whatever happens after it."""

from __future__ import annotations

import os
import shlex
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

import click

from .. import clock
from ..book import Book
from ..contact import puts
from ..edit import CannotEdit, edited
from ..mail import Mail, NoServer, NotSent, NotSet, Post, Unsure, server_of
from ..mail.show import addressed, counted
from ..report.findings import line as finding_line
from ..store import Changed, Entry, Record, digest, judge, read_plain, write_whole
from ..words import plural
from .common import interactive, progress, say, tell
from .remind_journal import OnItsWay, take
from .writing import Edit, found_anew, worked_out


def may_send(book: Book, today: date | None, *, sample_too: bool) -> None:
    """Ends the command when nothing may be sent at all: the sample, or another day than today."""
    if book.program.get("sample"):
        if not sample_too:
            raise click.UsageError("This is the sample program, whose people are invented. --sample-too sends all the same.")
    elif today is not None and today != clock.today(book.program):
        raise click.UsageError("What is sent is judged by today: leave out --today, or leave out --send.")


@dataclass
class _Run:
    """What has become of the mails so far. `cases` are the records as they were written last."""

    cases: dict[str, Record]
    sent: list[Mail] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    files: set[str] = field(default_factory=set)


def send_all(book: Book, mails: Sequence[Mail], held: dict[str, str], day: date, *, yes: bool) -> int:
    """Sends what may go out, says what became of it, and gives the exit code: 1 when a mail that was due has not gone out."""
    going = [mail for mail in mails if mail.id not in held]
    if not going:
        say("No mail was sent." if mails else "Nobody is to be written to: no mail was sent.")
        return 1 if held else 0
    try:
        server = server_of(os.environ)
    except NotSet as why:
        raise click.UsageError(str(why)) from None
    _agreed(going, yes=yes)
    run = _Run(dict(book.cases))
    with progress(len(going)) as step, Post(server) as post:
        for number, mail in enumerate(going):
            step(addressed(mail))
            try:
                _one(book, mail, run, post)
            except NoServer as why:
                run.failed.append(f"{plural(len(going) - number, 'mail')} not sent. {why}")
                break
            except KeyboardInterrupt:
                run.failed.append(f"Interrupted: {addressed(mail)} may have gone out. Look into the outbox, then: {_then(mail)}.")
                break
            except NotSent as why:
                run.failed.append(f"{addressed(mail)}: not sent, {why}.")
            except Unsure as why:
                run.failed.append(f"{addressed(mail)}: it may have gone out, {why}. Look into the outbox, then: {_then(mail)}.")
    _told(book, run, day)
    return 1 if run.failed or held else 0


def _agreed(going: Sequence[Mail], *, yes: bool) -> None:
    """Asks once on a terminal; elsewhere --yes must have been given."""
    if yes:
        return
    if not interactive():
        raise click.UsageError("Nobody can be asked here: look at them with `vecina remind`, then add --yes.")
    tell(f"{addressed(mail)}: {mail.subject.partition(': ')[2]}" for mail in going)
    if not click.confirm(f"Send {counted(going)}?"):
        say("No mail was sent.")
        raise SystemExit(0)


def _one(book: Book, mail: Mail, run: _Run, post: Post) -> None:
    """Sends one mail and writes it down. The record is looked at first: what cannot be written down is not sent."""
    try:
        mark = take(book.root, mail)
    except OnItsWay:
        raise NotSent("one like it is on its way, or was when a run was cut off") from None
    except OSError:
        raise NoServer("build/remind cannot be written here, so nothing could be sent safely.") from None
    record = run.cases[mail.letter.case]
    try:
        edit, after = _prepared(book, record, mail)
        post.send(mail.sender, mail.letter.person.email, mail.raw)
    except (NotSent, NoServer):
        mark.unlink(missing_ok=True)
        raise
    run.sent.append(mail)
    try:
        try:
            write_whole(book.root / edit.file, edit.text, digest(edit.raw))
        except Changed:  # somebody wrote while the mail went out: those lines stay, and ours come to them
            after = _anew(book, record, mail)
    except (Changed, OSError, CannotEdit):
        run.failed.append(f"{addressed(mail)}: sent, but {record.file} could not be written. Mend that, then: {_then(mail)}.")
        return
    run.cases[record.id] = after
    run.files.add(record.file)
    mark.unlink(missing_ok=True)


def _then(mail: Mail) -> str:
    return f"`vecina remind --sent {mail.id}`, or --not-sent"


def _prepared(book: Book, record: Record, mail: Mail) -> tuple[Edit, Record]:
    """The edit that writes the mail down, and the record after it. Raises NotSent when it cannot be made or is not right."""
    try:
        edit = worked_out(book, record, puts(record.data, mail.rows), "add the rows under reminders: by hand.")
    except SystemExit:
        raise NotSent("its record cannot be written now (see above)") from None
    after, findings = found_anew(book.of_cases([record]), Entry(record.kind, record.file, record.id), edit.text, edit.raw)
    if after is None or findings:
        tell(finding_line(finding) for finding in findings)
        raise NotSent("with its rows in the record there would be something wrong there")
    path = book.root / record.file
    if not (os.access(path.parent, os.W_OK) and path.stat().st_mode & 0o222):
        raise NotSent(f"{record.file} may not be written")
    return edit, after


def _anew(book: Book, record: Record, mail: Mail) -> Record:
    """The record as somebody else has left it, with our rows written into it. Raises Changed, CannotEdit and OSError."""
    raw, entry = read_plain(book.root / record.file), Entry(record.kind, record.file, record.id)
    data = judge(raw, entry)[0].data
    if not isinstance(data, dict):
        raise CannotEdit
    text = edited(record.kind, raw, puts(data, mail.rows))
    reading, findings = judge(text.encode(), entry)
    if findings:
        raise CannotEdit
    write_whole(book.root / record.file, text, digest(raw))
    return Record(record.kind, record.id, record.file, reading.data, reading.places)


def _told(book: Book, run: _Run, day: date) -> None:
    """What was sent, what was not and why, and how to commit what was written."""
    for why in run.failed:
        click.echo(why, err=True)
    say(f"{counted(run.sent)} sent." if run.sent else "No mail was sent.")
    if run.files:
        files = " ".join(shlex.quote(os.path.relpath(book.root / file)) for file in sorted(run.files))
        say(f"Written down in {plural(len(run.files), 'record')}. To commit it:")
        say(f"  git commit --only -m {shlex.quote(f'Reminders of {day.isoformat()}')} -- {files}")
