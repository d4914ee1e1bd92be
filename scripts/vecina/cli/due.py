"""`vecina due`: what is late and what comes."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from ..book import Book
from ..deadlines import Due, agenda
from ..deadlines.choose import Choice, Mark, chosen, newly_late
from ..handbook import load_pages, reviews
from ..report import due as report, due_data, due_github, due_issue, pages as pages_report
from ..words import as_written_day, meant, plural
from .common import (
    Day,
    at_option,
    book_at,
    day_at,
    day_of,
    format_option,
    one_case,
    opened,
    root_option,
    say,
    tell,
    today_option,
    warn_of_broken,
)

SHOWN = ("late", "soon", "needs-order")
FAILS = {"overdue": "late", "soon": "soon", "needs-order": "needs-order"}


@click.command()
@root_option
@today_option
@click.option("--law-as-of", type=Day(), help="Which day's law counts (YYYY-MM-DD). Default: --today.")
@at_option
@click.option("--since", help="Mark what became late since a revision of Git, or since a day (YYYY-MM-DD).")
@click.option("--case", help="Only this case.")
@click.option("--mentor", help="Only the cases of this mentor.")
@click.option("--attorney", help="Only the cases of this attorney of record.")
@click.option("--organization", help="Only the cases that this organization placed.")
@click.option("--window", type=click.IntRange(0, 3660), metavar="DAYS", help="What is late, and what is due within so many days.")
@click.option("--all", "everything", is_flag=True, help="Also what comes later and what is done.")
@click.option("--explain", is_flag=True, help="Print the derivation and the authority of each date.")
@click.option(
    "--fail-on", type=click.Choice(tuple(FAILS)), help="End with 1 when there is such a date. Default: always end with 0."
)
@click.option("--pages", "of_pages", is_flag=True, help="Instead: the pages of the public site that are past their review.")
@format_option("text", "json", "markdown", "github", "csv", "ics", "issue")
def command(
    root: Path, today: date | None, law_as_of: date | None, at: str | None, since: str | None, case: str | None,
    mentor: str | None, attorney: str | None, organization: str | None, window: int | None, everything: bool, explain: bool,
    fail_on: str | None, of_pages: bool, form: str,
) -> None:  # fmt: skip
    """List what is late and what comes: court dates, clocks, milestones, requirements, check-ins, unanswered messages.

    The day shown is the safe day. Where the rule would allow a later one, a second line says so. Ends with 0, late or not,
    unless --fail-on is given.

    \b
    Example:
      vecina due --explain
      vecina due --mentor m-rivera --window 30
      vecina due --since 2026-11-17
      vecina due --case c-7k3q9 --format ics > c-7k3q9.ics
      vecina due --pages
    """
    book = opened(root) if at is None else book_at(root, at)
    day = day_of(book, today)
    if of_pages:
        _pages(root, book, day, fail_on, form)
        return
    warn_of_broken(book)
    choice = Choice(case, mentor, attorney, organization, window)
    _known(book, choice)
    everyone = agenda(book, day, law_as_of)
    new = None if since is None else newly_late(_before(root, book, since, law_as_of), everyone)
    rows = chosen(everyone, book, choice)
    if new is not None:
        new &= newly_late((), rows)
    shown = [row for row in rows if everything or window is not None or row.state in SHOWN]
    _print(form, rows, shown, book, day, new, explain=explain)
    # a record that cannot be read may hold what was asked for
    if fail_on and (book.unread or any(row.state == FAILS[fail_on] for row in rows)):
        sys.exit(1)


def _pages(root: Path, book: Book, day: date, fail_on: str | None, form: str) -> None:
    """The pages past their review, as text or JSON; with --fail-on overdue ends with 1 when there is one."""
    if form not in ("text", "json"):
        raise click.UsageError("The reviews of the pages are printed as text or json.")
    pages = load_pages(root)
    found = list(reviews(pages, book, day))
    unread = sorted({finding.file for finding in pages.findings})
    if unread:
        click.echo(
            f"Attention: {plural(len(unread), 'page')} cannot be read: this list is NOT complete. Run `vecina check`.", err=True
        )
    say(pages_report.as_json(found) if form == "json" else pages_report.as_text(found, len(pages.pages)))
    if fail_on == "overdue" and (unread or any(row.what in ("page", "translation") for row in found)):
        sys.exit(1)


def _known(book: Book, choice: Choice) -> None:
    """Ends the command when the list would be empty only because an id was mistyped, or a record cannot be read."""
    if choice.case is not None:
        one_case(book, choice.case)
    for kind in ("mentor", "attorney", "organization"):
        name = getattr(choice, kind)
        if name is not None and not book.knows(kind, name):
            raise click.UsageError(f"There is no {kind} of this id.{meant(name, list(book.kinds[kind]))}")


def _before(root: Path, book: Book, since: str, law_as_of: date | None) -> Sequence[Due]:
    """The list as it was: these records judged on another day, or the records of a revision on its own day."""
    day = as_written_day(since)
    if day is not None:
        return agenda(book, day, law_as_of)
    if re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", since):
        raise click.UsageError("Write --since as a real day, like 2026-11-17, or as a revision of Git.")
    then = book_at(root, since)
    return agenda(then, day_at(root, since, then), law_as_of)


def _print(
    form: str, rows: list[Due], shown: list[Due], book: Book, day: date, new: frozenset[Mark] | None, *, explain: bool
) -> None:
    """The list in the format asked for. Programs and calendars get every row, people what is pressing."""
    if form == "json":
        say(due_data.as_json(rows, day, book.unread, new))
    elif form == "csv":
        click.echo(due_data.as_csv(rows, new), nl=False)
    elif form == "ics":
        from ..report.ics import as_ics, calendar_name  # the calendar library is for this alone

        click.echo(as_ics(rows, book, day, calendar_name(book)), nl=False)
    elif form == "markdown":
        say(due_github.as_markdown_page(shown, day, book.unread, new))
    elif form == "issue":
        say(due_issue.as_issue(shown, book.unread))
    elif form == "github":
        say(due_github.as_annotations(shown, book, new))
        summary = os.environ.get("GITHUB_STEP_SUMMARY")
        if summary:
            try:
                with Path(summary).open("a", encoding="utf-8") as file:
                    file.write(due_github.cut(list(due_github.as_markdown_page(shown, day, book.unread, new))))
            except OSError:
                click.echo("The summary of the run could not be written; the list above is complete.", err=True)
                raise SystemExit(1) from None
    else:
        tell(report.as_text(shown, day, new, explain=explain))
