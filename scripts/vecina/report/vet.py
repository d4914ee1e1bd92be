"""The vetting of cases for a terminal, for Markdown and for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..onboarding import STATES, Point, Roles, Standing, State
from ..schema import labels
from ..store import Record
from ..words import day, inside, listing, plural
from .columns import folded, table
from .escape import as_json as json_text, as_markdown
from .vet_mail import Mail

LATER: tuple[State, ...] = ("put-off", "not-yet-due")


@dataclass(frozen=True, slots=True)
class Vetted:
    """One case as it was looked at, with the roles in it and the mail to its attorney."""

    case: Record
    standing: Standing
    roles: Roles
    mail: Mail | None

    @property
    def verdict(self) -> str:
        """Whether it can be accepted, or what its status means for it."""
        status = self.case.data["status"]
        if status != "requested":
            return f"It is {inside(labels('case_status')[status])} already."
        if self.standing.blocking:
            return f"It cannot be accepted yet. Missing before the match: {lacking(self.standing)}."
        return "It can be accepted: nothing that must be there before the match is missing."


def lacking(standing: Standing) -> str:
    """`active bar admission and client can be reached`."""
    return listing([inside(point.title) for point in standing.blocking])


def as_text(rows: Sequence[Vetted], today: date) -> Iterator[str]:
    """Each case with its points by state and the mail to its attorney, several with a summary at the end."""
    yield f"As of {day(today)}"
    for row in rows:
        yield ""
        yield from _case(row)
    if len(rows) > 1:
        yield ""
        yield from summary(rows)


def as_list(rows: Sequence[Vetted], today: date) -> Iterator[str]:
    """Each case in one line, with what is missing; the sum at the end."""
    yield f"As of {day(today)}"
    yield ""
    cells = []
    for row in rows:
        data, missing = row.case.data, lacking(row.standing)
        asked = day(date.fromisoformat(data["requested_on"]))
        cells.append((row.case.id, asked, data["attorney"], data.get("organization", ""), f"no: {missing}" if missing else "yes"))
    yield from table(("Case", "Asked for", "Attorney", "Organization", "Can be accepted"), cells)
    yield ""
    yield from summary(rows)
    yield "`vecina vet CASE` shows a case whole, with the mail to its attorney; `--full` shows all of them so."


def _case(row: Vetted) -> Iterator[str]:
    data = row.case.data
    placed = f", placed by {data['organization']}" if "organization" in data else ""
    status = labels("case_status")[data["status"]]
    yield f"{row.case.id}  {status} since {day(date.fromisoformat(data['history'][-1]['date']))}, {data['attorney']}{placed}"
    wide = max(len(point.title) for point in row.standing.points)
    for state, head in STATES.items():
        points = [point for point in row.standing.points if point.state == state]
        if points:
            yield ""
            yield f"  {head} ({len(points)})"
            for point in points:
                yield from folded(point.reason, f"    {point.title:<{wide}}  ")
    yield ""
    yield "  Roles"
    for one in row.roles.sentences:
        yield from folded(one, "    ")
    yield ""
    yield f"  {row.verdict}"
    if data["status"] == "requested" and not row.standing.blocking:
        yield f"  To accept it: `vecina vet {row.case.id} --accept`"
    yield from letters("Write to the attorney:", row.mail)


def letters(head: str, mail: Mail | None) -> Iterator[str]:
    """A mail for a terminal under its head; nothing where there is none."""
    if mail is None:
        return
    yield ""
    yield f"  {head}"
    yield from (f"    {line}".rstrip() for line in (f"To: {mail.to}", f"Subject: {mail.subject}", "", *mail.lines))


def summary(rows: Sequence[Vetted]) -> Iterator[str]:
    """How many cases can be accepted, and what is missing how often."""
    asked = [row for row in rows if row.case.data["status"] == "requested"]
    ready = [row for row in asked if not row.standing.blocking]
    yield f"{plural(len(rows), 'case')}: {len(ready)} can be accepted, {len(asked) - len(ready)} cannot yet."
    missing = Counter(point.title for row in asked for point in row.standing.blocking)
    yield from (f"  {inside(title)}: missing in {plural(count, 'case')}" for title, count in sorted(missing.items()))


def as_markdown_page(rows: Sequence[Vetted], today: date, letter: Mail | None = None) -> Iterator[str]:
    """The same as a page: a table for each case, the mails as blocks to copy."""
    yield f"# Vetting as of {day(today)}"
    for row in rows:
        yield from ("", f"## {row.case.id}", "", as_markdown(row.verdict), "")
        yield from ("| State | Requirement | Needed | Why |", "| --- | --- | --- | --- |")
        for point in _in_order(row.standing):
            cells = (STATES[point.state], point.title, point.needed_before, point.reason)
            yield f"| {' | '.join(map(as_markdown, cells))} |"
        yield ""
        yield from (f"- {as_markdown(one)}" for one in row.roles.sentences)
        yield from _block("Write to the attorney", row.mail)
    if len(rows) > 1:
        yield from ("", "## All of them", "", *map(as_markdown, summary(rows)))
    yield from _block("Write to the organization", letter)


def _in_order(standing: Standing) -> list[Point]:
    return sorted(standing.points, key=lambda point: list(STATES).index(point.state))


def _block(head: str, mail: Mail | None) -> Iterator[str]:
    """A mail as an indented block: nothing in it can end the block, and it is copied as it is."""
    if mail is not None:
        yield from ("", f"{head}:", "")
        yield from (f"    {line}".rstrip() for line in (f"To: {mail.to}", f"Subject: {mail.subject}", "", *mail.lines))


def as_json(rows: Sequence[Vetted], today: date, letter: Mail | None = None) -> str:
    """One object: the day, the cases with their points, roles and mails, and the organization's mail if it was asked for."""
    made: dict[str, Any] = {"as_of": today.isoformat(), "cases": [_data(row) for row in rows]}
    return json_text(made | ({"mail": _mail(letter)} if letter else {})).rstrip("\n")


def _data(row: Vetted) -> dict[str, Any]:
    data = row.case.data
    ready = data["status"] == "requested" and not row.standing.blocking
    return {
        "case": row.case.id, "status": data["status"], "attorney": data["attorney"],
        "organization": data.get("organization"), "can_be_accepted": ready,
        "points": [_point(point) for point in _in_order(row.standing)], "roles": list(row.roles.sentences),
        "mail": _mail(row.mail),
    }  # fmt: skip


def _point(point: Point) -> dict[str, Any]:
    return {
        "requirement": point.name, "title": point.title, "state": point.state, "needed_before": point.needed_before,
        "before_match": point.before_match, "day": point.day and point.day.isoformat(),
        "due": point.due and point.due.isoformat(), "reason": point.reason, "tell_attorney": point.tell_attorney or None,
        "recorded": point.recorded,
    }  # fmt: skip


def _mail(mail: Mail | None) -> dict[str, str] | None:
    return {"to": mail.to, "subject": mail.subject, "body": mail.body} if mail else None
