"""`vecina compute`: a date from a rule, without a case."""

from __future__ import annotations

import json
import sys
from collections.abc import Container
from datetime import date
from pathlib import Path
from typing import Any

import click

from ..book import Book
from ..calendars import Calendar, calendar_of
from ..deadlines.ask import as_row, ask
from ..deadlines.court import usable
from ..deadlines.due import Computed
from ..schema import labels_at
from ..words import day as in_words, near
from .common import Day, day_of, format_option, opened, root_option, say

FORUMS = tuple(labels_at("rule", ("applies", "forum")))


@click.command()
@click.argument("rule")
@click.argument("trigger", required=False, type=Day(1900), metavar="DATE")
@root_option
@click.option("--detained", is_flag=True, help="The client is detained.")
@click.option("--forum", type=click.Choice(FORUMS), help="Before whom; the answer is no date when the rule is for another forum.")
@click.option("--law-as-of", type=Day(), help="Which day's law counts (YYYY-MM-DD). Default: today.")
@format_option("text", "json")
def command(
    rule: str, trigger: date | None, root: Path, detained: bool, forum: str | None, law_as_of: date | None, form: str
) -> None:
    """Compute a date from a rule and the day of the event. `vecina rules` lists the rules.

    With - in place of the rule, reads one JSON object a line (rule, date, detained, forum, law_as_of) and answers one a line.

    \b
    Example:
      vecina compute ic.ich_filing 2026-12-28
      vecina compute bia.appeal 2026-11-05 --format json
    """
    book = opened(root)
    calendar = calendar_of(record.data for record in book.kinds["calendar"].values())
    as_of = law_as_of or day_of(book, None)
    relied_on = usable({name: record.data for name, record in book.rules.items()}, calendar)
    if rule == "-":
        for line in sys.stdin:
            if line.strip():
                say(json.dumps(_line(book, relied_on, calendar, as_of, line), ensure_ascii=False))
        return
    if rule not in book.rules:
        guess = near(rule, book.rules)
        raise click.UsageError(f"There is no such rule.{f' Did you mean {guess}?' if guess else ''} `vecina rules` lists them.")
    if trigger is None:
        raise click.UsageError("Please give the day of the event as YYYY-MM-DD.")
    got = ask(book.rules[rule].data, trigger, calendar, as_of, reliable=rule in relied_on, detained=detained, forum=forum)
    say(json.dumps(as_row(got), ensure_ascii=False, indent=1) if form == "json" else _text(got))


def _line(book: Book, relied_on: Container[str], calendar: Calendar, as_of: date, line: str) -> dict[str, Any]:
    """The answer to one question as JSON data; what is wrong with the question otherwise."""
    try:
        asked = json.loads(line)
        rule = book.rules[asked["rule"]].data
        day, law = date.fromisoformat(asked["date"]), asked.get("law_as_of")
        when = date.fromisoformat(law) if law else as_of
        forum = asked.get("forum")
        if forum is not None and forum not in FORUMS:
            return {"error": f"the forum is one of {', '.join(FORUMS)}"}
        detained, reliable = bool(asked.get("detained", False)), asked["rule"] in relied_on
        return as_row(ask(rule, day, calendar, when, reliable=reliable, detained=detained, forum=forum))
    except KeyError:
        return {"error": "a question names a rule that exists and a date"}
    except (ValueError, TypeError, AttributeError):
        return {"error": "a question is one JSON object a line, with days as YYYY-MM-DD"}


def _text(got: Computed) -> list[str]:
    """The answer for a person."""
    if got.due is None or got.file_by is None:
        return ["No date.", f"  {got.explanation}", f"  {got.authority}", f"  {got.url}"]
    return [
        f"File by {in_words(got.file_by)}",
        f"Due     {in_words(got.due)}",
        f"  {got.explanation}",
        f"  {got.authority} ({got.status.replace('-', ' ')})",
        f"  {got.url}",
    ]
