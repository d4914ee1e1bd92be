"""`vecina match`: proposals for the cases that wait for a mentor."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from ..matching import propose
from ..report import match as report
from .common import day_of, format_option, opened, root_option, say, today_option, warn_of_broken


@click.command()
@root_option
@today_option
@format_option("text", "json")
def command(root: Path, today: date | None, form: str) -> None:
    """Propose mentors for the cases that wait: as many as possible, then the most points. Nothing is written.

    \b
    Example:
      vecina match
    """
    book = opened(root)
    warn_of_broken(book)
    if not book.program:
        raise SystemExit(1)
    proposal = propose(book, day_of(book, today))
    say(report.as_json(proposal, book.unread) if form == "json" else report.as_text(proposal))
