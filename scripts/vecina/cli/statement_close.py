"""Closes months and writes down their payment: all that was asked for is looked at first, then written, or nothing is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import click

from ..book import Book
from ..edit import Put
from ..pay import Ledger, Statement, close_puts, paid_puts, why_not
from ..words import hours, listing, month as month_words, plural
from .common import say
from .writing import to_commit, write_together


def close(ledger: Ledger, made: Sequence[Statement], today: date, by: str, *, over_cap: bool, one: bool) -> None:
    """Closes the months of the statements. Without one named mentor, those that are closed already are passed over."""
    book = ledger.book
    unread = [name for name in book.unread if name[:2] in ("c-", "m-") or name == "program"]
    if unread:
        _refused([f"{listing(unread)} cannot be read, so the hours are not complete. Run `vecina check`."])
    left = [statement for statement in made if one or statement.row is None]
    if not left:
        _refused(["Every statement of this month is closed already." if made else "Nothing is recorded for this month."])
    reasons = [
        (statement, why_not(ledger, book.mentors[statement.mentor], statement, today, over_cap=over_cap)) for statement in left
    ]
    wrong = [f"{statement.mentor}: {why}." for statement, why in reasons if why]
    if wrong:
        _refused(wrong)
    puts = {statement.mentor: close_puts(book.mentors[statement.mentor].data, statement, today, by) for statement in left}
    _write(book, puts)
    for statement in left:
        flats = f" and {plural(len(statement.flats), 'flat sum')}" if statement.basis == "flat" else ""
        say(f"{statement.mentor}: {month_words(statement.month)} closed with {hours(float(statement.total))}{flats}.")
    _commit(book, puts, f"{left[0].month} closed")


def pay(book: Book, made: Sequence[Statement], day: date, today: date, *, one: bool) -> None:
    """Writes the day on which closed months were paid. Without one named mentor, those that are paid already are passed over."""
    if day > today:
        raise click.UsageError("That day is still to come. Write it down once the money has gone out.")
    left = [statement for statement in made if one or not statement.unpaid]
    left = [statement for statement in left if one or not (statement.row and "paid_on" in statement.row)]
    wrong = [f"{statement.mentor}: {why}." for statement in left if (why := _not_payable(statement, day))]
    if wrong or not left:
        _refused(wrong or ["Nothing is left to pay for this month."])
    puts = {one.mentor: paid_puts(book.mentors[one.mentor].data, one.month, day) for one in left}
    _write(book, puts)
    for statement in left:
        say(f"{statement.mentor}: {month_words(statement.month)} paid.")
    _commit(book, puts, f"{left[0].month} paid on {day}")


def _not_payable(made: Statement, day: date) -> str | None:
    if made.row is None:
        return "this month is not closed yet; `--close` comes first"
    if made.unpaid:
        return "nothing is to be paid for this month"
    if "paid_on" in made.row:
        return "the day of the payment is in the record already; if it is wrong there, correct it in the file"
    if day.isoformat() < made.row["closed_on"]:
        return "a statement is paid on the day it was closed or after"
    return None


def _write(book: Book, puts: Mapping[str, Sequence[Put]]) -> None:
    """Writes every record, once all of them are known to be right."""
    write_together(book, [(book.mentors[name], some) for name, some in puts.items()])


def _commit(book: Book, puts: Mapping[str, Sequence[Put]], what: str) -> None:
    say(to_commit([book.mentors[name].file for name in puts], f"statements: {what}"))


def _refused(lines: Sequence[str]) -> None:
    click.echo("Nothing was written.", err=True)
    for one in lines:
        click.echo(f"  {one}", err=True)
    raise SystemExit(1)
