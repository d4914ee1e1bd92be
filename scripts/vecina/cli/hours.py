"""`vecina hours`: the hours of an attorney for her carrier and for funders, or of a mentor or a case."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import get_args

import click

from ..book import Book
from ..intake.answers import known
from ..papers import filled
from ..report import hours_of as report
from ..store import Record
from ..views.hours_of import HoursOf, Kind, hours_of
from .common import Day, day_of, format_option, opened, root_option, tell, today_option, warn_of_broken
from .papered import papered, put_out


@click.command()
@click.argument("whose", metavar="ID")
@root_option
@today_option
@click.option("--from", "first", type=Day(), help="The first day (YYYY-MM-DD). Default: 1 January.")
@click.option("--to", "last", type=Day(), help="The last day (YYYY-MM-DD). Default: today.")
@click.option("--value", is_flag=True, help="With what an attorney's hours are worth, as the settings say.")
@format_option("text", "csv", "json", "md", "html", "docx")
@click.option("--out", type=click.Path(path_type=Path), help="Write into this file or folder.")
def command(
    whose: str, root: Path, today: date | None, first: date | None, last: date | None, value: bool, form: str, out: Path | None
) -> None:
    """Hours of an attorney, a mentor or a case, by month, case and activity.

    An attorney's hours as md, html or docx are a letter for the malpractice carrier or a funder, with a line for whoever
    attests it. With --value it says what they are worth, by `pro_bono_hour` in data/program.yml.

    \b
    Example:
      vecina hours a-okafor --from 2026-01-01 --to 2026-12-31
      vecina hours a-okafor --value --format docx --out build/papers/hours.docx
      vecina hours m-rivera --from 2026-10-01 --to 2026-10-31 --format csv
      vecina hours c-7k3q9
    """
    book = opened(root)
    warn_of_broken(book)
    day = day_of(book, today)
    record, kind = _record(book, whose)
    begin, end = first or (last or day).replace(month=1, day=1), last or day
    if end < begin:
        raise click.UsageError("--to cannot be before --from.")
    if value and kind != "attorney":
        raise click.UsageError("--value is for an attorney's hours: she works without a fee.")
    if value and "pro_bono_hour" not in book.program:
        raise click.UsageError("data/program.yml does not say what an hour is worth: `pro_bono_hour`.")
    view = hours_of(book, record, kind, begin, end, value=value)
    if form == "text":
        if out:
            raise click.UsageError("--out takes --format csv, json, md, html or docx.")
        tell(report.as_text(view))
        return
    made = {"csv": report.as_rows, "json": report.as_json}.get(form)
    raw = made(view).encode() if made else _document(root, view, form)
    put_out(root, [(f"hours-{record.id}-{begin}-{end}.{form}", raw)], out, printed=form not in ("html", "docx"))


def _document(root: Path, view: HoursOf, form: str) -> bytes:
    return papered(lambda: filled(root, "hours", sample=view.sample, view=view), "hours", report.title(view), form, view.program)


def _record(book: Book, name: str) -> tuple[Record, Kind]:
    """The attorney, mentor or case of that id, or the end of the command."""
    kind: Kind = next((one for one in get_args(Kind) if name.startswith(f"{one[0]}-")), "case")
    if name[:2] not in ("a-", "m-", "c-"):
        raise click.UsageError("Name an attorney (a-…), a mentor (m-…) or a case (c-…).")
    try:
        record = book.kinds[kind].get(known(book, kind, name))
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    if record is None:
        click.echo("This record cannot be read. Run `vecina check`.", err=True)
        raise SystemExit(1)
    return record, kind
