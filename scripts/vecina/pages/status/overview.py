"""The status site's own pages as parts of pages: today, the tables, matches, the program and the quality of the records."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...schema import labels
from ...views import MentorRow
from ...views.names import person, status
from ...views.program import program
from ...views.quality import quality
from ...views.sheet import morning_sheet
from ..program import program_page_values
from .office import Office

SHOWN = 30  # mentors whose limits are listed for a case that nobody can take


def overview(office: Office) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Each page by its name, its template, and what the template shows."""
    common = {"as_of": office.day, "broken": office.book.unread, "sample": office.sample}
    view = office.today
    late = view.groups[0].rows
    going = sorted((row for row in office.mentors if row.status != "inactive"), key=_name)
    yield (
        "index",
        "index.html",
        common
        | {
            "view": view,
            "desk": office.desk,
            "new": [row for row in late if view.is_new(row.due)],
            "sheet": morning_sheet(office.book, view),
            "mentors": going,
            "limits": office.book.program.get("no_contact"),
        },
    )
    yield "cases", "cases.html", common | {"view": office.table, "facets": facets(office)}
    yield "clocks", "clocks.html", common | {"view": tuple(office.clocks.values())}
    yield "mentors", "mentors.html", common | {"view": office.mentors}
    for name, rows in office.people.items():
        yield name, "people.html", common | {"view": rows, "name": name, "title": name.capitalize()}
    yield "matches", "matches.html", common | {"view": office.proposal, "shown": SHOWN}
    yield "program", "program.html", common | program_page_values(program(office.book, office.dues, office.day))
    used = (due.rule for due in office.dues if due.rule and due.state != "done")
    state = quality(office.book, office.handbook, office.findings, used, office.day)
    yield "quality", "quality.html", common | {"view": state}


def _name(row: MentorRow) -> str:
    return row.name


def facets(office: Office) -> dict[str, list[tuple[str, str]]]:
    """What the table of cases can be filtered by: the words that occur in it."""
    book, going = office.book, office.table.going
    names = labels("language")
    found = {
        "status": {row.status_code: status(row.status_code) for row in going},
        "mentor": {row.mentor or "none": person(book, row.mentor) or "no mentor yet" for row in going},
        "court": {row.court: f"{row.court} {row.city}".strip() for row in going},
        "language": {code: names[code] for row in going for code in row.spoken},
    }
    return {facet: sorted(words.items(), key=lambda row: row[1]) for facet, words in found.items()}
