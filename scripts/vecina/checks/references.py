"""References lead to records, and records are called what their files are called."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..book import Book
from ..finding import Path
from ..store import NAMES, Record
from ..words import near
from .base import Spot, check

_FIELDS = {
    "case": {
        "organization": "organization",
        "attorney": "attorney",
        "mentor": "mentor",
        "backup_mentor": "mentor",
        "court": "court",
    },
    "mentor": {},
    "attorney": {"organization": "organization"},
    "calendar": {"holidays_of": "calendar"},
}
_LISTS: dict[str, dict[tuple[str, ...], str]] = {
    "case": {("hours",): "mentor"},
    "mentor": {
        ("courts",): "court",
        ("known_courts",): "court",
        ("conflicts", "organizations"): "organization",
        ("conflicts", "attorneys"): "attorney",
    },
    "attorney": {},
    "calendar": {},
}
_COURTS_IN = ("offices", "outages")  # lists of a calendar whose rows name courts


def _references(record: Record) -> Iterator[tuple[Path, str, str]]:
    """Each reference of a record: where it stands, the kind it leads to, and the id.

    Only what has the form of an id counts: the record may be broken elsewhere, and what lacks the form has its finding.
    """
    for path, kind, name in _named(record.kind, record.data):
        if isinstance(name, str) and NAMES[kind].match(name):
            yield path, kind, name


def _named(kind: str, data: dict[str, Any]) -> Iterator[tuple[Path, str, Any]]:
    """What stands in the fields that refer to other records, whatever it is."""
    for field, to in _FIELDS[kind].items():
        yield (field,), to, data.get(field)
    for path, to in _LISTS[kind].items():
        rows: Any = data
        for step in path:
            rows = rows.get(step) if isinstance(rows, dict) else None
        for index, row in enumerate(rows if isinstance(rows, list) else ()):
            if path == ("hours",):
                yield (*path, index, "mentor"), to, row.get("mentor") if isinstance(row, dict) else None
            else:
                yield (*path, index), to, row
    for field in _COURTS_IN if kind == "calendar" else ():
        for index, row in enumerate(data.get(field, ())):
            yield from (((field, index, "courts", number), "court", code) for number, code in enumerate(row.get("courts", ())))


@check("V201")
def reference_exists(book: Book) -> Iterator[Spot]:
    """A reference to a record that does not exist.

    A case names its attorney, mentor, organization and court by id, a mentor the courts she knows and whom she must
    not work with, a calendar its courts. Each id must be that of a record; a wrong letter leads nowhere, or to the wrong person.

    Mend: correct the id; the nearest one is suggested, but look whether it is the one you mean. If the record is
    still missing, write it first: `vecina new mentor`.
    """
    records = [record for kind in ("case", "mentor", "attorney", "calendar") for record in book.kinds[kind].values()]
    for record in (*records, *book.partial):
        for path, to, name in _references(record):
            if book.knows(to, name):
                continue
            options = book.courts if to == "court" else book.kinds[to]
            guess = near(name, options)
            # no mend: a person is not taken for another by a machine
            elsewhere = {"court": "data/courts.yml lists the codes", "calendar": "data/calendars has one file for each"}
            instead = elsewhere.get(to, f"`vecina new {to}` writes one")
            what = "court of this code" if to == "court" else f"{to} of this id"
            yield Spot(record, path, f"there is no {what}", f'did you mean "{guess}"?' if guess else instead)


@check("V202")
def id_is_file_name(book: Book) -> Iterator[Spot]:
    """The id and the file's name differ.

    A record is named by its id, and so is its file: `data/cases/c-7k3q9.yml` begins with `id: c-7k3q9`. Other
    records refer to it by that name.

    Mend: correct the id, or rename the file if the name is wrong. If the file is a copy of another record, delete it.
    """
    for records in book.kinds.values():
        for record in records.values():
            if record.data.get("id", record.id) != record.id:
                copy = record.data["id"] in records
                hint = (
                    "a copy of another record? delete it; `vecina new` makes new ones"
                    if copy
                    else "correct the one that is wrong"
                )
                yield Spot(record, ("id",), "the id and the file's name differ", hint)


@check("V203")
def court_code_once(book: Book) -> Iterator[Spot]:
    """A court's code stands twice.

    Cases name their court by its code, so a code means one court.

    Mend: delete the row that is wrong in data/courts.yml.
    """
    for record in book.kinds["court"].values():
        seen: dict[str, int] = {}
        for index, row in enumerate(record.data["courts"]):
            if row["code"] in seen:
                line = record.place(("courts", seen[row["code"]], "code")).line
                yield Spot(record, ("courts", index, "code"), f"this code stands twice, first on line {line}")
            else:
                seen[row["code"]] = index


@check("V204")
def email_once(book: Book) -> Iterator[Spot]:
    """Two records share one e-mail address.

    An address belongs to one person. Two attorneys or two mentors with one address are one person recorded twice,
    or mail for one goes to the other.

    Mend: correct the address, or delete the record that is double.
    """
    for kind in ("mentor", "attorney"):
        seen: dict[str, str] = {}
        for record in book.kinds[kind].values():
            other = seen.setdefault(record.data["email"].casefold(), record.id)
            if other != record.id:
                yield Spot(record, ("email",), f"another {kind} has the same address", f"the other is {other}")
