"""`vecina statement`: what a mentor worked in a month, what she is paid for it, and closing the month."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from ..book import Book
from ..intake.answers import known
from ..papers import filled
from ..pay import Ledger, Rate, Statement, month_of, statement
from ..pay.months import before
from ..report import statement as report
from ..store import Record
from ..views.statement import StatementView, statement_view
from ..words import month as month_words
from .common import Day, an_admin, day_of, format_option, opened, progress, root_option, say, tell, today_option, warn_of_broken
from .papered import papered, put_out
from .rates_file import rates
from .statement_close import close, pay

_MONTH = re.compile("(19|20)[0-9]{2}-(0[1-9]|1[0-2])")
_PAPERS = ("md", "html", "docx")


@click.command()
@click.argument("what", metavar="[MENTOR] [MONTH]", nargs=-1)
@root_option
@today_option
@click.option("--rates", "rates_file", type=click.Path(dir_okay=False, path_type=Path), help="The file of rates, kept outside.")
@format_option("text", "json", "csv", *_PAPERS)
@click.option("--out", type=click.Path(path_type=Path), help="Write into this file, or into this folder, a file for each mentor.")
@click.option("--close", "closing", is_flag=True, help="Close the month: its hours do not change any more.")
@click.option("--by", help="The admin who closes it, by id, such as s-alvarez.")
@click.option("--over-cap", is_flag=True, help="The program pays the hours above the agreed ones, too.")
@click.option("--paid", type=Day(), help="Write the day on which a closed month was paid (YYYY-MM-DD).")
def command(
    what: tuple[str, ...], root: Path, today: date | None, rates_file: Path | None, form: str, out: Path | None,
    closing: bool, by: str | None, over_cap: bool, paid: date | None,
) -> None:  # fmt: skip
    """A mentor's statement for a month: hours by case and day, what came late, what is above the agreed hours, the pay.

    The month is written like 2026-10; left out, it is the last one that is over. Without a mentor, all mentors of the
    month are listed. The amounts behind the rate codes come from the settings or from the file named with --rates, which
    is kept outside the records. With --close the month is closed for good, with --paid the day of the payment is written.

    \b
    Example:
      vecina statement
      vecina statement m-rivera 2026-10
      vecina statement m-rivera 2026-10 --format docx --out build/statements
      vecina statement 2026-10 --format html --out build/statements
      vecina statement 2026-10 --close --by s-alvarez
      vecina statement m-rivera 2026-10 --paid 2026-11-09
    """
    book = opened(root)
    warn_of_broken(book)
    day = day_of(book, today)
    mentor, month = _asked(book, what, day)
    if (closing or paid) and (out or form != "text"):
        raise click.UsageError(
            "Close or pay first, then make the documents: --close and --paid stand without --format and --out."
        )
    if closing and paid:
        raise click.UsageError("--close and --paid are two steps: close the month first.")
    if not closing and (by or over_cap):
        raise click.UsageError("--by and --over-cap belong to --close.")
    ledger, known_rates = Ledger(book), rates(book, rates_file)
    mentors = [mentor] if mentor else [book.mentors[name] for name in sorted(book.mentors)]
    made = [statement(ledger, one, month, known_rates) for one in mentors]
    made = [one for one in made if mentor or not one.empty or one.row]
    if closing:
        if by is None:
            raise click.UsageError("Say which admin closes the month: --by with her id.")
        close(ledger, made, day, an_admin(book, by), over_cap=over_cap, one=mentor is not None)
        return
    if paid:
        pay(book, made, paid, day, one=mentor is not None)
        return
    views = [statement_view(book, one) for one in made]
    _unknown(made, known_rates)
    _as_closed(made, form)
    _show(root, views, month, form, out, one=mentor is not None)


def _asked(book: Book, what: Sequence[str], day: date) -> tuple[Record | None, str]:
    """The mentor, if one was named, and the month. Ends the command for anything else."""
    mentor, month = None, before(month_of(day))
    months = [word for word in what if word[:1].isdigit()]
    if len(months) > 1 or len(what) - len(months) > 1:
        raise click.UsageError("Name one mentor and one month at most.")
    for word in what:
        if _MONTH.fullmatch(word):
            month = word
        elif word in months:
            raise click.UsageError("Write the month as year-month, like 2026-10.")
        else:
            try:
                mentor = book.mentors.get(known(book, "mentor", word))
            except ValueError as error:
                raise click.UsageError(str(error)) from None
            if mentor is None:
                click.echo("This mentor's record cannot be read. Run `vecina check`.", err=True)
                raise SystemExit(1)
    return mentor, month


def _unknown(made: Sequence[Statement], known_rates: Sequence[Rate] | None) -> None:
    """Says for whom no amount can be shown though rates are known."""
    missing = [one.mentor for one in made if known_rates is not None and one.pay is None]
    if missing:
        click.echo(f"Attention: no rate is known for every day of work of {', '.join(missing)}; no amount is shown.", err=True)


def _as_closed(made: Sequence[Statement], form: str) -> None:
    """Says which closed statements are not what they were; ends the command where one would be made into a document."""
    other = [one.mentor for one in made if one.differs]
    if other:
        click.echo(
            f"Attention: the closed statement of {', '.join(other)} held other hours than the records do now: one was changed, "
            "cannot be read, or was deleted. Run `vecina check`.",
            err=True,
        )
    if other and form in _PAPERS:
        click.echo("No document was written: it would not be the one that was sent.", err=True)
        raise SystemExit(1)


def _show(root: Path, views: Sequence[StatementView], month: str, form: str, out: Path | None, *, one: bool) -> None:
    if not views:
        say(f"Nothing is recorded for {month_words(month)}.")
        return
    name = f"statement-{views[0].made.mentor}-{month}" if one else f"statements-{month}"
    if form == "text":
        if out:
            raise click.UsageError("--out takes --format json, csv, md, html or docx.")
        tell(report.as_text(views[0]) if one else report.as_table(views, month))
    elif form == "json":
        put_out(root, [(f"{name}.json", report.as_json(views, one=one).encode())], out, printed=True)
    elif form == "csv":
        put_out(root, [(f"{name}.csv", report.as_rows(views).encode())], out, printed=True)
    else:
        papers = []
        with progress(len(views)) as step:
            for view in views:
                papers.append((f"statement-{view.made.mentor}-{month}.{form}", _document(root, view, form)))
                step(view.made.mentor)
        put_out(root, papers, out, printed=form == "md")


def _document(root: Path, view: StatementView, form: str) -> bytes:
    return papered(lambda: filled(root, "statement", sample=view.sample, view=view), "statement", view.title, form, view.program)
