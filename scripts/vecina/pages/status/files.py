"""The files beside the tables: every table as CSV, all dates as CSV."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ...report.due_data import as_csv as dues_as_csv
from ...report.escape import as_csv
from ...views import MentorRow
from ...views.names import person
from ...views.people import PersonRow
from .office import Office

_CASES = ("case", "status", "court", "city", "detained", "posture", "languages", "attorney", "attorney_name", "mentor",
          "mentor_name", "organization", "next_hearing", "next_hearing_on", "next_date", "next_date_by", "late")  # fmt: skip
_MENTORS = ("mentor", "name", "email", "status", "cases", "places", "hours_this_month", "hours_agreed", "languages", "courts",
            "detained_work", "away", "late", "notes")  # fmt: skip
_PEOPLE = ("id", "name", "email", "organization", "firm", "open_or_waiting", "ended", "late", "missing_requirements",
           "next_hearing", "notes")  # fmt: skip


def write_tables(office: Office, site: Path) -> None:
    """Writes the files; each is safe to open in a spreadsheet."""
    _write(site / "cases.csv", _CASES, _cases(office))
    _write(site / "mentors.csv", _MENTORS, _mentors(office.mentors))
    for name, rows in office.people.items():
        _write(site / f"{name}.csv", _PEOPLE, _people(rows))
    text = dues_as_csv([due for due in office.dues if due.state != "done"])
    (site / "due.csv").write_text(text, encoding="utf-8", newline="")


def _write(path: Path, head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    path.write_text(as_csv([head, *rows]), encoding="utf-8", newline="")


def _cases(office: Office) -> Iterator[Sequence[object]]:
    for row in office.case_rows.values():
        due = row.next_due
        yield (
            row.id, row.status, row.court, row.city, _yes(row.detained), row.posture, row.languages, row.attorney,
            person(office.book, row.attorney), row.mentor, person(office.book, row.mentor), row.organization, row.hearing,
            row.hearing_on, due.title if due else None, due.shown if due else None, row.late,
        )  # fmt: skip


def _mentors(rows: Iterable[MentorRow]) -> Iterator[Sequence[object]]:
    for row in rows:
        away = "; ".join(f"{first} to {last}" for first, last in row.away)
        yield (
            row.id, row.name, row.email, row.status, row.load, row.places, row.hours, row.hours_places, row.languages, row.where,
            _yes(row.detained), away, row.late, row.notes,
        )  # fmt: skip


def _people(rows: Iterable[PersonRow]) -> Iterator[Sequence[object]]:
    for row in rows:
        yield (
            row.id, row.name, row.email, row.belongs_to, row.firm, row.going, row.ended, row.late, row.missing, row.next_hearing,
            row.notes,
        )  # fmt: skip


def _yes(value: bool) -> str:
    return "yes" if value else "no"
