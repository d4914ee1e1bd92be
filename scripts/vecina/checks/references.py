"""References lead to records, and records are called what their files are called."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..book import Book
from ..finding import Fix, Path
from ..store import Record
from ..words import near
from .base import Spot, check

_WORDS = {"case": "case", "mentor": "mentor", "attorney": "attorney", "organization": "organization", "court": "court"}


def _references(record: Record) -> Iterator[tuple[Path, str, str]]:
    """Each reference of a record: where it stands, the kind it leads to, and the id."""
    data: dict[str, Any] = record.data
    if record.kind == "case":
        for field, kind in (("organization", "organization"), ("attorney", "attorney"), ("mentor", "mentor"),
                            ("backup_mentor", "mentor"), ("court", "court")):  # fmt: skip
            if field in data:
                yield (field,), kind, data[field]
    elif record.kind == "mentor":
        for field in ("courts", "known_courts"):
            for index, code in enumerate(data.get(field, ())):
                yield (field, index), "court", code
        for field, kind in (("organizations", "organization"), ("attorneys", "attorney")):
            for index, name in enumerate(data.get("conflicts", {}).get(field, ())):
                yield ("conflicts", field, index), kind, name
    elif record.kind == "attorney" and "organization" in data:
        yield ("organization",), "organization", data["organization"]


@check("V201")
def reference_exists(book: Book) -> Iterator[Spot]:
    """A reference to a record that does not exist.

    A case names its attorney, mentor, organization and court by id, a mentor the courts she knows and whom she must
    not work with. Each id must be that of a record; a wrong letter leads nowhere, or to the wrong person.

    Mend: correct the id; the nearest one is suggested. If the record is still missing, write it first:
    `vecina new mentor`.
    """
    for kind in ("case", "mentor", "attorney"):
        for record in book.kinds[kind].values():
            for path, to, name in _references(record):
                if book.knows(to, name):
                    continue
                options = book.courts if to == "court" else book.kinds[to]
                guess = near(name, options)
                hint = f'did you mean "{guess}"?' if guess else f"`vecina new {to}` writes one" if to != "court" else ""
                fix = Fix("replace", path, guess) if guess else None
                yield Spot(record, path, f"there is no {_WORDS[to]} of this id", hint, fix)


@check("V202")
def id_is_file_name(book: Book) -> Iterator[Spot]:
    """The id and the file's name differ.

    A record is named by its id, and so is its file: `data/cases/c-7k3q9.yml` begins with `id: c-7k3q9`. Other
    records refer to it by that name.

    Mend: correct the id, or rename the file if the name is wrong. `vecina fix` writes the file's name as the id.
    """
    for records in book.kinds.values():
        for record in records.values():
            if record.data.get("id", record.id) != record.id:
                yield Spot(record, ("id",), "the id and the file's name differ", fix=Fix("replace", ("id",), record.id))


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
