"""Everything the status pages are made from, worked out once: the day's one list, the proposal, and what was late before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from ...book import ENDED, Book
from ...calendars import Calendar, calendar_in
from ...changes import History, histories
from ...checks import run
from ...deadlines import Due, agenda, by_case, law_of
from ...finding import Finding
from ...handbook import Pages, load_pages
from ...matching import Proposal, propose
from ...store import NoRevision, Record, commit_of
from ...views import CaseRow, Cases, ClockRow, MentorRow, Today, cases, clocks, mentors, today
from ...views.desk import Task, desk
from ...views.people import PersonRow, cases_by, people
from .since import late_before, remember


@dataclass(frozen=True)
class Office:
    """The records on a day. The properties are computed when a page first asks for them."""

    root: Path
    book: Book
    day: date

    @cached_property
    def calendar(self) -> Calendar:
        """The business days of the program."""
        return calendar_in(self.book)

    @cached_property
    def dues(self) -> list[Due]:
        """The one list of what is late and what comes."""
        return agenda(self.book, self.day)

    @cached_property
    def dues_of(self) -> Mapping[str, list[Due]]:
        """The same list by case."""
        return by_case(self.dues)

    @cached_property
    def proposal(self) -> Proposal:
        """Who should take the cases that wait."""
        return propose(self.book, self.day)

    @cached_property
    def today(self) -> Today:
        """What must happen today, compared with the last build of an earlier day."""
        since, new = late_before(self.root, self.book, self.dues, self.day)
        remember(self.root, self.dues, self.day)
        return today(self.book, self.dues, self.day, since, new)

    @cached_property
    def desk(self) -> tuple[Task, ...]:
        """What waits at the office's own desk."""
        return desk(self.book, self.dues, self.day)

    @cached_property
    def clocks(self) -> Mapping[str, ClockRow]:
        """The asylum clocks by case, in the order in which they are read."""
        return {row.case: row for row in clocks(self.book, law_of(self.book, self.day), self.day)}

    @cached_property
    def cases(self) -> tuple[str, ...]:
        """The cases that have a page: those that go on, and those that have ended while something can still be filed."""
        going = (case.id for case in self.book.cases.values() if case.data["status"] not in ENDED)
        return tuple(sorted({*going, *self.dues_of}))

    @cached_property
    def pages(self) -> frozenset[str]:
        """Every record that has a page of its own."""
        people = (name for kind in ("mentor", "attorney", "organization") for name in self.book.kinds[kind])
        return frozenset([*self.cases, *people])

    @cached_property
    def by_person(self) -> Mapping[str, Mapping[str, list[Record]]]:
        """The cases that name a person, by the field that does and by her id."""
        fields = ("mentor", "backup_mentor", "attorney", "organization")
        return {field: cases_by(self.book, field) for field in fields}

    @cached_property
    def table(self) -> Cases:
        """The table of cases."""
        return cases(self.book, self.dues_of, self.day)

    @cached_property
    def case_rows(self) -> Mapping[str, CaseRow]:
        """The same rows by case."""
        return {row.id: row for row in (*self.table.going, *self.table.ended)}

    @cached_property
    def mentors(self) -> tuple[MentorRow, ...]:
        """The table of mentors."""
        return mentors(self.book, self.dues, self.day)

    @cached_property
    def people(self) -> Mapping[str, tuple[PersonRow, ...]]:
        """The tables of attorneys and of organizations, by their names."""
        kinds = {"attorneys": "attorney", "organizations": "organization"}
        return {name: people(self.book, kind, self.by_person[kind], self.dues_of, self.day) for name, kind in kinds.items()}

    @cached_property
    def person_rows(self) -> Mapping[str, MentorRow | PersonRow]:
        """The row of each mentor, attorney and organization by id."""
        others = {row.id: row for rows in self.people.values() for row in rows}
        return {row.id: row for row in self.mentors} | others

    @cached_property
    def mentor_months(self) -> Mapping[str, list[tuple[date, float]]]:
        """The hours of each mentor by month, the latest first."""
        found: defaultdict[str, list[tuple[date, float]]] = defaultdict(list)
        for (name, month), hours in sorted(self.book.mentor_hours.items(), reverse=True):
            found[name].append((date.fromisoformat(f"{month}-01"), hours))
        return dict(found)

    @cached_property
    def handbook(self) -> Pages:
        """The public pages as sources."""
        return load_pages(self.root)

    @cached_property
    def findings(self) -> list[Finding]:
        """What is wrong in the records and on the public pages."""
        return run(self.book, self.handbook)

    @cached_property
    def histories(self) -> Mapping[str, History]:
        """Who changed what in each case that has a page, as far as Git knows."""
        return histories(self.root, self.cases)

    @cached_property
    def sample(self) -> bool:
        """Whether these are the invented records."""
        return bool(self.book.program.get("sample"))

    @cached_property
    def commit(self) -> str:
        """The first signs of the last commit; nothing where there is no repository."""
        try:
            return commit_of(self.root, "HEAD")[0][:9]
        except NoRevision:
            return ""
