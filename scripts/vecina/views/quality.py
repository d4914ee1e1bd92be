"""What is wrong, old or missing in the records, the rules and the public pages, each with what to do about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ..book import OPEN, Book
from ..facts import WAITING, next_hearing
from ..finding import Finding
from ..handbook import Pages, reviews
from ..handbook.review import unread
from ..rules import overdue
from ..store import Record


@dataclass(frozen=True, slots=True)
class Old:
    """A rule or source that nobody has held against the law for too long, by so many days; `cases` rest on the rule now."""

    id: str
    title: str
    days: int
    url: str
    cases: int = 0


@dataclass(frozen=True, slots=True)
class OldPage:
    """A public page past its review by so many days, or a translation of an older text (days 0)."""

    file: str
    title: str
    days: int
    reviewer: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A kind of thing that open cases lack, and the cases that do."""

    title: str
    mend: str
    cases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quality:
    """Findings, gaps, and what is to be read again."""

    findings: tuple[Finding, ...]
    gaps: tuple[Gap, ...]
    rules: tuple[Old, ...]
    sources: tuple[Old, ...]
    pages: tuple[OldPage, ...]


def quality(book: Book, pages: Pages, findings: Sequence[Finding], used: Iterable[str], as_of: date) -> Quality:
    """The state of everything on a day; `used` are the rules of the dates that are due now, each as often as it is used."""
    counts = Counter(used)
    rules = [
        Old(name, rule.data["title"], days, rule.data["values"][-1]["url"], counts[name])
        for name, rule in book.rules.items()
        if (days := overdue(rule.data, as_of)) > 0
    ]
    sources = [
        Old(name, source.get("short", source["title"]), days, source["url"])
        for name, source in book.sources.items()
        if (days := unread(source, as_of)) > 0
    ]
    old_pages = [
        OldPage(row.page.file, row.page.head["title"], row.days, row.page.head.get("reviewer", ""))
        for row in reviews(pages, book, as_of)
        if row.what in ("page", "translation")
    ]
    return Quality(
        findings=tuple(findings),
        gaps=tuple(gap for gap in _gaps(book, as_of) if gap.cases),
        rules=tuple(sorted(rules, key=lambda row: (-row.cases, -row.days, row.id))),
        sources=tuple(sorted(sources, key=lambda row: (-row.days, row.id))),
        pages=tuple(sorted(old_pages, key=lambda row: (-row.days, row.file))),
    )


def _gaps(book: Book, as_of: date) -> list[Gap]:
    going = [case for case in book.cases.values() if case.data["status"] in (*OPEN, *WAITING)]
    active = [case for case in going if case.data["status"] == "active"]
    return [
        Gap("No hearing to come is known", "Look in ECAS or ask the attorney, then write the hearing into the record.",
            _ids(case for case in going if not next_hearing(case.data, as_of) and not case.data.get("outcome"))),
        Gap("Active and without a mentoring plan", "`vecina plan CASE` proposes one; attorney and mentor agree on it.",
            _ids(case for case in active if not case.data.get("plan", {}).get("milestones"))),
        Gap("Active and without a meeting of attorney and mentor", "Ask both for the day they met.",
            _ids(case for case in active if not any(row["with"] == "mentor" for row in case.data.get("meetings", ())))),
        Gap("Active and without a backup mentor", "Ask another mentor to stand in, and write the id as backup_mentor.",
            _ids(case for case in active if "backup_mentor" not in case.data)),
    ]  # fmt: skip


def _ids(cases: Iterable[Record]) -> tuple[str, ...]:
    return tuple(sorted(case.id for case in cases))
