"""`vecina plan`: a mentoring plan for a case, proposed and, when asked, written into its record."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from ..book import OPEN
from ..deadlines import law_of
from ..deadlines.plan import propose_plan
from ..deadlines.write_plan import plan_puts
from ..report import plan as report
from .common import Day, day_of, format_option, one_case, opened, root_option, say, tell, today_option, warn_of_broken
from .writing import write_puts


@click.command()
@click.argument("case")
@root_option
@today_option
@click.option("--law-as-of", type=Day(), help="Which day's law counts (YYYY-MM-DD). Default: --today.")
@click.option("--again", is_flag=True, help="Count every open step anew, also where the hearing has not moved.")
@click.option("--apply", "write", is_flag=True, help="Write the plan into the case's record.")
@format_option("text", "json")
def command(case: str, root: Path, today: date | None, law_as_of: date | None, again: bool, write: bool, form: str) -> None:
    """Propose a mentoring plan: steps counted back from the individual hearing and forward from the match.

    Dates that are agreed stay until the hearing moves; steps that are done always stay. Where time is short the steps
    are pressed together and say so. The offsets stand in data/program.yml. Nothing is written without --apply.

    \b
    Example:
      vecina plan c-7k3q9
      vecina plan c-7k3q9 --apply
    """
    book = opened(root)
    warn_of_broken(book)
    record = one_case(book, case)
    if record.data["status"] not in OPEN:
        raise click.UsageError("A plan begins with the match: this case has no mentor, or it has ended.")
    if not book.program:
        raise click.UsageError("The offsets cannot be read. Run `vecina check data/program.yml`.")
    day = day_of(book, today)
    plan = propose_plan(record.id, record.data, book.program, law_of(book, law_as_of or day), day, again=again)
    puts = plan_puts(record.data, plan)
    if write:
        told = list(write_puts(book, record, puts, f"mentoring plan of {day}"))
        say(report.as_json(plan) if form == "json" else told)
        return
    if form == "json":
        say(report.as_json(plan))
        return
    tell(report.as_text(plan))
    say(
        [
            "",
            f"Nothing was written. `vecina plan {case} --apply` writes it."
            if puts
            else "The record's plan is already like this.",
        ]
    )
