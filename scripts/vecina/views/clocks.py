"""The asylum clock of every open case, the next to reach its day first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..book import OPEN, Book
from ..deadlines import Clock, Computed, Law, asylum_clock
from ..deadlines.asylum import APPLY, ELIGIBLE
from ..facts import WAITING
from ..schema import labels_at


@dataclass(frozen=True, slots=True)
class ClockRow:
    """One case's clock with its stretches, and what day 150 and day 180 rest on."""

    case: str
    attorney: str
    clock: Clock
    apply: Computed | None
    eligible: Computed | None
    why_stopped: str
    file: str
    line: int


def clocks(book: Book, law: Law, as_of: date) -> tuple[ClockRow, ...]:
    """The clocks of the cases that have not ended."""
    words = labels_at("case", ("asylum_clock", "stops", 0, "reason"))
    rows = []
    for case in book.cases.values():
        if case.data["status"] not in (*OPEN, *WAITING):
            continue
        clock = asylum_clock(case.data, law, as_of)
        if clock is None:
            continue
        why = "" if clock.running else words[clock.intervals[-1].reason]
        line = case.place(("asylum_clock",) if "asylum_clock" in case.data else ("i589_filed",)).line
        apply, eligible = clock.reached.get(APPLY), clock.reached.get(ELIGIBLE)
        rows.append(ClockRow(case.id, case.data["attorney"], clock, apply, eligible, why, case.file, line))
    return tuple(sorted(rows, key=lambda row: (_past(row, as_of), _when(row), row.case)))


def _past(row: ClockRow, as_of: date) -> int:
    """What is still to come first, then what stands still, then what is reached and not used, last where the I-765 is filed."""
    due = row.apply.due if row.apply else None
    if due is None or due >= as_of:
        return 0 if due else 1
    return 3 if row.clock.i765_filed else 2


def _when(row: ClockRow) -> int:
    due = row.apply.due if row.apply else None
    return due.toordinal() if due else 0
