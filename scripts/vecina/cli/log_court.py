"""The words of `vecina log` for the court: hearings, filings, orders, events, and the end of a case."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import click

from .. import diary
from ..diary import Given, Line
from ..schema import wanted
from .log_word import At, DayOrListed, Listed, SaidDay, day_argument, of_field, returned_because, word


class Time(click.ParamType[str]):
    """A time on the 24-hour clock."""

    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The time, or a usage error that shows the form."""
        if not re.fullmatch((wanted("case", ("hearings", 0, "time")) or {})["pattern"], str(value)):
            self.fail("write the time on the 24-hour clock, like 09:30, or 13:30 for 1:30 p.m.", param, ctx)
        return str(value)


def _kinds() -> dict[str, Any]:
    """The kinds of orders and events from which a step can follow."""
    rows = [wanted("case", (name, 0, "kind")) or {} for name in ("orders", "events")]
    return {"enum": [code for row in rows for code in row["enum"]]}


_AFTER = click.option(
    "--after",
    type=DayOrListed(_kinds),
    multiple=True,
    help="Which order or event it follows, by day or kind.",
)


def _outcome(command: Callable[..., Line]) -> Callable[..., Line]:
    """The options of what was decided."""
    for option in (
        click.option("--appealed", type=of_field("outcome", 0, "appealed"), help="Who appealed, or none, or reserved."),
        click.option("--result", "results", type=of_field("outcome", 0, "result"), multiple=True, help="How it ended."),
        click.option("--relief", "reliefs", type=of_field("outcome", 0, "relief"), multiple=True, help="Which relief; several."),
    ):
        command = option(command)
    return command


@word("hearing")
@click.argument("day", type=SaidDay())
@click.argument("status", type=of_field("hearings", 0, "status"), required=False)
@click.option("--type", type=of_field("hearings", 0, "type"), help="Type of hearing.")
@click.option("--time", type=Time(), help="In the court's own time zone, like 09:00.")
@click.option("--mode", type=of_field("hearings", 0, "mode"), help="in-person, internet or telephone.")
@click.option("--moves", is_flag=True, help="The hearing that is scheduled moves to this day.")
@click.option("--moved-from", type=SaidDay(), help="The hearing of that day moves to this one.")
@click.option("--filing-date", type=SaidDay(), help="The date that the judge set for the filings.")
@click.option("--ruling-requested", "ruling", is_flag=True, help="A ruling is wanted at this master calendar hearing.")
def hearing(at: At, day: date, **given: Any) -> Line:
    """A hearing: a new one, one that has moved, or what became of one.

    The hearing that has moved is marked adjourned; the new one is of its type and, if nothing else is said, of its mode.

    \b
    Example:
      vecina log c-7k3q9 hearing 2027-03-02 --type individual --time 09:00 --mode in-person
      vecina log c-7k3q9 hearing 2027-04-13 --time 13:00 --moved-from 2027-03-02
      vecina log c-7k3q9 hearing 2027-04-13 --filing-date 2027-03-12
      vecina log c-7k3q9 hearing 2026-11-20 held
    """
    return diary.hearing(at.case, day, at.today, Given(**given))


@word("filed")
@click.argument("what", type=Listed(diary.filings))
@day_argument
@click.option("--hearing", type=SaidDay(), help="For which hearing, by its day, if there are several.")
@_AFTER
def filed(at: At, what: str, day: date, hearing: date | None, after: tuple[date | str, ...]) -> Line:
    """Something was filed. The day is the one on which it was received, not mailed.

    `package` is all filings for a hearing. A step after an order, such as an appeal, is written under that order.

    \b
    Example:
      vecina log c-7k3q9 filed I-589 2026-11-20
      vecina log c-7k3q9 filed package
      vecina log c-7k3q9 filed I-765
      vecina log c-7k3q9 filed petition-for-review --after 2026-11-02
    """
    return diary.filed(at.case, what, day, at.today, hearing, after)


@word("waived")
@click.argument("step", type=Listed(diary.steps))
@day_argument
@_AFTER
def waived(at: At, step: str, day: date, after: tuple[date | str, ...]) -> Line:
    """It was decided not to take a step after an order or event.

    \b
    Example:
      vecina log c-7k3q9 waived motion-to-reopen 2026-11-20 --after bia-decision
    """
    return diary.waived(at.case, step, day, at.today, after)


@word("order")
@click.argument("kind", type=of_field("orders", 0, "kind"))
@day_argument
@click.option("--served", type=of_field("orders", 0, "served"), help="orally, in-person, mail or electronic.")
@click.option("--served-on", type=SaidDay(), help="The day of service; by mail or electronically it must be given.")
@click.option("--due", type=SaidDay(), help="The date that the order sets.")
@click.option("--for", "due_for", type=of_field("orders", 0, "due_for"), help="What it sets the date for.")
def order(at: At, kind: str, day: date, **given: Any) -> Line:
    """An order: its date, how it was served, the date it sets.

    \b
    Example:
      vecina log c-7k3q9 order scheduling-order 2026-11-20 --due 2027-02-01 --for filing-package
      vecina log c-7k3q9 order bia-decision 2026-11-02 --served electronic --served-on 2026-11-03
    """
    return diary.order(at.case, kind, day, at.today, **given)


@word("decision")
@day_argument
@click.option("--kind", type=of_field("orders", 0, "kind"), default="ij-decision", show_default=True, help="Whose decision.")
@click.option("--served", type=of_field("orders", 0, "served"), help="orally, in-person, mail or electronic.")
@click.option("--served-on", type=SaidDay(), help="The day of service; by mail or electronically it must be given.")
@_outcome
def decision(
    at: At, day: date, kind: str, served: str | None, served_on: date | None,
    reliefs: tuple[str, ...], results: tuple[str, ...], appealed: str | None,
) -> Line:  # fmt: skip
    """A decision, and what was decided for each form of relief.

    \b
    Example:
      vecina log c-7k3q9 decision 2026-11-20 --served orally --relief asylum --result denied --appealed reserved
      vecina log c-7k3q9 decision --served orally --relief asylum --result denied --relief cat --result granted
    """
    outcome = diary.outcome_rows(reliefs, results, day, appealed, at.today)
    return diary.order(at.case, kind, day, at.today, served=served, served_on=served_on, outcome=outcome)


@word("event")
@click.argument("kind", type=of_field("events", 0, "kind"))
@day_argument
def event(at: At, kind: str, day: date) -> Line:
    """Something else happened that starts a deadline.

    \b
    Example:
      vecina log c-7k3q9 event dhs-filing 2026-11-18
      vecina log c-7k3q9 event address-change yesterday
    """
    return diary.event(at.case, kind, day, at.today)


@word("closed")
@day_argument
@click.option("--reason", type=of_field("history", 0, "reason"), required=True, help="Why it was closed.")
@returned_because
@click.option("--decided-on", type=SaidDay(), help="The day of the decision. Default: that of the one in the record.")
@_outcome
def closed(
    at: At, day: date, reason: str, because: str | None, decided_on: date | None,
    reliefs: tuple[str, ...], results: tuple[str, ...], appealed: str | None,
) -> Line:  # fmt: skip
    """The program closed the case, with its outcome where the record has none yet.

    \b
    Example:
      vecina log c-7k3q9 closed --reason decided
      vecina log c-7k3q9 closed 2026-11-20 --reason decided --relief asylum --result granted
      vecina log c-7k3q9 closed --reason returned --returned-because no-time
    """
    on = diary.decided(at.case, decided_on) if reliefs and len(reliefs) == len(results) else None
    outcome = diary.outcome_rows(reliefs, results, on, appealed, at.today)
    return diary.closed(at.case, day, at.today, reason, outcome, because)


WORDS = (hearing, filed, waived, order, decision, event, closed)
