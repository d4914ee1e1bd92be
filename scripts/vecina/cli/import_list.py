"""`vecina import`: an organization's list of cases, and the list to fill in."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from ..book import Book
from ..intake import NotWritten, known, write_all
from ..intake.batch import Batch, batch_of, explained
from ..intake.problem import NotReadable
from ..intake.wishes import wishes_of
from ..report import intake as report
from ..store import read_plain
from ..words import plural
from .common import day_of, opened, root_option, say, tell, today_option, warn_of_broken

if TYPE_CHECKING:
    from ..intake.table import Table


@click.command()
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
@root_option
@today_option
@click.option("--template", type=click.Path(dir_okay=False, path_type=Path), help="Write a list to fill in: .csv or .xlsx.")
@click.option("--organization", help="The placing organization of all cases, by id.")
@click.option(
    "--dates",
    "order",
    type=click.Choice(["ymd", "mdy", "dmy"]),
    default="ymd",
    show_default=True,
    help="How days with slashes are meant; without it they are refused.",
)
@click.option("--apply", "write", is_flag=True, help="Write the records. Without it nothing is written.")
def command(
    file: Path | None,
    root: Path,
    today: date | None,
    template: Path | None,
    organization: str | None,
    order: Literal["ymd", "mdy", "dmy"],
    write: bool,
) -> None:
    """Read an organization's list of cases, and of the attorneys who take them, from CSV or Excel.

    Shows what would be written and everything that is wrong, row by row. With --apply it writes all of it or, when
    anything is wrong, nothing. No column can hold who a client is.

    \b
    Example:
      vecina import --template cases.xlsx
      vecina import cases.xlsx --organization o-puente
      vecina import cases.xlsx --organization o-puente --apply
    """
    if (file is None) == (template is None):
        raise click.UsageError("Name the list to read, or --template with the file to write.")
    book = opened(root)
    if template is not None:
        _write_template(template, book)
        return
    assert file is not None
    table = _table(file)
    warn_of_broken(book)
    if organization:
        try:
            organization = known(book, "organization", organization)
        except ValueError as error:
            raise click.UsageError(str(error)) from error
    wishes, problems = wishes_of(book, table, order, organization)
    batch = batch_of(book, wishes, day_of(book, today), problems)
    if table.note:
        say(table.note)
    if write and not batch.problems:
        _apply(root, batch)
    else:
        _show(batch)


def _table(file: Path) -> Table:
    """The table in the file, or the end of the command."""
    try:
        raw = read_plain(file)
    except OSError:
        raise click.UsageError("This file cannot be read here.") from None
    try:
        if file.suffix.casefold() == ".xlsx":
            from ..intake.xlsx_list import from_xlsx

            return from_xlsx(raw)
        if file.suffix.casefold() in (".csv", ".tsv", ".txt"):
            from ..intake.csv_list import from_csv

            return from_csv(raw)
    except NotReadable as why:
        click.echo(str(why), err=True)
        raise SystemExit(1) from None
    raise click.UsageError("The list must be a .csv or .xlsx file.")


def _write_template(path: Path, book: Book) -> None:
    from ..report import template

    if path.suffix.casefold() not in (".csv", ".xlsx"):
        raise click.UsageError("The template is written as .csv or .xlsx.")
    made = template.as_xlsx(book) if path.suffix.casefold() == ".xlsx" else template.as_csv()
    try:
        with path.open("xb") as out:
            out.write(made)
    except FileExistsError:
        raise click.UsageError("There is such a file already; it was left as it is.") from None
    except OSError:
        raise click.UsageError("The template cannot be written there.") from None
    say("Written. Fill it in, one case in each row; never write who a client is.")


def _show(batch: Batch) -> None:
    if batch.drafts:
        tell(report.as_table(batch))
        say("")
    if batch.notes:
        tell(["Look at this:", *report.problems_as_text(batch.notes), ""])
    if batch.problems:
        tell(["This must be right first:", *report.problems_as_text(batch.problems), ""])
        say(f"{plural(len(batch.problems), 'thing')} to mend. Nothing was written.")
        sys.exit(1)
    say(f"This would write {report.counted(batch.drafts)}. Nothing was written: add --apply.")


def _apply(root: Path, batch: Batch) -> None:
    try:
        write_all(root, batch.drafts)
    except NotWritten as why:
        click.echo("Nothing was written: all of it was taken back.", err=True)
        for problem in explained(batch.drafts, why.findings):
            click.echo(f"  {report.problem_line(problem)}", err=True)
        raise SystemExit(1) from None
    tell(report.as_table(batch, written=True))
    say(["", f"Written: {report.counted(batch.drafts)}. Look at them, then commit them: `git add data`."])
