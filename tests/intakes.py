"""Lists and forms for the tests of what comes in: a good one, and others with something changed."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from click.testing import Result
from openpyxl import Workbook

from programs import vecina
from vecina.intake.columns import COLUMNS
from vecina.intake.forms import FORMS

CASE = {
    "Placing organization": "o-faro",
    "Attorney name": "Novella Quill",
    "Attorney work e-mail": "novella@example.org",
    "Attorney time zone": "Central",
    "Attorney languages": "English, Spanish",
    "Attorney bar state": "Texas",
    "Attorney registered with EOIR": "y",
    "Immigration court": "houston",
    "Where the client is": "In a US state",
    "US state of the client": "TX",
    "Client languages": "Spanish; Mam",
    "Where the case stands": "individual hearing",
    "Client is detained": "N",
    "Day of the last arrival": "2026-02-03",
    "Next hearing: type": "merits",
    "Next hearing: day": "2027-03-02",
    "Next hearing: time": "1:30 p.m.",
    "Next hearing: how it is held": "in person",
}
MENTOR = {
    "Your name": "Novella Quill",
    "Work e-mail": "novella@example.org",
    "Time zone": "America/Chicago",
    "Languages": "English, Spanish",
    "Experience with detained cases": "yes",
    "How you would be paid": "By the hour",
    "Courts you know": "Houston, New York",
    "Claims you know well": "Gender-based harm, Gang-related harm",
}
HEARING = {
    "Case number": "c-a9xgu",
    "Type of the hearing": "Individual hearing",
    "Day of the hearing": "2027-02-09",
    "Time of the hearing": "09:00",
    "How the hearing is held": "In person",
    "What became of the hearing": "Scheduled",
}
ORDER = {
    "Case number": "c-a9xgu",
    "Order or decision": "Scheduling order",
    "Day of the order": "2026-11-20",
    "How it was served": "Electronically (ECAS)",
    "Day of service": "2026-11-20",
}


def csv_of(*rows: Mapping[str, str], head: Sequence[str] | None = None, separator: str = ",") -> str:
    """A list as CSV; its head is every column of the template, or the one given."""
    names = list(head or [column.label for column in COLUMNS])
    out = io.StringIO()
    writer = csv.DictWriter(out, names, delimiter=separator, lineterminator="\n", restval="")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def xlsx_of(path: Path, head: Sequence[str], *rows: Sequence[object]) -> Path:
    """A workbook with one sheet."""
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    for row in (head, *rows):
        sheet.append(list(row))
    made.save(path)
    return path


def body_of(form: str, answers: Mapping[str, str]) -> str:
    """The Markdown that GitHub makes of a form with these answers."""
    labels = [question.label for question in FORMS[form].questions]
    assert set(answers) <= set(labels)
    return "\n\n".join(f"### {label}\n\n{answers.get(label, '_No response_')}" for label in labels)


def records(root: Path) -> dict[str, bytes]:
    """Every record of a program, to see that nothing changed."""
    return {str(path.relative_to(root)): path.read_bytes() for path in sorted((root / "data").rglob("*")) if path.is_file()}


def new_records(root: Path, before: Mapping[str, bytes]) -> dict[str, str]:
    """The text of every record that is new since then."""
    return {name: raw.decode() for name, raw in records(root).items() if name not in before}


def imported(root: Path, text: str, options: str = "") -> Result:
    """Imports a CSV file with this text."""
    file = root / "list.csv"
    file.write_text(text, encoding="utf-8")
    return vecina(f"import {file} {options}", root)
