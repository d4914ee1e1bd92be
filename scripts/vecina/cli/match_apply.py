"""Writes proposed pairs into the cases' records: each whole or not at all, and only where a person has vetted the case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import click

from ..book import Book
from ..edit import Put
from ..matching import Proposal
from ..store import Record
from ..words import plural
from .writing import shown, to_commit, write_together


def apply(book: Book, proposal: Proposal, cases: Sequence[str], day: date) -> Iterator[str]:
    """Writes mentor, status and history of each proposed pair, or of those of the cases named, and the mentor's latest case."""
    pairs = {match.case: match.mentor for match in proposal.matches}
    if not proposal.verified:
        click.echo("The proof failed, so nothing is written.", err=True)
        raise SystemExit(3)
    missing = [case for case in cases if case not in pairs]
    if missing:
        click.echo(f"{len(missing)} of the cases named have no proposed mentor. Nothing was written.", err=True)
        raise SystemExit(1)
    chosen = sorted(set(cases) or pairs)
    late = [case for case in chosen if book.cases[case].data["status"] != "vetted"]
    if late and cases:
        click.echo(f"Not vetted yet: {', '.join(late)}. Nothing was written.", err=True)
        raise SystemExit(1)
    yield from (f"{case}: not vetted yet, left as it is" for case in late)
    given = {case: pairs[case] for case in chosen if case not in late}
    if not given:
        return
    cases_puts = [(book.cases[case], matched_puts(book.cases[case], mentor, day)) for case, mentor in given.items()]
    yield from written(book, {mentor: case for case, mentor in given.items()}, cases_puts)


def written(book: Book, latest: Mapping[str, str], cases: Sequence[tuple[Record, Sequence[Put]]]) -> Iterator[str]:
    """Writes the cases, and into each mentor's record its latest case, or ends the command with nothing written."""
    # the mentors first: a line too many there does no harm where something is cut off
    named = [
        (book.mentors[mentor], [Put(("latest_case",), case)])
        for mentor, case in latest.items()
        if book.mentors[mentor].data.get("latest_case") != case
    ]
    edits = write_together(book, [*named, *cases])
    for edit in edits:
        yield f"{edit.file}: {plural(edit.lines, 'line')} written"
        yield from shown(edit)
    pairs = ", ".join(f"{case} to {mentor}" for mentor, case in latest.items())
    yield to_commit([edit.file for edit in edits], f"match: {pairs}" if len(latest) == len(cases) else "matches")


def matched_puts(case: Record, mentor: str, day: date) -> list[Put]:
    """The match as edits of the case: its status, the step with its day, and the mentor."""
    return [
        Put(("status",), "matched"),
        Put(("history", len(case.data["history"])), {"status": "matched", "date": day.isoformat()}),
        Put(("mentor",), mentor),
    ]
