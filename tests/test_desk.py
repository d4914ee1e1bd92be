"""What waits at the office's own desk in the morning, and how it is shown in a line each."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from programs import MINI, copy_of, edit, vecina
from vecina.book import open_book
from vecina.deadlines import agenda
from vecina.views.desk import desk


def tasks(root: Path, day: str) -> dict[str, tuple[int, tuple[str, ...]]]:
    """What is to do on a day: how many, and about which ids."""
    book, today = open_book(root), date.fromisoformat(day)
    return {task.what: (task.count, task.about) for task in desk(book, agenda(book, today), today)}


def test_requests_wait_to_be_vetted_until_they_are(tmp_path: Path) -> None:
    root = copy_of(tmp_path)
    assert tasks(root, "2026-11-24")["request to vet"] == (1, ("c-r4kse",))
    assert vecina("vet c-r4kse --decline --reason no-mentor", root).exit_code == 0
    assert "request to vet" not in tasks(root, "2026-11-24")


def test_a_month_is_asked_for_from_the_statement_day_until_it_is_closed_and_paid(tmp_path: Path) -> None:
    root = copy_of(tmp_path)
    for name in ("m-ibarra", "m-sato", "m-weaver"):
        edit(root / f"data/mentors/{name}.yml", ("pay:\n", "pay:\n  paid_through: 2026-10-31\n"))
    assert vecina("log c-m3wqz hours 1 --who mentor --for review", root).exit_code == 0
    what = "statement of November 2026 open"
    assert not [name for name in tasks(root, "2026-12-04") if name.startswith("statement")]
    assert tasks(root, "2026-12-05")[what] == (1, ("m-ibarra",))
    done = vecina("statement 2026-11 --close --by s-holm --today 2026-12-05", root)
    assert done.exit_code == 0, done.output
    assert what not in tasks(root, "2026-12-06")
    assert tasks(root, "2026-12-06")["closed statement to pay"] == (1, ("m-ibarra",))
    assert vecina("statement 2026-11 --paid 2026-12-07 --today 2026-12-07", root).exit_code == 0
    assert "closed statement to pay" not in tasks(root, "2026-12-07")


def test_a_mentor_who_is_soon_away_needs_somebody_who_stands_in(tmp_path: Path) -> None:
    root, what = copy_of(tmp_path), "case whose mentor is away soon, without a backup"
    assert what not in tasks(root, "2026-12-06")  # away from 21 December
    assert tasks(root, "2026-12-07")[what] == (1, ("c-m3wqz",))
    assert vecina("log c-m3wqz backup m-weaver", root).exit_code == 0
    assert what not in tasks(root, "2026-12-07")


def test_feedback_is_asked_for_after_the_closing_and_not_for_ever(tmp_path: Path) -> None:
    root = copy_of(tmp_path)

    def asked(day: str) -> bool:
        return any("feedback" in what and "c-a9xgu" in about for what, (_, about) in tasks(root, day).items())

    assert vecina("log c-a9xgu closed 2026-11-23 --reason returned --returned-because no-time", root).exit_code == 0
    assert asked("2026-11-24")
    assert not asked("2027-03-01")
    assert vecina("log c-a9xgu feedback --by attorney --helpful 5", root).exit_code == 0
    assert not asked("2026-11-24")


def test_several_cases_are_vetted_in_a_line_each_and_whole_when_asked() -> None:
    said = vecina("vet", MINI).output
    assert "Write to the attorney" not in said
    assert max(map(len, said.splitlines())) <= 100
    assert "Write to the attorney" in vecina("vet --full", MINI).output


def test_the_words_of_an_option_stand_in_its_help() -> None:
    assert "no-time, schedule, conflict, experience, language or not-a-fit" in vecina("log c-7k3q9 declined --help", MINI).output
    assert "requirements-not-met" in vecina("vet --help", MINI).output
    assert "declaration-final" in vecina("log c-7k3q9 done --help", MINI).output  # not broken at its hyphen


@pytest.mark.parametrize("kind", ["case", "mentor", "attorney", "organization"])
def test_every_kind_of_new_record_has_an_example(kind: str) -> None:
    assert f"vecina new {kind}" in vecina(f"new {kind} --help", MINI).output


def test_hours_of_a_deleted_case_do_not_trouble_a_closed_month(tmp_path: Path) -> None:
    root = copy_of(tmp_path)
    row = "- month: 2026-03", "hours: 2", "basis: volunteer", "cap: 10", "closed_on: 2026-04-06", "by: s-holm"
    closed = "\n      ".join(("    " + row[0], *row[1:]))
    edit(root / "data/mentors/m-weaver.yml", ("pay:\n", f"pay:\n  paid_through: 2026-03-31\n  statements:\n{closed}\n"))
    assert "V612" in vecina("check", root).output
    gone = "removed:\n  - id: c-zzzz2\n    date: 2026-11-24\n    reason: {}\ncontacts:\n"
    edit(root / "data/program.yml", ("contacts:\n", gone.format("retention-ended")))
    assert "V612" not in vecina("check", root).output
    assert "2 hours more were in this statement" in vecina("statement m-weaver 2026-03", root).output
    edit(root / "data/program.yml", ("retention-ended", "entered-twice"))
    assert "V612" in vecina("check", root).output
