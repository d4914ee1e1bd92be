"""Writes proposed pairs into the cases' records: each whole or not at all, and only where a person has vetted the case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import click

from ..book import Book
from ..edit import Put
from ..matching import Proposal
from ..store import Record
from .writing import write_puts


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
    latest = {pairs[case]: case for case in chosen if case not in late}
    for mentor, case in latest.items():  # first: a line too many there does no harm where something is cut off
        yield from write_puts(book, book.mentors[mentor], [Put(("latest_case",), case)])
    for case in chosen:
        if case in late:
            yield f"{case}: not vetted yet, left as it is"
        else:
            yield from write_puts(book, book.cases[case], _puts(book.cases[case], pairs[case], day))


def _puts(case: Record, mentor: str, day: date) -> list[Put]:
    return [
        Put(("status",), "matched"),
        Put(("history", len(case.data["history"])), {"status": "matched", "date": day.isoformat()}),
        Put(("mentor",), mentor),
    ]
