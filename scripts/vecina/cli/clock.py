"""`vecina clock`: the asylum clock of a case."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from ..deadlines import asylum_clock, law_of
from ..deadlines.asylum import DECISION
from ..report import clock as report
from .common import Day, day_of, format_option, one_case, opened, root_option, say, tell, today_option, warn_of_broken


@click.command()
@click.argument("case")
@root_option
@today_option
@click.option("--law-as-of", type=Day(), help="Which day's law counts (YYYY-MM-DD). Default: --today.")
@format_option("text", "json")
def command(case: str, root: Path, today: date | None, law_as_of: date | None, form: str) -> None:
    """Show the asylum clock of a case: the days that counted, what stopped it, and the days of the work permit.

    It starts when the court receives the I-589. Delay that the applicant caused stops it; the stops are recorded in the
    case under asylum_clock.

    \b
    Example:
      vecina clock c-7k3q9
    """
    book = opened(root)
    warn_of_broken(book)
    record = one_case(book, case)
    day = day_of(book, today)
    law = law_of(book, law_as_of or day)
    clock = asylum_clock(record.data, law, day)
    if clock is None:
        started = "i589_filed" in record.data or "asylum_clock" in record.data
        why = "asylum cannot be had in these proceedings" if started else "no I-589 is recorded"
        click.echo(f"There is no clock for {case}: {why}.", err=True)
        raise SystemExit(1)
    if form == "json":
        say(report.as_json(case, clock, day))
        return
    decision = law.answer(DECISION, clock.started) if DECISION in law.known else None
    tell(report.as_text(case, clock, decision, day))
