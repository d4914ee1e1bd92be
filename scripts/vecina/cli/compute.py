"""`vecina compute`: a date from a rule, without a case."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path

import click

from ..deadlines import Computed, law_of
from ..deadlines.ask import as_row, ask, law_day
from ..deadlines.questions import FORUMS, answered
from ..words import day as in_words, meant
from .common import Day, day_of, format_option, opened, root_option, say, tell


@click.command()
@click.argument("rule")
@click.argument("trigger", required=False, type=Day(1900), metavar="DATE")
@root_option
@click.option("--detained", is_flag=True, help="The client is detained.")
@click.option("--forum", type=click.Choice(FORUMS), help="Before whom; the answer is no date when the rule is for another forum.")
@click.option("--court", help="The court's code, where its own outages and days off matter.")
@click.option("--law-as-of", type=Day(), help="Which day's law counts. Default: today, or the day of a hearing that is over.")
@format_option("text", "json")
def command(
    rule: str,
    trigger: date | None,
    root: Path,
    detained: bool,
    forum: str | None,
    court: str | None,
    law_as_of: date | None,
    form: str,
) -> None:
    """Compute a date from a rule and the day of the event. `vecina rules` lists the rules.

    With - in place of the rule, reads one JSON object a line (rule, date, detained, forum, court, law_as_of) and answers
    one a line.

    \b
    Example:
      vecina compute ic.ich_filing 2026-12-28
      vecina compute bia.appeal 2026-11-05 --format json
      echo '{"rule": "pfr", "date": "2014-05-28"}' | vecina compute -
    """
    book = opened(root)
    today = day_of(book, None)
    law = law_of(book, law_as_of or today)
    if rule == "-":
        if trigger is not None or detained or forum is not None or court is not None:
            raise click.UsageError("With - the date, detained, forum and court stand in each line.")
        for raw in sys.stdin.buffer:
            if raw.strip():
                line = raw.decode("utf-8", "replace")  # what is no text is no question either
                say(json.dumps(answered(line, law, book.courts, today, law_as_of), ensure_ascii=False))
        return
    if rule not in law.known:
        raise click.UsageError(f"There is no such rule.{meant(rule, law.known)} `vecina rules` lists them.")
    if trigger is None:
        raise click.UsageError("Please give the day of the event as YYYY-MM-DD.")
    if court is not None and court not in book.courts:
        raise click.UsageError("There is no court of this code in data/courts.yml.")
    asked, reliable = law.known[rule], rule in law.usable
    as_of = law_as_of or law_day(asked, trigger, today)
    got = ask(asked, trigger, law.calendar, as_of, reliable=reliable, detained=detained, forum=forum, court=court)
    earliest = asked.get("nature") == "earliest"
    if form == "json":
        say(json.dumps(as_row(got), ensure_ascii=False, indent=1))
    else:
        tell(_text(got, earliest=earliest))


def _text(got: Computed, *, earliest: bool) -> list[str]:
    """The answer for a person: the safe day first, then the rule's own, the derivation, the authority, and what to know."""
    status = got.status.replace("-", " ")
    if got.due is None:
        safe = f"Safe day {in_words(got.file_by)}" if got.file_by else ""
        head = {"needs-order": ["No date: it needs a court order."], "open-task": ["No date: an open task."]}.get(
            got.status, ["No date."]
        )
        head += [safe] if safe else []
    elif earliest:
        head = [f"From    {in_words(got.due)}"]
    else:
        head = [f"File by {in_words(got.file_by)}" if got.file_by else "", f"Due     {in_words(got.due)}"]
    return [
        *head,
        f"  {got.explanation}",
        f"  {got.authority}" + ("" if got.due is None else f" ({status})"),
        f"  {got.url}",
        *(f"  {note}" for note in got.notes),
    ]
