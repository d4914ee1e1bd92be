"""`vecina diff`: what a change of the records says and brings about, in sentences."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from ..book import make
from .common import day_of, format_option, pair_at, root_option, say, tell, today_option


@click.command()
@click.argument("base")
@click.argument("head", required=False)
@root_option
@today_option
@format_option("text", "markdown", "json", "github")
def command(base: str, head: str | None, root: Path, today: date | None, form: str) -> None:
    """Say in sentences what changes from the revision BASE to HEAD, or to the files as they are now.

    Not only what was written: also which dates move, what becomes late, whose load changes and which matches.
    A revision is read from Git, never from the working tree. Only ids, codes, days and numbers are shown.

    \b
    Example:
      vecina diff main
      vecina diff main my-branch
      vecina diff HEAD~1 HEAD --format markdown
    """
    from ..changes.diff import compared
    from ..report import diff as report

    pair = pair_at(root, base, head)
    books = (make(pair.before), make(pair.after))
    found = compared(books, pair.changed, day_of(books[1], today), whole=pair.whole)
    if form == "json":
        say(report.as_data(found))
    elif form == "markdown":
        say(report.as_markdown_page(found))
    elif form == "github":
        say(report.as_annotations(found))
    else:
        tell(report.as_text(found))
