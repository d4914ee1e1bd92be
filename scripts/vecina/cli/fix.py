"""`vecina fix`: applies the mends that findings offer."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..checks import run
from ..edit import mend_files
from ..report.findings import line
from ..words import plural
from .common import opened, root_option, say


@click.command()
@root_option
@click.option("--dry-run", is_flag=True, help="Show what would be mended and write nothing.")
def command(root: Path, dry_run: bool) -> None:
    """Apply the mends that findings offer: misspelt fields, words of a list, quotes, true and false.

    Only the place of the finding changes; comments, order and layout stay. Look at the change before you commit it.

    \b
    Example:
      vecina fix --dry-run
    """
    findings = [finding for finding in run(opened(root)) if finding.fix]
    if dry_run:
        say(map(line, findings))
        say(f"{plural(len(findings), 'finding')} can be mended; nothing was written.")
        return
    mended, changed = mend_files(root, findings)
    say(f"mended  {line(finding)}" for finding in mended)
    say(f"left    {file}: it changed meanwhile or may not be written" for file in changed)
    left = len(run(opened(root)))
    say(f"{plural(len(mended), 'finding')} mended, {plural(left, 'finding')} left{'; run `vecina check`' if left else ''}.")
    sys.exit(1 if left else 0)
