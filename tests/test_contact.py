"""Who is written to about what, day by day: what is due, what is late, and from whom nobody has heard."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from outside import ROOT
from remind import CASE, DAY, book_of, changed, mornings, on, silences
from vecina.book import Book, open_book
from vecina.contact import letters
from vecina.deadlines import agenda
from vecina.schema import sources

ALONE = "c-d5nbe"  # without a backup mentor; last contact on 20 October, and in the other case on 10 November
AWAY = [{"from": "2026-11-20", "to": "2026-12-04"}]


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return book_of(tmp_path)


def test_a_silence_goes_from_the_mentor_to_the_backup_to_the_program(book: Book) -> None:
    assert silences(book, CASE, date(2026, 11, 11), 60) == [
        ("2026-11-24", "mentor", "silence"),  # 14 days after the last contact
        ("2026-12-01", "backup-mentor", "escalated"),  # 7 days after the mentor was told
        ("2026-12-08", "program", "escalated"),  # 7 days after the backup mentor was told
        ("2026-12-10", "program", "silence"),  # 30 days after the last contact
    ]


def test_without_a_backup_mentor_the_program_hears_of_it_next(book: Book) -> None:
    assert silences(book, ALONE, date(2026, 10, 21), 40) == [
        ("2026-11-03", "mentor", "silence"),
        ("2026-11-10", "program", "escalated"),
        ("2026-11-19", "program", "silence"),
    ]


def test_who_was_told_late_is_given_the_same_time(book: Book) -> None:
    found = silences(book, CASE, date(2026, 12, 14), 20)
    assert found == [
        ("2026-12-14", "mentor", "silence"),
        ("2026-12-14", "program", "silence"),
        ("2026-12-21", "backup-mentor", "escalated"),  # the mentor has been away since that day, and was told 7 days before
        ("2026-12-28", "program", "escalated"),
    ]


def test_a_contact_begins_it_anew(book: Book) -> None:
    contact = [*book.cases[CASE].data["check_ins"], {"date": "2026-12-03", "by": "program", "how": "phone"}]
    told = [
        {"date": "2026-11-24", "to": "mentor", "about": "silence", "stage": "silence", "due": "2026-11-10"},
        {"date": "2026-12-01", "to": "backup-mentor", "about": "silence", "stage": "escalated", "due": "2026-11-10"},
    ]
    after = changed(book, "case", CASE, check_ins=contact, reminders=told)
    assert silences(after, CASE, date(2026, 12, 3), 22) == [
        ("2026-12-17", "mentor", "silence"),
        ("2026-12-21", "backup-mentor", "escalated"),  # the mentor is away from 21 December on
    ]


def test_while_the_mentor_is_away_the_backup_mentor_hears_of_a_silence_at_once(book: Book) -> None:
    away = changed(book, "mentor", "m-ibarra", away=AWAY)
    assert silences(away, CASE, date(2026, 11, 20), 16) == [
        ("2026-11-24", "backup-mentor", "escalated"),
        ("2026-12-01", "program", "escalated"),
        ("2026-12-05", "mentor", "silence"),  # she is back
    ]


def test_where_both_are_away_or_nobody_is_named_the_program_hears_of_it_at_once(book: Book) -> None:
    both = changed(changed(book, "mentor", "m-ibarra", away=AWAY), "mentor", "m-weaver", away=AWAY)
    nobody = changed(book, "case", CASE, mentor=None, backup_mentor=None)
    for one in (both, nobody):
        assert silences(one, CASE, date(2026, 11, 20), 7) == [("2026-11-24", "program", "escalated")]


def test_while_the_mentor_is_away_the_backup_mentor_gets_a_copy_of_what_is_late_or_a_courts(book: Book) -> None:
    data = book.cases[CASE].data
    plan = {**data["plan"], "milestones": [{"kind": "mock-direct", "due": "2026-11-23", "owner": "mentor"}]}
    away = changed(changed(book, "mentor", "m-ibarra", away=AWAY), "case", CASE, plan=plan)
    told = {letter.person.role: [(item.about, item.stage) for item in letter.items] for letter in on(away, DAY, CASE)}
    assert told["backup-mentor"] == [
        ("filings.hearing-1", "ahead"),
        ("silence", "escalated"),
        ("milestone.mock-direct", "late"),
    ]
    assert ("milestone.mock-direct", "late") in told["mentor"]
    alone = changed(away, "case", CASE, backup_mentor=None)
    copies = {letter.person.role: [item.about for item in letter.items] for letter in on(alone, DAY, CASE)}
    assert "milestone.mock-direct" in copies["program"]
    assert "filings.hearing-1" not in copies["program"]  # a court's date that is still to come needs no stand-in at the office


def test_what_is_due_is_told_once_ahead_and_once_late(book: Book) -> None:
    told = [row for row in mornings(book, CASE, date(2026, 11, 1), 30) if row[2] == "milestone.translations"]
    assert told == [
        ("2026-11-11", "attorney", "milestone.translations", "ahead"),
        ("2026-11-19", "attorney", "milestone.translations", "late"),
    ]


def test_a_courts_date_that_was_missed_is_told_to_mentor_and_program_too(book: Book) -> None:
    told = [row for row in mornings(book, CASE, date(2026, 11, 15), 20) if row[2] == "filings.hearing-1"]
    assert told == [
        ("2026-11-20", "attorney", "filings.hearing-1", "ahead"),  # a week before the safe day, Fri 27 Nov
        ("2026-11-28", "attorney", "filings.hearing-1", "ahead"),  # the safe day has passed, the rule's own has not
        ("2026-11-28", "mentor", "filings.hearing-1", "ahead"),
        ("2026-12-01", "attorney", "filings.hearing-1", "late"),
        ("2026-12-01", "mentor", "filings.hearing-1", "late"),
        ("2026-12-01", "program", "filings.hearing-1", "late"),
    ]


def test_a_day_that_moves_counts_anew(book: Book) -> None:
    told = [{"date": "2026-11-20", "to": "attorney", "about": "filings.hearing-1", "stage": "ahead", "due": "2026-11-27"}]
    known = changed(book, "case", CASE, reminders=told)
    assert "filings.hearing-1" not in [item.about for letter in on(known, DAY, CASE) for item in letter.items]
    assert _with_hearing(known, "2027-01-05", 5) == [
        ("2026-11-27", "ahead"),  # now a week before Fri 4 Dec
    ]
    assert _with_hearing(known, "2026-12-22", 1) == [("2026-11-24", "late")]
    assert _with_hearing(known, "2026-12-29", 4) == []  # the filings are due on the same day as before


def _with_hearing(book: Book, day: str, mornings_: int) -> list[tuple[str, str]]:
    """When the attorney is told of the filings, and why, once the individual hearing is on another day."""
    hearings = [dict(row) for row in book.cases[CASE].data["hearings"]]
    hearings[1]["date"] = day
    moved = changed(book, "case", CASE, hearings=hearings)
    told = mornings(moved, CASE, DAY, mornings_)
    return [(on, stage) for on, to, about, stage in told if about == "filings.hearing-1" and to == "attorney"]


def test_what_needs_a_court_order_is_told_to_the_attorney_alone_and_once(book: Book) -> None:
    told = [row for row in mornings(book, ALONE, DAY, 12) if row[2] == "filings.hearing-1"]
    assert told == [("2026-11-24", "attorney", "filings.hearing-1", "ahead")]


def test_a_plan_to_be_made_anew_is_told_once_for_each_plan(book: Book) -> None:
    told = [row for row in mornings(book, ALONE, DAY, 12) if row[2] == "plan.moved"]
    assert [(day, to) for day, to, *_ in told] == [("2026-11-24", "attorney"), ("2026-11-24", "mentor")]
    rows = [{"date": "2026-09-30", "to": "attorney", "about": "plan.moved", "stage": "ahead", "due": "2026-09-30"}]
    again = changed(book, "case", ALONE, reminders=rows)  # told of the plan before this one
    assert "plan.moved" in [item.about for letter in on(again, DAY, ALONE) for item in letter.items]


def test_of_a_message_one_hears_on_its_last_day_and_when_it_is_late(book: Book) -> None:
    told = [row for row in mornings(book, CASE, date(2026, 11, 19), 12) if row[2].startswith("message")]
    assert told == [
        ("2026-11-20", "attorney", "message-1", "ahead"),
        ("2026-11-21", "attorney", "message-1", "late"),
        ("2026-11-25", "mentor", "message-2", "ahead"),
        ("2026-11-26", "mentor", "message-2", "late"),
    ]


def test_a_case_that_waits_is_told_to_its_attorney_alone_and_of_a_courts_dates_alone() -> None:
    sample = open_book(ROOT)
    found = on(sample, DAY, "c-pp3cm")
    assert sample.cases["c-pp3cm"].data["status"] == "vetted"
    assert [letter.person.role for letter in found] == ["attorney"]
    assert all(item.of_a_court for letter in found for item in letter.items)


@pytest.mark.parametrize("status", ["declined", "closed", "withdrawn"])
def test_of_a_case_that_has_ended_nobody_hears(book: Book, status: str) -> None:
    assert on(changed(book, "case", CASE, status=status), DAY, CASE) == ()


def test_a_person_whose_record_cannot_be_read_is_not_written_to_and_named(book: Book) -> None:
    mentors = dict(book.mentors)
    del mentors["m-ibarra"]
    found = letters(book.changed({"mentor": mentors}), agenda(book, DAY), DAY)
    assert (CASE, "mentor") in found.missed
    assert "m-ibarra" not in {letter.person.id for letter in found.letters}


def test_where_the_law_cannot_be_read_no_date_is_told_and_none_is_said_to_be_missing(book: Book) -> None:
    without = book.changed({"rule": {}})
    assert not any(item.of_a_court for letter in on(without, DAY, CASE) for item in letter.items)


def test_without_settings_nobody_is_written_to(book: Book) -> None:
    assert on(changed(book, "program", "program", reminders=None), DAY) == ()


def test_letters_go_to_the_people_of_the_case_alone_and_one_to_each() -> None:
    sample = open_book(ROOT)
    for number in range(0, 60, 7):
        seen = set()
        for letter in on(sample, DAY + timedelta(number)):
            case = sample.cases[letter.case].data
            of_the_case = {case["attorney"], case.get("mentor"), case.get("backup_mentor"), "program"}
            assert letter.person.id in of_the_case
            assert (letter.case, letter.person.role) not in seen
            assert letter.items == tuple(sorted(letter.items, key=lambda item: item.sort_key))
            seen.add((letter.case, letter.person.role))


def test_every_key_of_a_due_date_can_be_written_down() -> None:
    pattern = sources()["case-mentoring"]["$defs"]["reminder"]["properties"]["about"]["pattern"]
    keys = {due.key for due in agenda(open_book(ROOT), DAY)}
    assert [key for key in keys if not re.fullmatch(pattern, key) or len(key) > 80] == []


def test_a_new_mentor_is_told_what_the_one_before_was_told(book: Book) -> None:
    told = [{"date": "2026-11-24", "to": "mentor", "about": "silence", "stage": "silence", "due": "2026-11-10"}]
    same = changed(book, "case", CASE, reminders=told)
    assert "mentor" not in [to for _, to, _ in silences(same, CASE, date(2026, 11, 26), 1)]
    given = [{"date": "2026-11-25", "of": "mentor", "reason": "mentor-unavailable"}]
    other = changed(same, "case", CASE, mentor="m-weaver", backup_mentor="m-ibarra", corrections=given)
    assert ("2026-11-26", "mentor", "silence") in silences(other, CASE, date(2026, 11, 26), 1)
