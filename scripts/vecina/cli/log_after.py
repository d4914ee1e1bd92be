"""The words of `vecina log` for the end of a case and after: feedback, and a legal hold."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from .. import diary
from ..diary import Line
from .common import an_admin
from .log_word import At, DayOrListed, SaidDay, day_argument, of_field, word

_HOLD = {"enum": ["ended"], "x-labels": {"ended": "It was lifted"}}


@word("feedback")
@day_argument
@click.option("--by", type=of_field("feedback", 0, "by"), required=True, help="Who gave it: attorney, mentor or organization.")
@click.option("--helpful", type=click.IntRange(1, 5), required=True, help="From 1 (not at all) to 5 (very much).")
@click.option("--again/--not-again", default=None, help="Would this person take another case with the program?")
def feedback(at: At, day: date, by: str, helpful: int, again: bool | None) -> Line:
    """What somebody of the case says of the mentoring, in marks.

    \b
    Example:
      vecina log c-7k3q9 feedback --by attorney --helpful 5 --again
      vecina log c-7k3q9 feedback 2026-11-20 --by mentor --helpful 4
    """
    return diary.feedback(at.case, day, at.today, by, helpful, again)


@word("hold")
@click.argument("since", metavar="[DAY|ended]", type=DayOrListed(lambda: _HOLD), default="today")
@click.argument("day", type=SaidDay(), required=False)
@click.option("--by", help="The admin who orders it, by id, such as s-alvarez.")
@click.option("--reason", type=of_field("legal_hold", "reason"), help="Why the record must be kept.")
def hold(at: At, since: Any, day: date | None, by: str | None, reason: str | None) -> Line:
    """A legal hold: while it lasts nothing of the record may be deleted. `hold ended` lifts it.

    \b
    Example:
      vecina log c-7k3q9 hold 2026-11-20 --by s-alvarez --reason audit
      vecina log c-7k3q9 hold ended
    """
    if since == "ended":
        if by or reason:
            raise click.UsageError("--by and --reason belong to the hold, not to its end.")
        return diary.released(at.case, day or at.today, at.today)
    if day is not None:
        raise click.UsageError("Say one day: the first of the hold, or `ended` and the day on which it was lifted.")
    if by is None or reason is None:
        raise click.UsageError("A hold needs --by with the admin who orders it, and --reason. --help has examples.")
    return diary.held(at.case, since, at.today, an_admin(at.book, by), reason)


WORDS = (feedback, hold)
