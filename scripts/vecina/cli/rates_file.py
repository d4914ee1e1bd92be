"""The file of rates that is kept outside the records: where it may lie, and what is in it."""

from __future__ import annotations

from pathlib import Path

import click

from ..book import Book
from ..pay import Rate, rates_here, rates_in
from ..report.findings import line
from ..store import NoRevision, git_would_take, is_tracked, read_plain, top_of


def rates(book: Book, file: Path | None) -> tuple[Rate, ...] | None:
    """The rates of the settings, or of the file that is named; None where there are neither. Ends the command with why not."""
    here = rates_here(book.program)
    if file is None:
        return here
    if here is not None:
        raise click.UsageError("The settings say that rates are kept in data/program.yml: leave --rates out.")
    _placed(book.root, file)
    try:
        raw = read_plain(file)
    except OSError:
        raise click.UsageError("The file of rates cannot be read here.") from None
    found, findings = rates_in(raw, file.name)
    if findings:
        click.echo("The file of rates is not right yet:", err=True)
        for finding in findings:
            click.echo(f"  {line(finding)}", err=True)
        raise SystemExit(1)
    return found


def _placed(root: Path, file: Path) -> None:
    """Refuses a file that Git keeps with the records, and warns of one that it could."""
    real = file.resolve()
    try:
        top = top_of(root)
        if not real.is_relative_to(top):
            return
        tracked, taken = is_tracked(top, str(real.relative_to(top))), git_would_take(real)
    except (NoRevision, OSError):  # no repository; or a place that cannot be read, which is said next
        return
    if tracked:
        raise click.UsageError("Git keeps this file with the records, so everybody who reads them can read it. Move it out.")
    if taken:
        click.echo("Attention: the file of rates lies among the records and Git does not ignore it. Move it out.", err=True)
