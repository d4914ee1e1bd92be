"""`vecina match`: proposals for the cases that wait for a mentor."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TextIO

import click

from ..book import Book
from ..matching import Pool, Proposal, WhatIf, chances, pool_ahead, propose, solved
from ..report import match as report, match_data, match_explain
from ..store import Entry, Record, file_of, read_entry
from ..words import meant
from .common import day_of, format_option, opened, root_option, say, tell, today_option, warn_of_broken
from .log_word import Worded, of_field
from .match_apply import apply
from .match_pair import pair as write_pair


@click.command(cls=Worded)
@click.argument("cases", nargs=-1)
@root_option
@today_option
@click.option("--explain", metavar="CASE", help="Every mentor for one case: her points, or what excludes her.")
@click.option("--with-place", "more", multiple=True, metavar="MENTOR", help="Suppose that she had one place more.")
@click.option("--without", multiple=True, metavar="MENTOR", help="Suppose that she were not there.")
@click.option("--also", multiple=True, type=click.Path(path_type=Path), help="Suppose that this case file waited too.")
@click.option(
    "--reserve", type=click.IntRange(0, 100), default=0, help="Hold so many places back for detained or urgent arrivals."
)
@click.option("--reassign", is_flag=True, help="Propose moves of open cases too, each with its gain and its cost.")
@click.option("--earlier", type=click.File("r"), help="An earlier answer as JSON: of equal choices its pairs stay.")
@click.option("--apply", "write", is_flag=True, help="Write the proposed pairs into the records, or those of the CASES named.")
@click.option("--pair", nargs=2, metavar="CASE MENTOR", help="Write down this pair that people agreed on, whatever is proposed.")
@click.option("--reason", type=of_field("corrections", 0, "reason"), help="With --pair: why a case gets another mentor.")
@format_option("text", "json", "markdown", "csv")
def command(
    cases: tuple[str, ...], root: Path, today: date | None, explain: str | None, more: tuple[str, ...], without: tuple[str, ...],
    also: tuple[Path, ...], reserve: int, reassign: bool,
    earlier: TextIO | None, write: bool, pair: tuple[str, str] | None, reason: str | None, form: str,
) -> None:  # fmt: skip
    """Propose mentors for the cases that wait: as many as possible, the urgent ones first, then the most points.

    The answer is proved best, and says why cases are left over and what would help. Nothing is written without --apply,
    which writes proposed pairs, or --pair, which writes a pair that people have agreed on: for a vetted case, or for one
    whose mentor cannot go on.

    \b
    Example:
      vecina match
      vecina match --explain c-7k3q9
      vecina match --with-place m-rivera --reserve 1
      vecina match --apply c-7k3q9
      vecina match --pair c-7k3q9 m-novak
      vecina match --pair c-7k3q9 m-novak --reason mentor-unavailable
    """
    book = opened(root)
    warn_of_broken(book)
    if not book.program:
        raise SystemExit(1)
    day = day_of(book, today)
    if pair:
        if write or cases or explain or reassign or more or without or also or reserve:
            raise click.UsageError("--pair stands alone: the case, the mentor, and --reason where the case has a mentor.")
        tell(write_pair(book, *pair, day, reason))
        return
    if reason:
        raise click.UsageError("--reason belongs to --pair.")
    for name in (*more, *without):
        _mentor(book, name)
    supposed = WhatIf(
        {name: more.count(name) for name in more},
        frozenset(without),
        tuple(_case(book, path) for path in also),
        reserve,
        reassign,
    )
    before = _pairs(earlier.read()) if earlier else None
    if explain is not None:
        _explain(pool_ahead(book, day, supposed), explain, reserve, before, form)
        return
    proposal = propose(book, day, supposed, before)
    if write:
        if more or without or also:
            raise click.UsageError("What is only supposed cannot be written.")
        if reassign:
            raise click.UsageError(
                "A move is agreed on by everybody first; then `vecina match --pair CASE MENTOR --reason reassigned` writes it."
            )
        tell(apply(book, proposal, cases, day))
        return
    if cases:
        raise click.UsageError(
            "Cases are named together with --apply. One case is shown with --explain, as in: vecina match --explain CASE"
        )
    _print(proposal, book, form)


def _print(proposal: Proposal, book: Book, form: str) -> None:
    if form == "json":
        say(match_data.as_json(proposal, book.unread))
    elif form == "csv":
        click.echo(match_data.as_csv(proposal), nl=False)
    elif form == "markdown":
        say(match_data.as_markdown_page(proposal))
    else:
        tell(report.as_text(proposal))


def _explain(pool: Pool, case: str, reserve: int, before: dict[str, str] | None, form: str) -> None:
    if case not in pool.cases:
        raise click.UsageError(f"No case of this id waits for a mentor.{meant(case, pool.cases)}")
    rows = chances(pool, solved(pool, reserve, before), case)
    if form == "json":
        say(match_explain.as_json(case, rows))
    else:
        tell(match_explain.as_text(case, rows))


def _mentor(book: Book, name: str) -> None:
    if name not in book.mentors:
        raise click.UsageError(f"There is no mentor of this id.{meant(name, book.mentors)}")


def _case(book: Book, path: Path) -> Record:
    """A case file that is only supposed to wait; it may lie anywhere."""
    name = path.name.removesuffix(".yml")
    reading, findings = read_entry(path.parent, Entry("case", path.name, name))
    if findings or reading.data is None or reading.data["attorney"] not in book.attorneys:
        raise click.UsageError("The file of --also is no case that could be read, or its attorney has no record here.")
    return Record("case", name, file_of("case", name), reading.data, reading.places)


def _pairs(text: str) -> dict[str, str]:
    """The pairs of an earlier answer."""
    try:
        return {str(row["case"]): str(row["mentor"]) for row in json.loads(text)["pairs"]}
    except (ValueError, KeyError, TypeError, RecursionError):
        raise click.UsageError("The file of --earlier is no answer of `vecina match --format json`.") from None
