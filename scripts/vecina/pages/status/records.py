"""Writes the page of every record, and everybody's calendar, with as many processes as there are processors."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from markupsafe import escape

from ...memory import shared
from ...report.ics import Entries, calendar, calendar_name, entries
from ...store.forks import each_in_a_copy
from ...store.workers import ALONE, chunks
from .details import Details
from .frames import HOLE, TITLE
from .links import FOLDERS, KINDS
from .office import Office


@dataclass(frozen=True)
class Work:
    """What the processes need: how pages are made, their frames by the first letter of an id, and where they go."""

    details: Details
    frames: Mapping[str, str]
    site: Path

    @property
    def office(self) -> Office:
        """The records and their dates."""
        return self.details.office

    @property
    def parts(self) -> Path:
        """Where each case's entries wait for the calendars of the people in it."""
        return self.office.root / "build/parts"

    def file(self, name: str, ending: str) -> Path:
        """The file of a record's page or calendar."""
        return self.site / FOLDERS[name[0]] / f"{name}.{ending}"


def write_records(work: Work) -> None:
    """Writes the cases first, for the calendars of people are put together from theirs."""
    office = work.office
    shutil.rmtree(work.parts, ignore_errors=True)
    work.parts.mkdir(parents=True)
    for folder in FOLDERS.values():
        (work.site / folder).mkdir()
    many = len(office.pages) > ALONE
    people = sorted(office.pages.difference(office.cases))
    if many:
        _warm(work)
    with shared():
        each_in_a_copy(partial(_cases, work), chunks(office.cases), many=many)
        each_in_a_copy(partial(_people, work), chunks(people), many=many)
    shutil.rmtree(work.parts)


def _warm(work: Work) -> None:
    """The first of each kind, here: what its page and calendar load, compile and work out is then shared by every copy."""
    first = {name[0]: name for name in sorted(work.office.pages, reverse=True)}
    _cases(work, [name for kind, name in first.items() if kind == "c"])
    _people(work, [name for kind, name in first.items() if kind != "c"])


def _cases(work: Work, names: list[str]) -> None:
    for name in names:
        _page(work, name)
        made = entries(work.office.dues_of.get(name, []), work.office.book, work.office.day)
        zones = {zone: [first.isoformat(), last.isoformat()] for zone, (first, last) in made.zones.items()}
        (work.parts / name).write_text(json.dumps({"text": made.text, "zones": zones}), encoding="utf-8")


def _people(work: Work, names: list[str]) -> None:
    for name in names:
        _page(work, name)
        cases = work.office.by_person[KINDS[name[0]]].get(name, ())
        kept = [work.parts / case for case in sorted(case.id for case in cases)]
        text = calendar(calendar_name(work.office.book), [_entries(path) for path in kept if path.exists()])
        work.file(name, "ics").write_text(text, encoding="utf-8", newline="")


def _page(work: Work, name: str) -> None:
    page = work.frames[name[0]].replace(TITLE, escape(work.details.title(name))).replace(HOLE, work.details.of(name))
    work.file(name, "html").write_text(page, encoding="utf-8", newline="\n")


def _entries(path: Path) -> Entries:
    data = json.loads(path.read_text(encoding="utf-8"))
    zones = {zone: (date.fromisoformat(first), date.fromisoformat(last)) for zone, (first, last) in data["zones"].items()}
    return Entries(data["text"], zones)
