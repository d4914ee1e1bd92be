"""`vecina build`: both sites."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import click

from ..pages import CONFIGS, Built, Office, Refused, fill_status, finish, public_input, start, status_input
from .common import day_of, opened, progress, root_option, say, today_option

NAMES = tuple(CONFIGS)


def _silent(_: str) -> None:
    """Nobody watches."""


def build_sites(office: Office, names: Sequence[str] = NAMES, step: Callable[[str], None] = _silent) -> list[Built]:
    """Writes the inputs and builds the sites side by side."""
    root, day = office.root, office.day
    lacking = [config for name in names for config in CONFIGS[name] if not (root / config).is_file()]
    if lacking:
        raise click.UsageError(f"There is no {lacking[0]} here; the sites are built in the program's own repository.")
    running = {}
    try:
        for name in names:
            step(f"writing the {name} site")
            public_input(root, office.book, office.handbook, day) if name == "public" else status_input(office)
            running[name] = start(root, name, day)
        step("building the sites" if len(names) > 1 else "building the site")
    except Refused as refused:
        return [Built(name, root / "build" / name / "index.html", str(refused)) for name in names]
    finally:
        fills = {"status": lambda site: fill_status(office, site)}
        done = [finish(root, name, process, fills.get(name)) for name, process in running.items()]
    return done


@click.command()
@click.argument("names", nargs=-1, type=click.Choice(NAMES))
@click.option("--single-file", "single", is_flag=True, help="The status site as one page too, for mail or a stick.")
@click.option("--sealed", "seal", is_flag=True, help="The one page sealed with a passphrase, in place of an open one.")
@click.option(
    "--passphrase-file", type=click.Path(dir_okay=False, path_type=Path), help="The passphrase out of a file, not typed."
)
@root_option
@today_option
def command(
    names: tuple[str, ...], single: bool, seal: bool, passphrase_file: Path | None, root: Path, today: date | None
) -> None:
    """Write the public site and the private status site under build/, or only the one named.

    \b
    Example:
      vecina build
      vecina build status
      vecina build status --single-file
      vecina build status --single-file --sealed
    """
    wanted = names or NAMES
    if (single or seal) and "status" not in wanted:
        raise click.UsageError("Only the status site is made as one page: `vecina build status --single-file`.")
    if passphrase_file is not None and not seal:
        raise click.UsageError("A passphrase is for --sealed.")
    book = opened(root)
    passphrase = None
    if seal:
        from .build_single import asked_passphrase

        passphrase = asked_passphrase(passphrase_file)  # a weak one ends the command before anything is written
    office = Office(root, book, day_of(book, today))
    with progress(1 + len(wanted)) as step:
        done = build_sites(office, wanted, step)
    for built in done:
        say(f"The {built.name} site could not be built: {built.failed}" if built.failed else f"{built.name:<7} {built.index}")
    if any(built.failed for built in done):
        sys.exit(1)
    if single or seal:
        from .build_single import write_single

        write_single(office, passphrase)
