"""`vecina scan`: what must not be in a site that is published."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..report.escape import as_log
from ..words import plural
from .common import opened, root_option, say


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@root_option
def command(folder: Path, root: Path) -> None:
    """Look through a built site for what must not be published.

    Each line names the file, the line and the kind of thing, never the thing. Line 0 stands for the file itself.
    It finds ids, A-numbers, and e-mail addresses other than the program's own. Where the records of people lie in data/,
    it finds their names and addresses too. Ends with 1 when something was found.

    \b
    Example:
      vecina build public
      vecina scan build/public
    """
    from ..leaks import known, scan
    from ..leaks.people import KINDS

    book = opened(root)
    leaks, files = scan(folder, known(book))
    if not files:
        raise click.UsageError("There is no file in the folder; build the site first.")
    say(as_log(f"{leak.file}:{leak.line} {leak.kind}") for leak in leaks)
    if leaks:
        say(["", f"{plural(len(leaks), 'leak')} in {plural(len({leak.file for leak in leaks}), 'file')}. Do not publish this."])
    else:
        say(f"{plural(files, 'file')}, nothing found.")
    if not any(book.kinds[kind] for kind in KINDS):
        say("No records of people are here, so their names were not looked for.")
    unread = bool(book.unread)
    if unread:
        click.echo("Attention: not every record could be read, so this is NOT complete. Run `vecina check`.", err=True)
    sys.exit(1 if leaks or unread else 0)
