"""`vecina build`: both sites."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import click

from ..book import Book
from ..pages import CONFIGS, Built, Refused, finish, public_input, start, status_input
from .common import day_of, opened, progress, root_option, say, today_option

NAMES = tuple(CONFIGS)


def _silent(_: str) -> None:
    """Nobody watches."""


def build_sites(
    root: Path,
    book: Book,
    day: date,
    names: Sequence[str] = NAMES,
    step: Callable[[str], None] = _silent,
) -> list[Built]:
    """Writes the inputs and builds the sites side by side."""
    lacking = [config for name in names for config in CONFIGS[name] if not (root / config).is_file()]
    if lacking:
        raise click.UsageError(f"There is no {lacking[0]} here; the sites are built in the program's own repository.")
    running = {}
    try:
        for name in names:
            step(f"writing the {name} site")
            public_input(root, book, day) if name == "public" else status_input(root, book, day)
            running[name] = start(root, name, day)
        step("building the sites" if len(names) > 1 else "building the site")
    except Refused as refused:
        return [Built(name, root / "build" / name / "index.html", str(refused)) for name in names]
    finally:
        done = [finish(root, name, process) for name, process in running.items()]
    return done


@click.command()
@click.argument("names", nargs=-1, type=click.Choice(NAMES))
@root_option
@today_option
def command(names: tuple[str, ...], root: Path, today: date | None) -> None:
    """Write the public site and the private status site under build/, or only the one named.

    \b
    Example:
      vecina build
      vecina build status
    """
    book = opened(root)
    with progress(1 + len(names or NAMES)) as step:
        done = build_sites(root, book, day_of(book, today), names or NAMES, step)
    for built in done:
        say(f"The {built.name} site could not be built: {built.failed}" if built.failed else f"{built.name:<7} {built.index}")
    sys.exit(1 if any(built.failed for built in done) else 0)
