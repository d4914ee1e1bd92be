"""`vecina owners`: who must agree to a change of which files."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..report.owners import FILE, owners
from ..store.files import overwrite
from .common import opened, root_option, say


@click.command()
@root_option
@click.option("--check", "only_check", is_flag=True, help="Write nothing; end with 1 when the file is not as it should be.")
def command(root: Path, only_check: bool) -> None:
    """Write .github/CODEOWNERS from the roles of the staff in data/program.yml.

    GitHub then asks these people for their review, and lets a change in only when one of them agrees.

    \b
    Example:
      vecina owners
      vecina owners --check
    """
    book = opened(root)
    if not book.program:
        click.echo("data/program.yml cannot be read, so nobody is known. Run `vecina check data/program.yml`.", err=True)
        sys.exit(1)
    text, path = "\n".join(owners(book)) + "\n", root / FILE
    same = path.is_file() and path.read_text(encoding="utf-8") == text
    if same:
        say(f"{FILE} is as it should be.")
    elif only_check:
        say(f"{FILE} does not agree with the staff in data/program.yml. Run `vecina owners` and commit what it writes.")
        sys.exit(1)
    else:
        path.parent.mkdir(exist_ok=True)
        overwrite(path, text)
        say(f"{FILE} written.")
