"""What the commands share: where the records are, how to print, which day it is."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from .. import clock
from ..book import Book, open_book, open_book_at
from ..facts import admins
from ..report.escape import as_log
from ..store import NoRevision, Record, commit_of
from ..words import as_written_day, listing, meant

if TYPE_CHECKING:
    from ..store.pairing import Pair

F = TypeVar("F", bound=Callable[..., Any])


def root_option(command: F) -> F:
    """`--root DIR`: the folder that holds data/. Default: this folder or the nearest one above it that does."""
    return click.option(
        "--root", type=click.Path(file_okay=False, path_type=Path), callback=_root, help="The folder that holds data/."
    )(command)


def _root(_ctx: click.Context, _param: click.Parameter, value: Path | None) -> Path:
    if value is not None:
        return value
    here = Path.cwd()
    return next((folder for folder in (here, *here.parents) if (folder / "data").is_dir()), here)


class Day(click.ParamType[date]):
    """A date written YYYY-MM-DD."""

    name = "date"

    def __init__(self, first_year: int = 1990) -> None:
        self.first_year = first_year

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The date, or a usage error that shows the form."""
        if isinstance(value, date):
            return value
        day = as_written_day(value, self.first_year)
        if day is None:
            self.fail(f"write the day as YYYY-MM-DD, like 2026-03-14, from {self.first_year} to 2099", param, ctx)
        return day


def today_option(command: F) -> F:
    """`--today DATE`: the day lateness is judged by. Default: the sample's day, else today."""
    return click.option("--today", type=Day(), help="The day lateness is judged by (YYYY-MM-DD).")(command)


def format_option(*formats: str) -> Callable[[F], F]:
    """`--format`: the first is the default."""
    return click.option(
        "--format", "form", type=click.Choice(formats), default=formats[0], show_default=True, help="How to print."
    )


def say(lines: Iterable[str] | str) -> None:
    """Prints lines to standard output."""
    for line in [lines] if isinstance(lines, str) else lines:
        click.echo(line)


def tell(lines: Iterable[str] | str) -> None:
    """Prints lines for people. What stands in records is in them, so nothing in them can act in a terminal or a CI log."""
    say(as_log(line) for line in ([lines] if isinstance(lines, str) else lines))


def opened(root: Path) -> Book:
    """The book, or the end of the command when there is no data folder."""
    book = open_book(root)
    if any(finding.code == "V005" for finding in book.findings):
        click.echo("There is no data/ folder here. Run the command in the program's folder, or name it with --root.", err=True)
        raise SystemExit(2)
    return book


def at_option(command: F) -> F:
    """`--at REV`: the records as they stood at a revision of Git."""
    return click.option("--at", metavar="REV", help="The records as they stood at this revision of Git.")(command)


def book_at(root: Path, rev: str) -> Book:
    """The book of a revision, or the end of the command with why it cannot be had."""
    try:
        return open_book_at(root, rev)
    except NoRevision as why:
        raise click.UsageError(str(why)) from None


def pair_at(root: Path, base: str, head: str | None = None, *, part: bool = False) -> Pair:
    """The records before and after a change, or the end of the command with why a revision cannot be had.

    `part`: only what the change can touch, and without a head what is staged.
    """
    from ..store.pairing import load_pair

    try:
        return load_pair(root, base, head, staged=part and head is None, whole=0 if part else None)
    except NoRevision as why:
        raise click.UsageError(str(why)) from None


def day_at(root: Path, rev: str, book: Book) -> date:
    """The day a revision lived in: the sample's frozen day, else the day it was committed on."""
    return clock.today(book.program) if "sample_today" in book.program else commit_of(root, rev)[1]


def day_of(book: Book, today: date | None) -> date:
    """The day asked for, else the program's."""
    return today or clock.today(book.program)


def warn_of_broken(book: Book) -> None:
    """Says on standard error that some records could not be used: a list that is short must not look complete."""
    if book.unread:
        click.echo(
            f"Attention: not read and left out: {listing(book.unread[:10])}. This list is NOT complete. Run `vecina check`.",
            err=True,
        )
    if not book.program:
        click.echo("Attention: without data/program.yml only the dates of courts are known.", err=True)


def one_case(book: Book, name: str) -> Record:
    """The case of that id, or the end of the command: with wrong usage when there is none, with 1 when it cannot be read."""
    if name in book.cases:
        return book.cases[name]
    if not book.knows("case", name):
        raise click.UsageError(f"There is no case of this id.{meant(name, book.cases)}")
    click.echo(f"{name} cannot be read, so its dates are NOT known. Run `vecina check data/cases/{name}.yml`.", err=True)
    raise SystemExit(1)


def an_admin(book: Book, name: str) -> str:
    """The id of an admin of the settings, or a usage error with the nearest."""
    known = admins(book.program)
    if name not in known:
        who = f"Admins are {listing(known)}." if known else "data/program.yml names none yet: `staff`, with the role `admin`."
        raise click.UsageError(f"Only an admin of the program decides this.{meant(name, known)} {who}")
    return name


def program() -> str:
    """How this command is called here: by its name when it is on the path, else by where it lies."""
    if shutil.which("vecina"):
        return "vecina"
    called = Path(sys.argv[0])
    return str(called.relative_to(Path.cwd()) if called.is_relative_to(Path.cwd()) else called)


def interactive() -> bool:
    """Whether a person sits at the keyboard and can be asked."""
    return sys.stdin.isatty()


@contextmanager
def progress(steps: int) -> Iterator[Callable[[str], None]]:
    """A bar on standard error that moves with each step; nothing when nobody watches."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    with click.progressbar(
        length=steps, file=sys.stderr, show_eta=False, item_show_func=lambda what: what, bar_template="%(bar)s  %(info)s"
    ) as bar:

        def step(what: str) -> None:
            bar.update(1, what)

        yield step
    click.echo("\033[1A\033[2K", nl=False, err=True)  # the bar has done its work: take it away


def within(root: Path, paths: Iterable[Path], *folders: str) -> list[Path]:
    """The paths as plain absolute ones. Ends with wrong usage for one outside these folders of the program (data if none)."""
    tops = [Path(os.path.abspath(root)) / folder for folder in folders or ("data",)]
    plain = [Path(os.path.abspath(path)) for path in paths]
    for path in plain:
        if not any(path == top or top in path.parents or path in top.parents for top in tops):
            raise click.UsageError(f"A path does not lie in {tops[0]}; with --root another program can be named.")
    return plain
