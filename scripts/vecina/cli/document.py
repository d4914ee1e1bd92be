"""`vecina document`: the papers of a case for its people, filled from the records."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from ..book import Book
from ..papers import KINDS, document, fitting, refusal, title_of
from ..store import Record
from .common import Day, day_of, one_case, opened, root_option, say, warn_of_broken
from .output import is_folder, write_out
from .papered import papered


@click.command()
@click.argument("kind", type=click.Choice([*KINDS, "all"]), metavar="KIND")
@click.argument("case")
@root_option
@click.option("--today", type=Day(), help="The day of the document (YYYY-MM-DD).")
@click.option(
    "--format", "form", type=click.Choice(["md", "html", "docx"]), default="md", show_default=True,
    help="md for reading here, html to print, docx for Word.",
)  # fmt: skip
@click.option("--out", type=click.Path(path_type=Path), help="The file or folder to write to. html and docx need it.")
def command(kind: str, case: str, root: Path, today: date | None, form: str, out: Path | None) -> None:
    """Write a document for attorney and mentor of a case. Names stand in it, so it goes to nobody else.

    \b
    KIND is one of
      introduction  the letter that introduces attorney and mentor to each other
      agreement     the mentoring agreement, to be signed
      checklist     what is asked of the attorney, what is done, the first 30 days, whom to write to
      plan          the mentoring plan with its steps and the dates before the court
      closing       the letter after the end: results, what can still be filed, what is left to do
      all           all that fit the case as it stands, into a folder

    The words stand in site/papers/ and can be changed there.

    \b
    Example:
      vecina document checklist c-7k3q9
      vecina document agreement c-7k3q9 --format docx --out build/papers
      vecina document all c-7k3q9 --format docx --out build/papers
    """
    if out is None and (form != "md" or kind == "all"):
        raise click.UsageError("Name the file or folder to write to with --out, for example --out build/papers.")
    book = opened(root)
    warn_of_broken(book)
    record = one_case(book, case)
    day = day_of(book, today)
    kinds = _wanted(book, record, kind)
    made = {name: _made(book, record, name, day, form) for name in kinds}
    if out is None:
        say(made[kind].decode().rstrip("\n"))
        return
    folder = is_folder(out, kind == "all")
    for name, raw in made.items():
        path = out / f"{record.id}-{name}.{form}" if folder else out
        write_out(root, path, raw)
        say(f"{KINDS[name]}: {path}")


def _wanted(book: Book, record: Record, kind: str) -> list[str]:
    """The documents to write; ends the command with 1 and what is missing when there is none."""
    fit = fitting(book, record) if kind == "all" else [kind]
    why = refusal(book, record, "closing" if record.data["status"] in ("closed", "withdrawn") else "agreement") if not fit else ""
    why = refusal(book, record, kind) if kind != "all" else why
    if why:
        click.echo(f"{record.id}: {why}", err=True)
        raise SystemExit(1)
    return fit


def _made(book: Book, record: Record, kind: str, day: date, form: str) -> bytes:
    title = title_of(record, kind) + (" (sample)" if book.program.get("sample") else "")
    return papered(lambda: document(book, record, kind, day), kind, title, form, book.program["name"])
