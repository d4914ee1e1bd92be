"""Writes down a pair that people have agreed on: a vetted case gets its mentor, an open one another mentor."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import click

from .. import diary
from ..book import OPEN, Book
from ..intake.answers import known
from ..store import Record
from .common import one_case
from .match_apply import matched_puts, written


def pair(book: Book, case_name: str, mentor_name: str, day: date, reason: str | None) -> Iterator[str]:
    """Gives the case to the mentor, whatever is proposed; what the checks find wrong with it is refused.

    Ends the command with wrong usage for an unknown id, a case of another status, or a reason that is missing or too many.
    """
    case, mentor = one_case(book, case_name), _mentor(book, mentor_name)
    if case.data["status"] in OPEN:
        yield from _handed_over(book, case, mentor, day, reason)
        return
    if reason:
        raise click.UsageError("--reason is for a case that has a mentor already.")
    if case.data["status"] != "vetted":
        raise click.UsageError("Only a case that is vetted, or that has a mentor, is given to a mentor.")
    yield from written(book, {mentor: case.id}, [(case, matched_puts(case, mentor, day))])
    yield f"Next: `vecina document introduction {case.id}`, and `vecina log {case.id} backup MENTOR`."


def _handed_over(book: Book, case: Record, mentor: str, day: date, reason: str | None) -> Iterator[str]:
    if reason is None:
        raise click.UsageError("Say why the case gets another mentor with --reason. --help lists the words.")
    try:
        line = diary.handed_over(case.data, mentor, day, day, reason)
    except diary.NotPossible as why:
        raise click.UsageError(f"Nothing was written. {why}") from None
    yield from written(book, {mentor: case.id}, [(case, line.puts)])
    yield line.said
    yield f"Hours worked until now stay with {case.data['mentor']}; what was agreed on that mentor's role is taken out."
    yield "Do anew with the new mentor, and write each with its day:"
    yield from (f"  `vecina log {case.id} {word}`" for word in _ANEW)
    yield f"Next: `vecina document introduction {case.id}` and `vecina document agreement {case.id}`."


_ANEW = ("done conflict_check", "done consent_to_mentoring", "done agreement_signed", "role --helps-with ...")


def _mentor(book: Book, name: str) -> str:
    """The id of a mentor whose record can be read, or the end of the command."""
    try:
        found = known(book, "mentor", name)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    if found not in book.mentors:
        click.echo("This mentor's record cannot be read. Run `vecina check`.", err=True)
        raise SystemExit(1)
    return found
