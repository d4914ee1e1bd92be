"""Every case in one row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ..book import OPEN, Book
from ..deadlines import Due
from ..facts import WAITING
from ..schema import labels
from ..store import Record
from .hearing import hearing_of
from .names import languages, status


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
    spoken: tuple[str, ...]
    attorney: str
    mentor: str
    organization: str
    hearing: str
    hearing_on: date | None
    late: int
    next_due: Due | None
    next_line: int
    needs_order: bool
    hearing_line: int
    file: str


@dataclass(frozen=True, slots=True)
class Cases:
    """The cases that go on, open or waiting, and those that have ended."""

    going: tuple[CaseRow, ...]
    ended: tuple[CaseRow, ...]
    open: int
    waiting: int


def cases(book: Book, dues: Mapping[str, list[Due]], as_of: date) -> Cases:
    """The table of cases, the most urgent first."""
    rows = [_row(book, case, dues.get(case.id, []), as_of) for case in book.cases.values()]
    rows.sort(key=lambda row: (-row.late, _next_day(row), row.id))
    going = tuple(row for row in rows if row.status_code in (*OPEN, *WAITING))
    is_open = sum(1 for row in going if row.status_code in OPEN)
    ended = tuple(row for row in rows if row.status_code not in (*OPEN, *WAITING))
    return Cases(going, ended, is_open, len(going) - is_open)


def _next_day(row: CaseRow) -> date:
    return (row.next_due.file_by or date.min) if row.next_due else date.max


def _row(book: Book, record: Record, dues: list[Due], as_of: date) -> CaseRow:
    name, case = record.id, record.data
    hearing = hearing_of(record, as_of)
    ahead = _ahead(dues)
    return CaseRow(
        id=name,
        status=status(case["status"]),
        status_code=case["status"],
        court=case["court"],
        city=book.courts.get(case["court"], {}).get("city", ""),
        detained=case["detained"],
        posture=labels("posture")[case["posture"]],
        languages=languages(case["languages"]),
        spoken=tuple(case["languages"]),
        attorney=case["attorney"],
        mentor=case.get("mentor", ""),
        organization=case.get("organization", ""),
        hearing=hearing.what,
        hearing_on=hearing.on,
        late=sum(1 for due in dues if due.state == "late"),
        next_due=ahead,
        next_line=record.place(ahead.path).line if ahead else 0,
        needs_order=any(due.state == "needs-order" for due in dues),
        hearing_line=hearing.line,
        file=record.file,
    )


def _ahead(dues: list[Due]) -> Due | None:
    """The next day to come; only where none has a day, what is open without one."""
    ahead = [due for due in dues if due.state in ("soon", "later", "needs-order")]
    dated = [due for due in ahead if due.shown is not None and not due.is_window]
    return min(dated, key=lambda due: (due.shown or date.max, *due.sort_key), default=ahead[0] if ahead else None)
