"""One mentor, attorney or organization on one page, and the attorneys and organizations in one row each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from ..book import ENDED, Book
from ..deadlines import Due
from ..facts import Data, settled
from ..schema import labels_at
from ..store import Record
from .cases import CaseRow
from .rows import Row, row_of

AHEAD = 60  # days that a person's page looks ahead


@dataclass(frozen=True, slots=True)
class PersonRow:
    """An attorney or an organization as her table shows her. `missing` counts requirements of open cases that are not met."""

    id: str
    name: str
    email: str
    belongs_to: str
    firm: str
    going: int
    ended: int
    late: int
    missing: int
    next_hearing: date | None
    notes: str
    file: str


@dataclass(frozen=True, slots=True)
class PersonPage:
    """What a person's page shows: her cases, what is due in them, which of it she does (`own`), and how many cases have ended.

    `backup` are the cases in which a mentor stands in for another.
    """

    cases: tuple[CaseRow, ...]
    backup: tuple[CaseRow, ...]
    rows: tuple[Row, ...]
    own: tuple[Row, ...]
    later: int
    ended: int
    data: Data


def cases_by(book: Book, field: str) -> dict[str, list[Record]]:
    """The cases of each person that a field of theirs names."""
    found: defaultdict[str, list[Record]] = defaultdict(list)
    for case in book.cases.values():
        if field in case.data:
            found[case.data[field]].append(case)
    return dict(found)


def people(
    book: Book, kind: str, own: Mapping[str, list[Record]], dues: Mapping[str, list[Due]], as_of: date
) -> tuple[PersonRow, ...]:
    """The attorneys or the organizations, each with her own cases: those with something late first."""
    rows = [_row(book, record, own.get(record.id, []), dues, as_of) for record in book.kinds[kind].values()]
    return tuple(sorted(rows, key=lambda row: (-row.late, row.next_hearing or date.max, row.id)))


def _row(book: Book, record: Record, cases: list[Record], dues: Mapping[str, list[Due]], as_of: date) -> PersonRow:
    data = record.data
    going = [case for case in cases if case.data["status"] not in ENDED]
    own = [due for case in cases for due in dues.get(case.id, ())]
    hearings = [due.due for due in own if due.kind == "hearing" and due.state != "done" and due.due and due.due >= as_of]
    wanted = [row["requirement"] for row in book.program.get("requirements", ())]
    attorney = data if record.kind == "attorney" else None
    return PersonRow(
        id=record.id,
        name=data["name"],
        email=data["email"] if "email" in data else ", ".join(row["email"] for row in data["contacts"]),
        belongs_to=data.get("organization", ""),
        firm=data.get("firm", ""),
        going=len(going),
        ended=len(cases) - len(going),
        late=sum(1 for due in own if due.state == "late"),
        missing=sum(1 for case in going for name in wanted if attorney and not settled(case.data, attorney, name).done),
        next_hearing=min(hearings, default=None),
        notes=data.get("notes", ""),
        file=record.file,
    )


def person_page(
    book: Book,
    record: Record,
    own: Iterable[Record],
    backup: Iterable[Record],
    rows: Mapping[str, CaseRow],
    dues: Mapping[str, list[Due]],
    as_of: date,
) -> PersonPage:
    """A person's page: what is late, needs an order or comes within two months in her cases that go on or can go on.

    `rows` has the row of each case in the table of cases.
    """
    cases = list(own)
    going = [case for case in cases if case.data["status"] not in ENDED]
    mine = sorted((due for case in cases for due in dues.get(case.id, ()) if due.state != "done"), key=lambda due: due.sort_key)
    last = as_of + timedelta(days=AHEAD)
    near = [due for due in mine if due.state != "later" or (due.shown is not None and due.shown <= last)]
    shown = tuple(row_of(book, due) for due in near)
    return PersonPage(
        cases=_in_order(rows[case.id] for case in going),
        backup=_in_order(rows[case.id] for case in backup if case.data["status"] not in ENDED),
        rows=shown,
        own=tuple(row for row in shown if record.id in row.due.owner.split()),
        later=len(mine) - len(near),
        ended=len(cases) - len(going),
        data=record.data,
    )


def _in_order(rows: Iterable[CaseRow]) -> tuple[CaseRow, ...]:
    return tuple(sorted(rows, key=lambda row: (-row.late, row.hearing_on or date.max, row.id)))


def training_words(data: Data) -> list[tuple[str, date]]:
    """An attorney's trainings in words, each with its day."""
    names = labels_at("attorney", ("trainings", 0, "kind"))
    return [(names[row["kind"]], date.fromisoformat(row["completed"])) for row in data.get("trainings", ())]
