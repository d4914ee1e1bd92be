"""`vecina vet`: how a case stands with what is asked, what to write to its attorney, and whether it is taken on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from ..book import ENDED, Book
from ..calendars import calendar_in
from ..intake.answers import known
from ..onboarding import roles_of, standing_of
from ..report import vet as report
from ..report.vet_mail import Mail, to_attorney, to_organization
from ..schema import wanted
from ..store import Record
from .common import day_of, format_option, one_case, opened, root_option, say, tell, today_option, warn_of_broken
from .log_word import Listed, Worded
from .vet_write import decide

_NOT_HERE = ("attorney-left", "returned", "decided")  # reasons for an end that comes later


def _reasons() -> dict[str, Any]:
    """Why a case can be declined."""
    asked = wanted("case", ("history", 0, "reason")) or {}
    return {**asked, "enum": [code for code in asked["enum"] if code not in _NOT_HERE]}


@click.command(cls=Worded)
@click.argument("cases", nargs=-1, metavar="[CASE]...")
@root_option
@today_option
@click.option("--organization", metavar="ID", help="All requested cases of this organization.")
@click.option(
    "--accept", is_flag=True, help="Write the status vetted where nothing is missing that must be there before a match."
)
@click.option("--decline", is_flag=True, help="Write the status declined, with its reason.")
@click.option("--reason", type=Listed(_reasons), help="Why it is declined.")
@click.option("--each", is_flag=True, help="With several cases: write those that can be, and leave the others.")
@click.option("--full", is_flag=True, help="Show each of several cases whole, with the mail to its attorney.")
@format_option("text", "json", "markdown")
def command(
    cases: tuple[str, ...], root: Path, today: date | None, organization: str | None, accept: bool, decline: bool,
    reason: str | None, each: bool, full: bool, form: str,
) -> None:  # fmt: skip
    """Vet requested cases: each requirement met, missing or not yet due, why, and what to write to the attorney.

    Without a case, all that are requested in a line each. A case that is named is shown whole, with the mail to write.
    Nothing is written without --accept or --decline. Both look at every case first: when one is refused nothing is
    written, unless --each is given.

    \b
    Example:
      vecina vet
      vecina vet c-7k3q9
      vecina vet c-7k3q9 --accept
      vecina vet c-7k3q9 --decline --reason requirements-not-met
      vecina vet --organization o-puente --accept --each
    """
    _sensible(cases, organization, accept=accept, decline=decline, reason=reason, each=each, form=form)
    book = opened(root)
    day = day_of(book, today)
    warn_of_broken(book)
    chosen = _chosen(book, cases, organization)
    rows = _looked_at(book, chosen, day)
    if accept or decline:
        decide(book, rows, day, reason, each=each, organization=organization)
        return
    letter = _letter(book, organization, rows)
    if form == "json":
        say(report.as_json(rows, day, letter))
    elif form == "markdown":
        say(report.as_markdown_page(rows, day, letter))
    elif not rows:
        say("No case waits to be vetted.")
    else:
        tell(report.as_text(rows, day) if cases or full else report.as_list(rows, day))
        tell(report.letters("Write to the organization:", letter))


def _sensible(
    cases: Sequence[str], organization: str | None, *, accept: bool, decline: bool, reason: str | None, each: bool, form: str
) -> None:  # fmt: skip
    """Ends the command when the options cannot be meant together."""
    writes = accept or decline
    if accept and decline:
        raise click.UsageError("Choose one: --accept or --decline.")
    if decline and reason is None:
        raise click.UsageError(f"Say why with --reason: {', '.join(_reasons()['enum'])}.")
    if reason and not decline:
        raise click.UsageError("--reason belongs to --decline.")
    if each and not writes:
        raise click.UsageError("--each belongs to --accept or --decline.")
    if writes and not cases and organization is None:
        raise click.UsageError("Name the cases that are decided on, or their organization with --organization.")
    if writes and form != "text":
        raise click.UsageError("--format is for looking; what is written is told as text.")
    if cases and organization is not None:
        raise click.UsageError("Name cases, or an organization, not both.")


def _chosen(book: Book, names: Sequence[str], organization: str | None) -> list[Record]:
    """The cases that are meant, or the end of the command: with wrong usage for an unknown id or a case that has ended."""
    if organization is not None:
        try:
            known(book, "organization", organization)
        except ValueError as error:
            raise click.UsageError(str(error)) from None
    if not names:
        asked = (case for case in book.cases.values() if case.data["status"] == "requested")
        found = [case for case in asked if organization in (None, case.data.get("organization"))]
        return sorted(found, key=lambda case: (case.data["requested_on"], case.id))
    chosen = [one_case(book, name) for name in dict.fromkeys(names)]
    ended = [case.id for case in chosen if case.data["status"] in ENDED]
    if ended:
        raise click.UsageError(f"{', '.join(ended)}: ended already, so there is nothing to vet. A new request begins it anew.")
    return chosen


def _looked_at(book: Book, cases: Sequence[Record], today: date) -> list[report.Vetted]:
    calendar, rows = calendar_in(book), []
    for case in cases:
        standing = standing_of(book, case, calendar, today)
        mail = to_attorney(book, case, standing)
        rows.append(report.Vetted(case, standing, roles_of(book, case.data, today), mail))
    return rows


def _letter(book: Book, organization: str | None, rows: Sequence[report.Vetted]) -> Mail | None:
    """The mail to the organization whose cases were asked for."""
    record = book.organizations.get(organization or "")
    if record is None or not rows:
        return None
    said = [(row.case.id, "not yet" if row.standing.blocking else "can be accepted", row.standing) for row in rows]
    return to_organization(book, record, said)
