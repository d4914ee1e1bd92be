"""The words of `vecina log` for mentors who decline or step in, and for the asylum clock."""

from __future__ import annotations

from datetime import date

import click

from .. import diary
from ..diary import Line
from ..intake.answers import known
from .log_word import At, Listed, day_argument, of_field, word

_CLOCK = {"enum": ["stopped", "started"], "x-labels": {"stopped": "It stopped", "started": "It started again"}}


def _mentor(at: At, name: str) -> str:
    """The id of a mentor who is in the records, or a usage error with the nearest."""
    try:
        return known(at.book, "mentor", name)
    except ValueError as error:
        raise click.UsageError(str(error)) from None


@word("declined")
@click.argument("mentor")
@day_argument
@click.option("--by", type=of_field("declines", 0, "by"), default="mentor", show_default=True, help="Who declined whom.")
@click.option(
    "--reason", type=of_field("declines", 0, "reason"), required=True, help="Why. All but no-time and schedule exclude the pair."
)
def declined(at: At, mentor: str, day: date, by: str, reason: str) -> Line:
    """A mentor who was proposed declined, or was declined by the attorney. The next proposal knows.

    \b
    Example:
      vecina log c-7k3q9 declined m-chen --reason no-time
      vecina log c-7k3q9 declined m-chen 2026-11-20 --by attorney --reason schedule
    """
    return diary.declined(at.case, _mentor(at, mentor), day, at.today, by, reason)


@word("backup")
@click.argument("mentor")
def backup(at: At, mentor: str) -> Line:
    """Who steps in when the mentor is away or does not answer.

    \b
    Example:
      vecina log c-7k3q9 backup m-novak
    """
    return diary.backup(at.case, _mentor(at, mentor))


@word("clock")
@click.argument("what", type=Listed(lambda: _CLOCK))
@day_argument
@click.option("--reason", type=of_field("asylum_clock", "stops", 0, "reason"), help="Why it stopped.")
@click.option("--code", help='EOIR\'s code for the adjournment, like "05", if known.')
def clock(at: At, what: str, day: date, reason: str | None, code: str | None) -> Line:
    """The asylum clock was stopped, or started again.

    \b
    Example:
      vecina log c-7k3q9 clock stopped 2026-11-20 --reason continuance-to-prepare --code 05
      vecina log c-7k3q9 clock started 2026-11-23
    """
    if what == "started":
        if reason or code:
            raise click.UsageError("--reason and --code belong to `clock stopped`.")
        return diary.started(at.case, day, at.today)
    if reason is None:
        raise click.UsageError("Say with --reason why it stopped. --help has examples.")
    return diary.stopped(at.case, day, at.today, reason, code)


WORDS = (declined, backup, clock)
