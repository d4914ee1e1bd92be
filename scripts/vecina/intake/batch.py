"""Many cases at once: what would be written, and what stands in the way."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..book import ENDED, Book
from ..edit.create import MAKERS, new_case_id
from ..finding import Finding
from ..store import Record
from .attorneys import attorneys_of
from .drafts import Draft, drafted, new_findings
from .problem import Problem
from .wishes import Wish

_OF_NOW = ("id", "sample", "status", "history", "requested_on")


@dataclass(frozen=True, slots=True)
class Batch:
    """The new records, what is wrong, and what to look at. It may be written only when nothing is wrong."""

    drafts: tuple[Draft, ...]
    problems: tuple[Problem, ...]
    notes: tuple[Problem, ...] = ()


def batch_of(book: Book, wishes: Sequence[Wish], day: date, problems: Sequence[Problem] = (), ids: Sequence[str] = ()) -> Batch:
    """The records of all wishes, under ids that nobody has: first those of `ids`. `problems` were found before."""
    found = attorneys_of(book, wishes)
    wrong = [*problems, *found.problems]
    taken = {*book.cases, *(name for kind, name in book.broken if kind == "case")}
    cases: list[Draft] = []
    free = [name for name in ids if name not in taken]
    for wish, attorney in zip((wish for wish in wishes if wish.sound), found.ids, strict=True):
        name = free.pop(0) if free else new_case_id(taken)
        taken.add(name)
        cases.append(drafted(book, "case", name, _case(wish, attorney, day), wish.row))
    wrong += _doubles(book, cases)
    drafts = (*found.drafts, *cases)
    if not wrong:
        wrong += explained(drafts, new_findings(book, drafts))
    return Batch(drafts, tuple(sorted(wrong, key=lambda problem: problem.row)), tuple(found.notes))


def _case(wish: Wish, attorney: str, day: date) -> dict[str, Any]:
    made = MAKERS["case"]({**wish.given, "attorney": attorney, "requested_on": day.isoformat()})
    if "hearing_date" not in wish.given:
        return made
    parts = {part: wish.given.get(f"hearing_{part}") for part in ("type", "date", "time", "mode")}
    hearing = {part: value for part, value in parts.items() if value} | {"status": "scheduled"}
    return made | {"hearings": [hearing]}


def _doubles(book: Book, cases: Sequence[Draft]) -> Iterator[Problem]:
    """Rows that are alike, and cases that the program has already: a list is easily sent twice."""
    of: defaultdict[str, list[Record]] = defaultdict(list)
    for record in book.cases.values():
        of[record.data["attorney"]].append(record)
    seen: dict[str, int] = {}
    for case in cases:
        known = next((one.id for one in of[case.data["attorney"]] if _holds(one.data, case.data)), None)
        alike = json.dumps({key: case.data[key] for key in case.data if key not in _OF_NOW}, sort_keys=True)
        if known:
            said = f"{known} is just like this. Was it sent before? If it is another case, use `vecina new case`."
            yield Problem(said, "", case.row)
        elif alike in seen:
            said = f"This is the same as row {seen[alike]}. Delete one; if they are two cases, use `vecina new case`."
            yield Problem(said, "", case.row)
        seen.setdefault(alike, case.row)


def _holds(record: dict[str, Any], data: dict[str, Any]) -> bool:
    """Whether an open case says all that this one says; it may say more by now."""
    hearings = [{key: row[key] for key in row if key != "status"} for row in record.get("hearings", ())]
    asked = [{key: row[key] for key in row if key != "status"} for row in data.get("hearings", ())]
    same = all(record.get(key) == value for key, value in data.items() if key not in (*_OF_NOW, "hearings"))
    return same and record["status"] not in ENDED and all(hearing in hearings for hearing in asked)


def explained(drafts: Sequence[Draft], findings: Sequence[Finding]) -> list[Problem]:
    """Findings of records that are not there yet, by the row that they come from."""
    rows = {draft.file: draft.row for draft in drafts}
    return [
        Problem(f"{finding.message}{f'; {finding.hint}' if finding.hint else ''} ({finding.code})", "", rows.get(finding.file, 0))
        for finding in findings
    ]
