"""Every case in one row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..book import OPEN, WAITING, Book
from ..deadlines import Due
from ..facts import next_hearing
from ..schema import labels
from ..store import Record
from .names import languages, person, status


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One case as the table of cases shows it."""

    id: str
    status: str
    status_code: str
    court: str
    city: str
    detained: bool
    posture: str
    languages: str
    attorney: str
    mentor: str
    hearing: str
    hearing_on: date | None
    late: int
    next_due: Due | None
    next_line: int
    hearing_line: int
    file: str


@dataclass(frozen=True, slots=True)
class Cases:
    """Open, waiting and ended cases."""

    open: tuple[CaseRow, ...]
    waiting: tuple[CaseRow, ...]
    ended: tuple[CaseRow, ...]


def cases(book: Book, dues: list[Due], as_of: date) -> Cases:
    """The table of cases, the most urgent first."""
    by_case: dict[str, list[Due]] = {}
    for due in dues:
        by_case.setdefault(due.case, []).append(due)
    rows = [_row(book, case, by_case.get(case.id, []), as_of) for case in book.cases.values()]
    rows.sort(key=lambda row: (-row.late, _next_day(row), row.id))
    return Cases(
        tuple(row for row in rows if row.status_code in OPEN),
        tuple(row for row in rows if row.status_code in WAITING),
        tuple(row for row in rows if row.status_code not in (*OPEN, *WAITING)),
    )


def _next_day(row: CaseRow) -> date:
    return (row.next_due.file_by or date.min) if row.next_due else date.max


def _row(book: Book, record: Record, dues: list[Due], as_of: date) -> CaseRow:
    name, case = record.id, record.data
    hearing = next_hearing(case, as_of)
    hearing_types = {"master-calendar": "Master", "individual": "Individual"}
    ahead = sorted((due for due in dues if due.state in ("soon", "later", "needs-order")), key=lambda due: due.sort_key)
    return CaseRow(
        id=name,
        status=status(case["status"]),
        status_code=case["status"],
        court=case["court"],
        city=book.courts.get(case["court"], {}).get("city", ""),
        detained=case["detained"],
        posture=labels("posture")[case["posture"]],
        languages=languages(case["languages"]),
        attorney=person(book, case["attorney"]),
        mentor=person(book, case.get("mentor", "")),
        hearing=hearing_types.get(hearing["type"], hearing["type"].replace("-", " ").capitalize()) if hearing else "",
        hearing_on=date.fromisoformat(hearing["date"]) if hearing else None,
        late=sum(1 for due in dues if due.state == "late"),
        next_due=ahead[0] if ahead else None,
        next_line=record.place(ahead[0].path).line if ahead else 0,
        hearing_line=record.place(("hearings", case["hearings"].index(hearing), "date")).line if hearing else 0,
        file=record.file,
    )
