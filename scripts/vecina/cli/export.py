"""`vecina export`: the records as tables, for people who know some SQL."""

from __future__ import annotations

import os
import shlex
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from ..store import DATA, NoRevision, commit_of, is_committed
from .common import at_option, book_at, day_at, day_of, opened, root_option, say, today_option, warn_of_broken

if TYPE_CHECKING:
    from ..export import Dataset  # what reads and writes tables is imported when the command runs

FORMATS = ("sqlite", "parquet", "jsonl")


@click.command()
@click.argument("form", metavar="FORMAT", type=click.Choice(FORMATS))
@click.option("--out", type=click.Path(path_type=Path), help="The file or folder to write. Default: a place under build/export.")
@root_option
@at_option
@today_option
@click.option("--without-people", is_flag=True, help="Leave out names, addresses, firms and notes of people. Ids stay.")
@click.option("--due/--no-due", default=True, show_default=True, help="The due dates as a table too.")
@click.option("--force", is_flag=True, help="Replace a file that is not an export.")
def command(
    form: str, out: Path | None, root: Path, at: str | None, today: date | None, without_people: bool, due: bool, force: bool
) -> None:
    """Write the records as tables: sqlite (one file), parquet or jsonl (a folder with a file for each table).

    Every field of every record is in it; what each column means stands in the table `fields`. docs/export.md has the tables,
    and queries to begin with. An export is as private as the records.

    \b
    Example:
      vecina export sqlite
      vecina export parquet --at v2026-10 --out build/export/october
      vecina export sqlite --without-people --out build/export/analyst.db
    """
    from ..export import DEFAULTS, Asked, CannotPlace, dataset, placed

    book = opened(root) if at is None else book_at(root, at)
    target = Path(os.path.abspath(out or root / DEFAULTS[form]))
    try:
        placed(root, target, folder=form != "sqlite", force=force)
    except CannotPlace as why:
        raise click.UsageError(str(why)) from None
    except OSError:
        _cannot()
    warn_of_broken(book)
    day = today or (day_of(book, None) if at is None else day_at(root, at, book))
    data = dataset(book, Asked(day, _revision(root, at), people=not without_people, due=due))
    try:
        _write(form, data, target)
    except OSError:
        _cannot()
    from ..export.told import as_text

    here = target.relative_to(Path.cwd()) if target.is_relative_to(Path.cwd()) else target
    say(as_text(data, form, shlex.quote(str(here))))


def _write(form: str, data: Dataset, target: Path) -> None:
    """Writes the export and puts it in its place."""
    from ..export import write_jsonl, write_parquet, write_sqlite
    from ..export.swap import file_at, folder_at

    if form == "sqlite":
        file_at(target, partial(write_sqlite, data))
        return
    write = write_parquet if form == "parquet" else write_jsonl
    folder_at(target, partial(write, data), {"format": form, **data.about})


def _cannot() -> NoReturn:
    click.echo("The export cannot be written there. What stood there before is as it was.", err=True)
    raise SystemExit(1)


def _revision(root: Path, at: str | None) -> str | None:
    """The commit that the records are; None where they hold changes that are not committed, or lie in no repository."""
    try:
        return commit_of(root, at or "HEAD")[0] if at or is_committed(root, DATA) else None
    except NoRevision:
        return None
