"""The status site as one page, for mail or a stick, and sealed with a passphrase."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..pages import Office, single_page
from ..seal import sealed, weakness
from ..store.files import overwrite
from .common import interactive, say

OPEN, SEALED = "build/status.html", "build/status-sealed.html"
TITLE = "Sealed page"


def asked_passphrase(file: Path | None) -> str:
    """The passphrase out of a file or from the keyboard, typed twice and not shown. Ends the command for a weak one."""
    if file is not None:
        try:
            passphrase = file.read_text(encoding="utf-8").rstrip("\r\n")
        except (OSError, UnicodeDecodeError):
            raise click.UsageError("The file with the passphrase cannot be read; it is one line of text in UTF-8.") from None
    elif interactive():
        passphrase = click.prompt("Passphrase", hide_input=True, confirmation_prompt="Once more", err=True, default="")
    else:
        raise click.UsageError("Nobody can type the passphrase here; name a file that holds it with --passphrase-file.")
    weak = weakness(passphrase)
    if weak:
        click.echo(f"{weak} Nothing was written.", err=True)
        sys.exit(2)
    return passphrase


def write_single(office: Office, passphrase: str | None) -> None:
    """Writes the one page from the site that was just built; with a passphrase only the sealed one."""
    root = office.root
    page = single_page(office, root / "build/status")
    if passphrase is None:
        overwrite(root / OPEN, page)
        say(f"single  {root / OPEN}")
        say("Anybody who has this file can read every case. Hand it over in person, or seal it with --sealed.")
    else:
        overwrite(root / SEALED, sealed(page.encode(), passphrase, TITLE, root / "site/status/sealed"))
        say(f"sealed  {root / SEALED}")
        say("Send the file, and tell the passphrase by another way: by phone, never in the same mail.")
