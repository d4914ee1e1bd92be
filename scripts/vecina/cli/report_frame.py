"""What every report is asked with: which days, which records, in what form; and how it leaves the command."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from ..book import Book
from ..store import DATA, NoRevision, commit_of, is_committed
from .common import Day, at_option, book_at, day_at, day_of, opened, root_option, say, tell, today_option, warn_of_broken

if TYPE_CHECKING:
    from ..views.figures.span import Span
    from ..views.reports import Report

F = TypeVar("F", bound=Callable[..., Any])
FORMATS = ("text", "markdown", "html", "csv", "xlsx", "json")
_QUARTER = re.compile("([0-9]{4})-[Qq]([1-4])")


def records_options(command: F) -> F:
    """The options that every report has."""
    for option in (
        click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write into this file instead of printing."),
        click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="In what form."),
        at_option, today_option, root_option,
    ):  # fmt: skip
        command = option(command)
    return command


def period_options(command: F) -> F:
    """The days that a report is about."""
    for option in (
        click.option("--quarter", metavar="YYYY-Q", help="Instead: a quarter, like 2026-Q3."),
        click.option("--year", type=click.IntRange(1990, 2099), help="Instead: a calendar year, like 2026."),
        click.option("--to", "last", type=Day(), help="Last day (YYYY-MM-DD). Default: today."),
        click.option("--from", "first", type=Day(), help="First day (YYYY-MM-DD). Default: a year before the last."),
    ):
        command = option(command)
    return command


@dataclass(frozen=True)
class Asked:
    """The records of a report, the day it is made on, and their commit, empty where they are not committed."""

    book: Book
    day: date
    revision: str


def asked(root: Path, today: date | None, at: str | None) -> Asked:
    """The records as they are, or as they were at a revision; says on standard error what could not be read."""
    if at is None:
        book = opened(root)
        warn_of_broken(book)
        return Asked(book, day_of(book, today), _revision(root))
    book = book_at(root, at)
    warn_of_broken(book)
    return Asked(book, today or day_at(root, at, book), commit_of(root, at)[0])


def _revision(root: Path) -> str:
    """The last commit, where the records are exactly as it has them."""
    try:
        return commit_of(root, "HEAD")[0] if is_committed(root, DATA) else ""
    except NoRevision:
        return ""


def span_of(first: date | None, last: date | None, year: int | None, quarter: str | None, day: date) -> tuple[Span, bool]:
    """The period that was asked for as far as it has come, and whether all of it is over. Ends with wrong usage for none."""
    from ..pay import next_month
    from ..views.figures.span import Span

    if sum((bool(first or last), year is not None, quarter is not None)) > 1:
        raise click.UsageError("Name the days once: with --from and --to, with --year or with --quarter.")
    if year is not None:
        first, last = date(year, 1, 1), date(year, 12, 31)
    elif quarter is not None:
        found = _QUARTER.fullmatch(quarter)
        if not found or not 1990 <= int(found[1]) <= 2099:
            raise click.UsageError("Write --quarter as year and quarter, like 2026-Q3.")
        first = date(int(found[1]), 3 * int(found[2]) - 2, 1)
        last = next_month(next_month(next_month(first))) - timedelta(days=1)
    last = last or day
    first = first or _year_before(last) + timedelta(days=1)
    if first > last:
        raise click.UsageError("The first day comes after the last: --from is the first day and --to the last.")
    if first > day:
        raise click.UsageError("The period has not begun.")
    return Span(first, min(last, day)), last <= day


def _year_before(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # 29 February
        return day.replace(year=day.year - 1, day=28)


def put_out(report: Report, form: str, root: Path, out: Path | None) -> None:
    """Prints the report, or writes it into a file. Ends with wrong usage for a workbook that has no place to go."""
    raw = _made(report, form)
    if out is not None:
        from .output import write_out

        write_out(root, out, raw)
        say("Written.")
    elif form == "text":
        tell(raw.decode().splitlines())
    elif form == "xlsx" and sys.stdout.isatty():
        raise click.UsageError("A workbook is written, not printed: name its file with --out.")
    else:
        click.echo(raw, nl=False)


def _made(report: Report, form: str) -> bytes:
    """The report in its form."""
    from ..report import tables

    if form == "xlsx":
        return tables.as_xlsx(report)
    if form == "html":
        from ..papers import as_html

        return as_html(tables.as_markdown(report), report.title).encode()
    if form == "text":
        return "".join(f"{line}\n" for line in tables.as_text(report)).encode()
    makers = {"markdown": tables.as_markdown, "csv": tables.report_as_csv, "json": tables.report_as_json}
    return makers[form](report).encode()
