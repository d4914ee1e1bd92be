"""`vecina intake`: the answers of an issue form, made into records or into an answer to the person."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from ..book import Book
from ..intake import NotWritten, Problem, write_all
from ..intake.batch import Batch, explained
from ..intake.forms import FORMS, Form
from ..intake.reported import puts_of
from ..intake.requests import read_form, request_of
from ..report import intake as report
from ..store import NAMES, read_plain
from .common import day_of, format_option, opened, root_option, say, tell, today_option
from .writing import write_puts

MAX_BYTES = 300_000


@click.command()
@click.argument("body", type=click.Path(dir_okay=False, path_type=Path))
@root_option
@today_option
@click.option("--form", "name", type=click.Choice(list(FORMS)), required=True, help="Which form it is.")
@click.option("--id", "ids", multiple=True, help="The id for a new case that has one already; several in turn.")
@click.option("--apply", "write", is_flag=True, help="Write the records. Without it nothing is written.")
@format_option("text", "markdown")
def command(body: Path, root: Path, today: date | None, name: str, ids: tuple[str, ...], write: bool, form: str) -> None:
    """Read the text that GitHub makes of an issue form, and make valid records of it, or say what is missing.

    What it says never repeats an answer, so it can stand in a comment. Ends with 1 when something is missing or wrong.

    \b
    Example:
      vecina intake body.md --form request-a-mentor
      vecina intake body.md --form report-a-date --format markdown --apply
    """
    if not all(NAMES["case"].match(one) for one in ids):
        raise click.UsageError("--id takes the id of a case, like c-7k3q9.")
    text = _text(body, form)
    book = opened(root)
    if name == "report-a-date":
        _report(book, FORMS[name], text, write, form)
        return
    batch = request_of(book, FORMS[name], text, day_of(book, today), ids)
    if batch.problems:
        _refused(batch.problems, form)
    if write:
        _write(root, batch, form)
    if form == "markdown":
        tell(report.new_as_markdown(batch))
    else:
        tell([*report.problems_as_text(batch.notes), *(draft.file for draft in batch.drafts if write)])
    say([] if write else [f"This would write {report.counted(batch.drafts)}. Nothing was written: add --apply."])


def _text(body: Path, form: str) -> str:
    try:
        raw = read_plain(body)
    except OSError:
        raise click.UsageError("This file cannot be read here.") from None
    try:
        if len(raw) > MAX_BYTES:
            _refused([Problem("This is longer than an issue can be.")], form)
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise click.UsageError("The file must be text in UTF-8.") from None


def _refused(problems: Sequence[Problem], form: str) -> None:
    if form == "markdown":
        tell(report.problems_as_markdown(problems))
    else:
        tell(["This must be right first; nothing was written:", *report.problems_as_text(problems)])
    sys.exit(1)


def _write(root: Path, batch: Batch, form: str) -> None:
    try:
        write_all(root, batch.drafts)
    except NotWritten as why:
        _refused(explained(batch.drafts, why.findings) or [Problem("The records cannot be written here.")], form)


def _report(book: Book, asked: Form, text: str, write: bool, form: str) -> None:
    """A day that is reported: values put into the record of a case that exists."""
    given, problems = read_form(book, asked, text)
    puts, wrong = ([], []) if problems else puts_of(book, given)
    if problems or wrong:
        _refused([*problems, *wrong], form)
    case = book.cases[given["case"]]
    told = list(write_puts(book, case, puts, "a day that was reported")) if write else []
    if form == "markdown":
        tell(report.changed_as_markdown(case.file))
    else:
        tell(told or [f"This would change {case.file}. Nothing was written: add --apply."])
