"""The book: every record of the program by kind and id, and the few look-ups everything else is made of."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from .facts import whose_hours
from .finding import Finding
from .store import Loaded, Record, load, load_at

OPEN = ("matched", "onboarding", "active")  # statuses in which a case takes a mentor's place
ENDED = ("declined", "closed", "withdrawn")
PUBLIC = ("program", "court", "source", "rule", "calendar")  # kinds of records that name no person


@dataclass(frozen=True)
class Book:
    """All good records. Records that failed to load are known by id only, so that nothing is said about them twice."""

    root: Path
    kinds: dict[str, dict[str, Record]]
    broken: frozenset[tuple[str, str]] = frozenset()
    findings: tuple[Finding, ...] = field(default=())
    partial: tuple[Record, ...] = field(default=())  # broken records as far as they could be read, for their references only

    @property
    def cases(self) -> dict[str, Record]:
        """Cases by id."""
        return self.kinds["case"]

    @property
    def mentors(self) -> dict[str, Record]:
        """Mentors by id."""
        return self.kinds["mentor"]

    @property
    def attorneys(self) -> dict[str, Record]:
        """Attorneys by id."""
        return self.kinds["attorney"]

    @property
    def organizations(self) -> dict[str, Record]:
        """Organizations by id."""
        return self.kinds["organization"]

    @property
    def rules(self) -> dict[str, Record]:
        """Deadline rules by id."""
        return self.kinds["rule"]

    @cached_property
    def sources(self) -> dict[str, dict[str, Any]]:
        """What the public pages rest on, from every group, by id; the first wins where an id stands twice."""
        rows = [row for record in self.kinds["source"].values() for row in record.data["sources"]]
        return {row["id"]: row for row in reversed(rows)}

    @cached_property
    def program(self) -> dict[str, Any]:
        """The program's settings; empty when they failed to load."""
        record = self.kinds["program"].get("program")
        return record.data if record else {}

    @cached_property
    def unread(self) -> list[str]:
        """The records that should be there and could not be read, by id: without them no list is complete."""
        return sorted({name for _, name in self.broken} | ({"program"} if not self.program else set()))

    @cached_property
    def courts(self) -> dict[str, dict[str, Any]]:
        """Courts by code; the first wins where a code stands twice."""
        record = self.kinds["court"].get("court")
        rows = record.data["courts"] if record else []
        return {row["code"]: row for row in reversed(rows)}

    @cached_property
    def load_of(self) -> dict[str, list[Record]]:
        """The open cases of each mentor."""
        load_of: defaultdict[str, list[Record]] = defaultdict(list)
        for case in self.cases.values():
            if case.data["status"] in OPEN and "mentor" in case.data:
                load_of[case.data["mentor"]].append(case)
        return dict(load_of)

    @cached_property
    def taken_by_broken(self) -> dict[str, int]:
        """Places that broken cases may take, by mentor: a case that cannot be read frees nobody's place."""
        names = [
            record.data.get("mentor")
            for record in self.partial
            if record.kind == "case" and record.data.get("status") not in ENDED
        ]
        return dict(Counter(name for name in names if isinstance(name, str)))

    @cached_property
    def mentor_hours(self) -> dict[tuple[str, str], float]:
        """The hours each mentor gave in each month, by (mentor, `2026-11`)."""
        hours: defaultdict[tuple[str, str], list[float]] = defaultdict(list)
        for case in self.cases.values():
            for row in case.data.get("hours", ()):
                if row["who"] == "mentor":
                    hours[whose_hours(case.data, row), row["date"][:7]].append(row["hours"])
        return {key: math.fsum(rows) for key, rows in hours.items()}

    @cached_property
    def last_match(self) -> dict[str, str]:
        """The day on which each mentor was last given a case."""
        last: dict[str, str] = {}
        for case in self.cases.values():
            mentor, days = case.data.get("mentor"), [row["date"] for row in case.data["history"] if row["status"] == "matched"]
            if mentor and days:
                last[mentor] = max(last.get(mentor, ""), *days)
        return last

    def hours_places(self, mentor: Record) -> int:
        """How many paid hours she can give in a month: her own number, else the program's."""
        own = mentor.data.get("capacity", {}).get("hours_per_month")
        return int(own if own is not None else self.program.get("capacity", {}).get("hours_per_month", 0))

    def capacity(self, mentor: Record) -> int:
        """How many open cases a mentor guides at once: her own number, else the program's."""
        own = mentor.data.get("capacity", {}).get("cases")
        return int(own if own is not None else self.program.get("capacity", {}).get("cases", 0))

    def knows(self, kind: str, name: str) -> bool:
        """Whether a record of this id exists, good or broken. Courts are all unknown when their file is broken."""
        if kind == "court":
            return name in self.courts or ("court", "court") in self.broken or "court" not in self.kinds["court"]
        return name in self.kinds[kind] or (kind, name) in self.broken

    def of_cases(self, cases: Iterable[Record]) -> Book:
        """The same book with these cases alone."""
        return self.changed({"case": {case.id: case for case in cases}})

    def with_records(self, records: Iterable[Record]) -> Book:
        """The book with these records too, each in the place of one of its id."""
        kinds: defaultdict[str, dict[str, Record]] = defaultdict(dict)
        for record in records:
            kinds[record.kind][record.id] = record
        return self.changed({kind: self.kinds[kind] | new for kind, new in kinds.items()})

    def changed(self, kinds: dict[str, dict[str, Record]]) -> Book:
        """The book with other records of these kinds."""
        return replace(self, kinds=defaultdict(dict, {**self.kinds, **kinds}))

    def without_people(self) -> Book:
        """The law and the program's settings alone: what a public page may be made of."""
        kinds = defaultdict[str, dict[str, Record]](dict)
        kinds.update({kind: records for kind, records in self.kinds.items() if kind in PUBLIC})
        return Book(self.root, kinds, frozenset(one for one in self.broken if one[0] in PUBLIC))

    @property
    def size(self) -> int:
        """How many record files there are, broken ones included."""
        return sum(map(len, self.kinds.values())) + len(self.broken)


def make(loaded: Loaded) -> Book:
    """The book of what was loaded."""
    kinds: dict[str, dict[str, Record]] = defaultdict(dict)
    for record in loaded.records:
        kinds[record.kind][record.id] = record
    broken = frozenset((entry.kind, entry.id) for entry in loaded.broken)
    partial = tuple(record for record in loaded.partial if record.kind in ("case", "mentor", "attorney"))
    return Book(loaded.root, kinds, broken, tuple(loaded.findings), partial)


def open_book(root: Path) -> Book:
    """Loads and makes the book under root."""
    return make(load(root))


def open_book_at(root: Path, rev: str) -> Book:
    """The book as it stood at a Git revision, whatever lies in the working tree now. Raises NoRevision."""
    return make(load_at(root, rev))
