"""The words of `vecina log` for the mentoring: meetings, hours, messages, check-ins, what is done, status."""

from __future__ import annotations

import math
from datetime import date
from typing import Any

import click

from .. import diary
from ..diary import Line
from ..intake.answers import known
from ..pay import late_in
from .log_word import At, Listed, SaidDay, day_argument, of_field, returned_because, word


class Quarters(click.ParamType[float]):
    """Hours in quarters."""

    name = "hours"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The hours, or a usage error that shows the form."""
        try:
            hours = float(str(value))
        except ValueError:
            hours = math.nan
        if not 0 < hours <= 24 or hours % 0.25:
            self.fail("write hours in quarters, like 1.25, more than 0 and 24 at most", param, ctx)
        return hours


@word("met")
@day_argument
@click.option("--with", "whom", type=of_field("meetings", 0, "with"), default="mentor", show_default=True, help="Whom.")
@click.option("--by", "--how", "mode", type=of_field("meetings", 0, "mode"), help="How they met. With the mentor: video.")
def met(at: At, day: date, whom: str, mode: str | None) -> Line:
    """The attorney met the mentor, or the client.

    \b
    Example:
      vecina log c-7k3q9 met 2026-11-20
      vecina log c-7k3q9 met 2026-11-20 --by phone
      vecina log c-7k3q9 met yesterday --with client --by in-person
    """
    return diary.met(at.case, day, at.today, whom, mode)


@word("hours")
@click.argument("hours", type=Quarters())
@click.option("--on", "day", type=SaidDay(), default="today", help="The day of the work. Default: today.")
@click.option("--who", required=True, help="mentor, attorney, or the id of another mentor.")
@click.option("--for", "activity", type=of_field("hours", 0, "activity"), required=True, help="What the time was for.")
def hours(at: At, hours: float, day: date, who: str, activity: str) -> Line:
    """Hours of work on the case, in quarters.

    Hours of a month that is closed keep their true day, and are paid in the next statement of the mentor.

    \b
    Example:
      vecina log c-7k3q9 hours 1.5 --on 2026-11-20 --who mentor --for review
      vecina log c-7k3q9 hours 0.75 --who m-chen --for meeting
    """
    if who not in ("mentor", "attorney"):
        kind = "attorney" if who.startswith("a-") else "mentor"
        try:
            who = known(at.book, kind, who)
        except ValueError as error:
            raise click.UsageError(f"Write mentor, attorney or the id of a mentor. {error}") from None
    mentor = at.book.mentors.get(at.case.get("mentor", "") if who == "mentor" else who)
    late = late_in(mentor.data, day, at.today) if mentor else None
    return diary.hours(at.case, day, at.today, hours, who, activity, late)


@word("message")
@day_argument
@click.option("--from", "by", type=of_field("messages", 0, "by"), required=True, help="Who asked.")
@click.option("--to", "to", type=of_field("messages", 0, "to"), required=True, help="Who must answer.")
def message(at: At, day: date, by: str, to: str) -> Line:
    """A message was sent that needs an answer.

    \b
    Example:
      vecina log c-7k3q9 message 2026-11-20 --from attorney --to mentor
    """
    return diary.message(at.case, day, at.today, by, to)


@word("answered")
@day_argument
@click.option("--asked", type=SaidDay(), help="The day the message was sent. Default: the oldest that is open.")
@click.option("--by", type=of_field("messages", 0, "to"), help="Who answered: only messages to that person.")
def answered(at: At, day: date, asked: date | None, by: str | None) -> Line:
    """A message was answered: the oldest open one, or the one you name.

    \b
    Example:
      vecina log c-7k3q9 answered
      vecina log c-7k3q9 answered 2026-11-20 --asked 2026-11-18
      vecina log c-7k3q9 answered --by mentor
    """
    return diary.answered(at.case, day, at.today, asked, by)


@word("check-in")
@day_argument
@click.option("--by", type=of_field("check_ins", 0, "by"), default="program", show_default=True, help="Who checked in.")
@click.option("--how", type=of_field("check_ins", 0, "how"), required=True, help="How.")
@click.option("--in-time/--not-in-time", "in_time", default=None, help="Did the attorney reply in time since the last one?")
def check_in(at: At, day: date, by: str, how: str, in_time: bool | None) -> Line:
    """A check-in with the attorney.

    \b
    Example:
      vecina log c-7k3q9 check-in --how phone
      vecina log c-7k3q9 check-in 2026-11-20 --by mentor --how email --in-time
    """
    return diary.checked_in(at.case, day, at.today, by, how, in_time)


@word("done")
@click.argument("what", type=Listed(diary.things_done))
@day_argument
@click.option("--due", type=SaidDay(), help="Which one, by its day, where there are several.")
@click.option("--source", type=of_field("requirements", "malpractice_cover", "source"), help="Who covers, for malpractice_cover.")
def done(at: At, what: str, day: date, due: date | None, source: str | None) -> Line:
    """A step of the plan or a requirement is done, or all that an order or event asks for.

    \b
    Example:
      vecina log c-7k3q9 done declaration-draft
      vecina log c-7k3q9 done conflict_check 2026-11-20
      vecina log c-7k3q9 done malpractice_cover --source own-carrier
      vecina log c-7k3q9 done dhs-filing 2026-11-23
    """
    return diary.done(at.case, what, day, at.today, due, source)


@word("status")
@click.argument("status", type=of_field("status"))
@day_argument
@click.option("--reason", type=of_field("history", 0, "reason"), help="For declined, withdrawn and closed.")
@returned_because
def status(at: At, status: str, day: date, reason: str | None, because: str | None) -> Line:
    """The case took a status: the status and its step in the history.

    \b
    Example:
      vecina log c-7k3q9 status active
      vecina log c-7k3q9 status withdrawn 2026-11-20 --reason client-decision
      vecina log c-7k3q9 status withdrawn --reason attorney-left --returned-because left-firm
    """
    return diary.status(at.case, status, day, at.today, reason, because)


WORDS = (met, hours, message, answered, check_in, done, status)
