"""A document in the form that was asked for, and the files that it goes into."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import click

from .common import say
from .output import is_folder, write_out


def papered(make: Callable[[], str], template: str, title: str, form: str, subject: str = "") -> bytes:
    """What `make` writes in our Markdown, as it is for `md`, as a page for `html`, as a file for Word for `docx`.

    Ends the command with 1 where the template of that name cannot be filled, or uses what documents do not have.
    """
    from ..papers import Slip, Unknown, as_docx, as_html

    try:
        text = make()
        if form == "docx":
            return as_docx(text, title, subject)
        return (as_html(text, title) if form == "html" else text).encode()
    except Slip as slip:
        click.echo(str(slip), err=True)
    except Unknown as unknown:
        click.echo(f"The template site/papers/{template}.md.j2 uses what documents do not have: {unknown}.", err=True)
    raise SystemExit(1)


def put_out(root: Path, documents: Sequence[tuple[str, bytes]], out: Path | None, *, printed: bool) -> None:
    """Prints the one document, or writes each under its name: into the folder `out`, or one into the file `out`.

    Ends the command with wrong usage where one that is not to be `printed`, or more than one, has no place to go.
    """
    if out is None:
        if len(documents) > 1:
            raise click.UsageError("These are several documents: name a folder for them with --out.")
        if not printed:
            raise click.UsageError("This document is written, not printed: name its file with --out.")
        click.echo(documents[0][1].decode(), nl=False)
        return
    folder = is_folder(out, len(documents) > 1)
    for name, raw in documents:
        path = out / name if folder else out
        write_out(root, path, raw)
        say(f"{path} written")
