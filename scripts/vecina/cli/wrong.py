"""What is wrong with a line that was typed, in our words: what click says would repeat what was typed, and logs are read."""

from __future__ import annotations

import click

from ..words import listing, meant


def plain(error: click.UsageError) -> click.UsageError:
    """The same error without anything that was typed; one that is said in our words already stays."""
    said = _said(error)
    if said is None:
        return error
    if isinstance(error, click.BadParameter):
        return click.BadParameter(said, error.ctx, error.param, error.param_hint)
    return click.UsageError(said, error.ctx)


def _said(error: click.UsageError) -> str | None:
    if isinstance(error, click.NoSuchOption):
        return f"No such option.{meant(error.option_name, error.possibilities or ())}"
    if isinstance(error, click.NoSuchCommand):
        return f"No such command.{meant(error.command_name, error.possibilities or ())}"
    if error.message.startswith("Got unexpected extra argument"):
        return "There are more words here than this command takes."
    form = error.param.type if isinstance(error, click.BadParameter) and error.param else None
    if isinstance(form, click.Choice):
        typed = error.message.partition(" is not one of ")[0].strip("'\"")
        return f"choose {listing(list(map(str, form.choices)), 'or')}.{meant(typed, map(str, form.choices))}"
    if isinstance(form, click.IntRange):
        return f"write a whole number from {form.min} to {form.max}." if form.max is not None else "write a whole number."
    if isinstance(form, click.Path):
        what = "folder" if not form.file_okay else "file" if not form.dir_okay else "file or folder"
        return f"name a {what} that is there and can be read." if form.exists else f"name a {what}, not something else."
    return None
