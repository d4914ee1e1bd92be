"""`vecina run`: the whole job and a summary a person is glad to read."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from ..pages import Office
from ..report import due as due_report
from ..report.columns import folded
from ..report.findings import line
from ..words import day as in_words, plural
from .build import build_sites
from .common import day_of, opened, program, progress, root_option, say, today_option

SHOWN = 10


@click.command()
@root_option
@today_option
def command(root: Path, today: date | None) -> None:
    """Check, match, due, both sites, and a short summary. Ends with 1 when there are findings or a site failed.

    \b
    Example:
      vecina run
    """
    with progress(6) as step:
        step("reading the records")
        book = opened(root)
        office = Office(root, book, day_of(book, today))
        step("checking")
        findings, dues, proposal = office.findings, office.dues, office.proposal
        done = build_sites(office, step=step)
    kinds = ("case", "mentor", "attorney", "organization")
    people = ", ".join(plural(len(book.kinds[kind]), kind) for kind in kinds)
    sample = " (sample program)" if book.program.get("sample") else ""
    say([f"{book.program.get('short_name', 'The program')} on {in_words(office.day)}{sample}", ""])
    say(f"  Records   {people}; {plural(book.size, 'file')} in all")
    say(f"  Findings  {'none' if not findings else len(findings)}")
    say(f"            {line(finding)}" for finding in findings[:SHOWN])
    if len(findings) > SHOWN:
        say(f"            and {len(findings) - SHOWN} more: `vecina check`")
    say(f"  Due       {due_report.summary(dues)}")
    if book.unread:
        say(f"            NOT complete: {', '.join(book.unread[:10])} could not be read")
    say(folded("; ".join(task.words for task in office.desk) or "nothing waits", "  Office    "))
    placed, left = len(proposal.matches), len(proposal.unplaced)
    say(f"  Matches   {plural(placed, 'pair')} proposed" + (f", {plural(left, 'case')} that nobody can take now" if left else ""))
    for built in done:
        say(f"  {built.name.capitalize():<8}  " + (f"could not be built: {built.failed}" if built.failed else str(built.index)))
    say(
        [
            "",
            "Open the two pages in a browser, or run `make serve` and go to http://localhost:8000 and http://localhost:8001.",
            f"More: `{program()} due`, `{program()} match`, `{program()} --help`.",
        ]
    )
    sys.exit(1 if findings or any(built.failed for built in done) else 0)
