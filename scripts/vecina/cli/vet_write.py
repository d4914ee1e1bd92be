"""Accepts or declines cases: every one is looked at first, each is written whole, and all are told in a line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import click

from ..book import Book
from ..diary import Line, NotPossible, status
from ..report.findings import line as finding_line
from ..report.vet import Vetted, lacking, letters
from ..report.vet_mail import to_attorney, to_organization
from ..schema import labels_at
from ..store import Entry
from ..words import inside, plural
from .common import say, tell
from .writing import Edit, found_anew, to_commit, worked_out, write

_FROM = {"vetted": ("requested",), "declined": ("requested", "vetted")}


def decide(
    book: Book, rows: Sequence[Vetted], today: date, reason: str | None, *, each: bool, organization: str | None
) -> None:  # fmt: skip
    """Writes `vetted`, or with a reason `declined`. Ends with 1 when one is refused; without `each` nothing is written then."""
    to = "declined" if reason else "vetted"
    edits, refused = dict[str, Edit](), dict[str, str]()
    for row in rows:
        try:
            edits[row.case.id] = _edit(book, row, to, today, reason)
        except NotPossible as why:
            refused[row.case.id] = str(why)
    if refused and not each:
        click.echo("Nothing was written.", err=True)
        click.echo("\n".join(f"  {case}: {why}" for case, why in refused.items()), err=True)
        if len(rows) > 1:
            click.echo("--each writes the others.", err=True)
        raise SystemExit(1)
    for edit in edits.values():
        write(book, edit)
    _told(book, rows, to, edits, refused, reason, organization, today)
    if refused:
        raise SystemExit(1)


def _edit(book: Book, row: Vetted, to: str, today: date, reason: str | None) -> Edit:
    """The case's file with its new status. Raises NotPossible with the reason against it."""
    data = row.case.data
    if data["status"] not in _FROM[to]:
        raise NotPossible(f"only a case that is {' or '.join(_FROM[to])} can become {to}, and this one is {data['status']}.")
    if to == "vetted" and row.standing.blocking:
        raise NotPossible(f"missing before the match: {lacking(row.standing)}.")
    line: Line = status(data, to, today, today, reason)
    edit = worked_out(book, row.case, line.puts, f"write the status by hand, or `vecina log {row.case.id} status {to}`.")
    # the case alone: a status before the match touches no other record, and a large program is not read again for each
    entry = Entry(row.case.kind, row.case.file, row.case.id)
    after, findings = found_anew(book.of_cases([row.case]), entry, edit.text, edit.raw)
    if after is None or findings:
        raise NotPossible("there would be something wrong: " + "; ".join(map(finding_line, findings)))
    return edit


def _told(
    book: Book, rows: Sequence[Vetted], to: str, edits: dict[str, Edit], refused: dict[str, str], reason: str | None,
    organization: str | None, today: date,
) -> None:  # fmt: skip
    """A line for each case, the sum, and the mails."""
    word = {"vetted": "accepted", "declined": "declined"}[to]
    wide = max((len(row.case.data["attorney"]) for row in rows), default=0)
    for row in rows:
        name, open_ones = row.case.id, sum(1 for point in row.standing.points if not point.settled)
        more = inside(labels_at("case", ("history", 0, "reason"))[reason]) if reason else f"{plural(open_ones, 'thing')} to come"
        said = f"not {word}: {refused[name]}" if name in refused else f"{word}, {more}"
        tell(f"{name}  {row.case.data['attorney']:<{wide}}  {said}")
    if not rows:
        say("No case waits to be vetted.")
        return
    if len(rows) > 1 or refused:
        say(f"{plural(len(rows), 'case')}: {len(edits)} {word}, {len(refused)} not.")
    if edits:
        say(to_commit([edit.file for edit in edits.values()], f"{', '.join(edits)}: {word} on {today}"))
    if to == "vetted" and edits:
        say("`vecina match` proposes mentors. `vecina vet CASE` shows what to write to an attorney.")
    for row in rows if to == "declined" or len(rows) == 1 else ():
        if row.case.id in edits:
            mail = to_attorney(book, row.case, row.standing, to, reason)
            tell(letters(f"Write to the attorney of {row.case.id}:", mail))
    record = book.organizations.get(organization or "")
    if record:
        said_rows = [(row.case.id, word if row.case.id in edits else f"not {word} yet", row.standing) for row in rows]
        tell(letters("Write to the organization:", to_organization(book, record, said_rows)))
