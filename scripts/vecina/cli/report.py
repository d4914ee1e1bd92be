"""`vecina report`: the program, a funder, an organization, a mentor and the keeping of records in numbers."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import click

from ..book import Book
from ..words import meant
from .report_frame import asked, period_options, put_out, records_options, span_of

_full_option = click.option("--full", is_flag=True, help="For the office only: show small numbers too.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def command() -> None:
    """Report on a period: to the office, to funders, to an organization, on a mentor; and which records may be deleted.

    Every number stands with what it means. Numbers of people and cases from 1 to 4 are hidden, and so are others from
    which they could be worked out. With --at a report is made again from a revision of Git.

    \b
    Example:
      vecina report program --full --year 2026
      vecina report funder --quarter 2026-Q3 --format html --out build/reports/funder-2026-Q3.html
      vecina report organization o-puente --from 2026-01-01 --to 2026-06-30
    """


@command.command("program", short_help="Everything that the office asks of a period.")
@_full_option
@period_options
@records_options
def program(root: Path, today: date | None, at: str | None, form: str, out: Path | None, full: bool, **days: Any) -> None:
    """Everything that the office asks of a period: cases, people, hours, cost, courts, promises, feedback.

    \b
    Example:
      vecina report program --full
      vecina report program --year 2026 --format xlsx --out build/reports/2026.xlsx
    """
    from ..views import reports

    found = asked(root, today, at)
    span, over = span_of(**days, day=found.day)
    made = reports.program(reports.Frame(found.book, span, found.day, full), found.revision, over=over)
    put_out(made, form, root, out)


@command.command("funder", short_help="What may leave the house.")
@period_options
@records_options
def funder(root: Path, today: date | None, at: str | None, form: str, out: Path | None, **days: Any) -> None:
    """What may leave the house: no case, no name, and no number that points to somebody.

    \b
    Example:
      vecina report funder --from 2026-01-01 --to 2026-06-30
      vecina report funder --year 2026 --format csv --out build/reports/funder-2026.csv
    """
    from ..views import reports

    found = asked(root, today, at)
    span, over = span_of(**days, day=found.day)
    put_out(reports.funder(reports.Frame(found.book, span, found.day), found.revision, over=over), form, root, out)


@command.command("organization", short_help="The cases that one organization placed.")
@click.argument("organization")
@click.option("--cases", "listed", is_flag=True, help="Its cases one by one, and small numbers too: for this organization alone.")
@period_options
@records_options
def organization(
    organization: str, root: Path, today: date | None, at: str | None, form: str, out: Path | None, listed: bool, **days: Any
) -> None:
    """The cases that one organization placed.

    \b
    Example:
      vecina report organization o-puente --year 2026
      vecina report organization o-puente --cases
    """
    from ..views import reports

    found = asked(root, today, at)
    span, over = span_of(**days, day=found.day)
    if organization not in found.book.organizations:
        _unknown("organization", organization, found.book)
    frame = reports.Frame(found.book, span, found.day)
    put_out(reports.organization(frame, organization, found.revision, listed=listed, over=over), form, root, out)


@command.command("mentor", short_help="What one mentor did.")
@click.argument("mentor")
@_full_option
@period_options
@records_options
def mentor(
    mentor: str, root: Path, today: date | None, at: str | None, form: str, out: Path | None, full: bool, **days: Any
) -> None:
    """What one mentor did: cases, hours, contact, steps in time, outcomes.

    \b
    Example:
      vecina report mentor m-rivera --full
      vecina report mentor m-rivera --quarter 2026-Q3
    """
    from ..views import reports

    found = asked(root, today, at)
    span, over = span_of(**days, day=found.day)
    if mentor not in found.book.mentors:
        _unknown("mentor", mentor, found.book)
    put_out(reports.mentor(reports.Frame(found.book, span, found.day, full), mentor, found.revision, over=over), form, root, out)


@command.command("retention", short_help="Which records of cases may be deleted.")
@records_options
def retention(root: Path, today: date | None, at: str | None, form: str, out: Path | None) -> None:
    """Which records of cases may be deleted, which soon, and which a legal hold keeps. For the office only.

    \b
    Example:
      vecina report retention
      vecina report retention --today 2027-01-04
    """
    from ..views import reports

    found = asked(root, today, at)
    put_out(reports.retention(found.book, found.day, found.revision), form, root, out)


def _unknown(kind: str, name: str, book: Book) -> NoReturn:
    """Ends the command: with wrong usage where there is no such record, with 1 where it cannot be read."""
    if not book.knows(kind, name):
        raise click.UsageError(f"There is no {kind} of this id.{meant(name, list(book.kinds[kind]))}")
    click.echo(f"{name} cannot be read, so there is no report. Run `vecina check`.", err=True)
    raise SystemExit(1)
