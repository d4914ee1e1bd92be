"""`vecina due`: what is late and what comes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from ..deadlines import agenda
from ..report import due as report
from .common import Day, day_of, format_option, opened, root_option, say, today_option, warn_of_broken


@click.command()
@root_option
@today_option
@click.option("--law-as-of", type=Day(), help="Which day's law counts (YYYY-MM-DD). Default: --today.")
@click.option("--all", "everything", is_flag=True, help="Also what comes later and what is done.")
@click.option("--explain", is_flag=True, help="Print the derivation of each date.")
@click.option("--case", help="Only this case.")
@format_option("text", "json")
def command(
    root: Path, today: date | None, law_as_of: date | None, everything: bool, explain: bool, case: str | None, form: str
) -> None:
    """List what is late and what comes: filing dates, milestones, check-ins, unanswered messages.

    The day shown is the safe day. Where the rule would allow a later one, a second line says so. Ends with 0, late or not.

    \b
    Example:
      vecina due --explain
      vecina due --case c-7k3q9 --all
    """
    book = opened(root)
    warn_of_broken(book)
    day = day_of(book, today)
    dues = [row for row in agenda(book, day, law_as_of) if case in (None, row.case)]
    if case is not None and not book.knows("case", case):
        raise click.UsageError("There is no case of this id.")
    if case is not None and ("case", case) in book.broken:
        click.echo(f"{case} cannot be read, so its dates are NOT known. Run `vecina check data/cases/{case}.yml`.", err=True)
        raise SystemExit(1)
    if form == "json":
        say(report.as_json(dues, day, book.unread))
        return
    shown = [row for row in dues if everything or row.state in ("late", "soon", "needs-order")]
    say(report.as_text(shown, day, explain=explain))
