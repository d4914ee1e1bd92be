"""The checks across records, in one explicit tuple, and the run over all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable

from ..book import Book
from ..finding import Code, Finding, in_order
from ..handbook import Pages
from ..schema import CODES as SCHEMA_CODES
from ..store import CODES as STORE_CODES
from ..yamlmap import CODES as READER_CODES
from . import (
    budget,
    client,
    clocks,
    closing,
    dates,
    law,
    mentors,
    pages,
    pay,
    references,
    reminders,
    representation,
    status,
    steps,
    waivers,
)
from .base import Check

CHECKS: tuple[Check[Book], ...] = (
    references.reference_exists,
    references.id_is_file_name,
    references.court_code_once,
    references.email_once,
    mentors.attorney_is_not_mentor,
    mentors.mentor_has_place,
    mentors.mentor_is_there,
    mentors.no_conflict,
    mentors.mentor_is_with_us,
    mentors.mentor_has_signed,
    mentors.mentor_takes_such_cases,
    mentors.backup_is_another,
    dates.life_in_order,
    dates.history_in_order,
    dates.training_before_meeting,
    dates.hearing_in_the_case,
    dates.end_after_begin,
    dates.training_days_agree,
    clocks.clock_in_order,
    clocks.plan_names_a_hearing,
    steps.steps_that_follow,
    status.status_is_last_step,
    status.allowed_ways,
    status.status_has_evidence,
    status.mentor_fits_status,
    status.ends_have_reasons,
    status.closed_has_outcome,
    status.came_back_for_a_reason,
    closing.marks_and_hold_in_order,
    representation.attorney_is_admitted,
    representation.eoir_id_before_appearance,
    representation.cover_is_real,
    reminders.told_once,
    waivers.admin_decides,
    waivers.waivers_in_order,
    client.reachable_in_detention,
    client.detained_agrees,
    client.state_is_known,
    law.examples_hold,
    law.values_in_order,
    law.holidays_have_a_day,
    law.settings_once,
    law.closures_in_order,
    law.program_is_there,
    law.rules_of_the_cases,
    law.sources_once,
    budget.budget_in_order,
    pay.rates_where_they_belong,
    pay.closed_months_stay,
    pay.statements_in_order,
    pay.late_hours_are_late,
)

CODES: dict[str, Code] = {
    code.code: code for code in (*STORE_CODES, *READER_CODES, *SCHEMA_CODES, *(check.code for check in CHECKS), *pages.CODES)
}


def run(book: Book, handbook: Pages | None = None) -> list[Finding]:
    """Every finding of the book, those of loading included, and of the public pages if they are given, in order."""
    found = [*book.findings, *(finding for check in CHECKS for finding in check(book))]
    return in_order(found if handbook is None else [*found, *of_pages(book, handbook)])


Mark = Callable[[Finding], Hashable]
"""What makes a finding the same one before and after a change."""


def arising(before: Book, after: Book, was: Mark = lambda finding: finding, now: Mark = lambda finding: finding) -> list[Finding]:
    """What is wrong after a change and was not before."""
    found = run(after)
    new = Counter(map(now, found)) - Counter(map(was, run(before)))
    return [finding for finding in found if new[now(finding)]]


def of_pages(book: Book, handbook: Pages) -> list[Finding]:
    """Every finding of the public pages alone, in order."""
    return in_order([*handbook.findings, *(finding for check in pages.CHECKS for finding in check(handbook, book))])


__all__ = ["CHECKS", "CODES", "Check", "arising", "of_pages", "run"]
