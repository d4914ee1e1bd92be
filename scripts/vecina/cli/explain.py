"""`vecina explain`: the help page of a finding's code."""

from __future__ import annotations

import click

from ..moves import CODES
from ..words import meant
from .common import say


@click.command()
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """Say what a finding's code means and how to mend it; without a code, list them all.

    \b
    Example:
      vecina explain V103
    """
    if code is None:
        say(f"{known.code}  {known.title}" for known in CODES.values())
        return
    found = CODES.get(code.upper())
    if found is None:
        raise click.UsageError(f"There is no such code.{meant(code.upper(), CODES)} `vecina explain` lists them all.")
    say([f"{found.code}  {found.title}", "", found.page])
