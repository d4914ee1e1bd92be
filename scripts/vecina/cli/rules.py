"""`vecina rules`: the deadline rules, one of them whole, and those that nobody has looked up for too long."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from ..rules import Rule, overdue, value_on
from ..schema import labels_at
from ..views import count_words, summary_words
from ..words import day, inside, listing, meant, plural
from .common import day_of, opened, root_option, say, tell, today_option


@click.command()
@click.argument("what", required=False, metavar="[RULE|stale]")
@root_option
@today_option
def command(what: str | None, root: Path, today: date | None) -> None:
    """List the deadline rules with the value in force, show one whole with its history, or list the stale ones.

    A rule is stale when nobody has held it against its source for longer than it allows.

    \b
    Example:
      vecina rules
      vecina rules ic.ich_filing
      vecina rules stale
    """
    book = opened(root)
    on = day_of(book, today)
    rules: dict[str, Rule] = {name: record.data for name, record in sorted(book.rules.items())}
    if what is None:
        tell(f"{name:<22} {_in_force(rule, on):<26} {rule['title']}" for name, rule in rules.items())
    elif what == "stale":
        late = {name: days for name, rule in rules.items() if (days := overdue(rule, on)) > 0}
        say(f"{name:<22} {plural(days, 'day')} past its review" for name, days in late.items())
        say(f"{plural(len(late), 'rule')} of {len(rules)} to be held against the source again.")
    elif what in rules:
        tell(_whole(rules[what], on))
    else:
        raise click.UsageError(f"There is no such rule.{meant(what, rules)} `vecina rules` lists them.")


def _in_force(rule: Rule, on: date) -> str:
    value = value_on(rule, on, on)
    return count_words(rule, dict(value)) if value else "nothing in force"


def _whole(rule: Rule, on: date) -> Iterator[str]:
    """The rule with every value it had, has or may get, each with its authority and how sure it is."""
    yield f"{rule['id']}  {rule['title']}"
    yield from (f"  {line}" for line in summary_words(rule, on).splitlines())
    yield from (f"  {line}" for line in rule.get("remember", "").splitlines())
    yield f"  Counted from: {labels_at('rule', ('trigger',))[rule['trigger']]}"
    forums = labels_at("rule", ("applies", "forum"))
    before = [rule["applies"]["forum"], *rule["applies"].get("also_before", ())]
    yield f"  Before whom: {listing([forums[forum] for forum in before], 'or')}"
    yield f"  Meaning: {inside(labels_at('rule', ('nature',))[rule.get('nature', 'filing')])}"
    if rule["applies"].get("detained") is False:
        yield "  In a detained case it gives no date: the court sets it"
    sure = labels_at("rule", ("values", 0, "verified", "certainty"))
    for value in rule["values"]:
        about = "about " if value.get("from_certain") is False else ""
        yield ""
        since, status = day(date.fromisoformat(value["from"])), value["status"].replace("-", " ")
        argued = ", still argued in court" if value.get("still_argued") else ""
        yield f"  From {about}{since}: {count_words(rule, dict(value))} ({status}{argued})"
        basis = labels_at("rule", ("values", 0, "basis"))[value.get("basis", "practice")]
        yield f"    {basis}: {value['authority']}"
        yield f"    {value['url']}"
        seen = value["verified"]
        read = day(date.fromisoformat(seen["day"]))
        yield f"    Verified {read}: {seen['by']} ({seen['certainty']}: {sure[seen['certainty']]})"
        if "note" in value:
            yield f"    {' '.join(value['note'].split())}"
