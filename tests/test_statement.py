"""A month of a mentor: what stands in its statement, closing it for good, hours that come late, and the payment."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from programs import copy_of, edit, vecina
from vecina.book import open_book
from vecina.papers.parse import parse

CASE, MENTOR = "c-a9xgu", "data/mentors/m-ibarra.yml"
CLOSE = "--close --by s-holm"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the miniature program: m-ibarra worked an hour in June and an hour and a quarter in November."""
    return copy_of(tmp_path)


def done(root: Path, words: str) -> str:
    """What a command says that does its work."""
    result = vecina(words, root)
    assert result.exit_code == 0, result.output
    return result.output


def refused(root: Path, words: str, code: int = 1) -> str:
    """What a command says that writes nothing."""
    before = (root / MENTOR).read_bytes()
    result = vecina(words, root)
    assert result.exit_code == code, result.output
    assert (root / MENTOR).read_bytes() == before
    return " ".join(result.stderr.split())


def made(root: Path, month: str = "2026-06", mentor: str = "m-ibarra") -> dict[str, object]:
    """A statement as programs read it."""
    found: dict[str, object] = json.loads(done(root, f"statement {mentor} {month} --format json"))
    return found


def test_the_last_month_that_is_over_is_shown_when_none_is_named(root: Path) -> None:
    assert done(root, "statement --today 2026-12-01").startswith("Statements of Nov 2026\n")
    assert done(root, "statement") == "Nothing is recorded for Oct 2026.\n"
    assert "Statement of Jun 2026 for Lucía Ibarra (sample), m-ibarra: open" in done(root, "statement 2026-06 m-ibarra")


def test_closing_writes_the_row_and_the_last_paid_day(root: Path) -> None:
    assert "m-ibarra: Jun 2026 closed with 1 hour." in done(root, f"statement m-ibarra 2026-06 {CLOSE}")
    pay = open_book(root).mentors["m-ibarra"].data["pay"]
    assert pay["paid_through"] == "2026-06-30"
    assert pay["statements"] == [
        {
            "month": "2026-06",
            "hours": 1,
            "basis": "hourly",
            "rate_code": "A",
            "cap": 12,
            "closed_on": "2026-11-24",
            "by": "s-holm",
        }
    ]
    assert done(root, "fmt --check")
    assert "no findings" in done(root, "check")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (f"statement m-ibarra 2026-11 {CLOSE}", "m-ibarra: the month is not over yet."),
        (f"statement m-ibarra 2026-11 {CLOSE} --today 2026-12-05", "close Jun 2026 first: months are closed in order"),
        (f"statement m-ibarra 2026-05 {CLOSE}", "nothing is recorded for this month"),
        (f"statement 2026-05 {CLOSE}", "Nothing is recorded for this month."),
        ("statement m-ibarra 2026-06 --paid 2026-07-10", "this month is not closed yet"),
    ],
)
def test_what_cannot_be_closed_or_paid_is_refused(root: Path, words: str, why: str) -> None:
    assert why in refused(root, words)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("statement m-ibarra 2026-06 --close", "Say which admin closes the month"),
        ("statement m-ibarra 2026-06 --close --by s-hom", "Did you mean s-holm? Admins are s-holm."),
        ("statement m-ibarra 2026-06 --by s-holm", "belong to --close"),
        ("statement m-ibarra 2026-06 --close --by s-holm --paid 2026-07-10", "two steps"),
        ("statement m-ibarra 2026-06 --paid 2026-12-10", "still to come"),
        ("statement m-ibara", "Did you mean m-ibarra?"),
        ("statement 2026-13", "like 2026-10"),
        ("statement m-ibarra m-sato", "one mentor and one month"),
        ("statement m-ibarra 2026-06 --format docx", "name its file with --out"),
    ],
)
def test_what_was_typed_wrong_is_answered_with_what_is_right(root: Path, words: str, why: str) -> None:
    assert why in refused(root, words, 2)


def test_a_month_is_closed_once_and_paid_once(root: Path) -> None:
    done(root, f"statement 2026-06 {CLOSE} --today 2026-07-06")
    assert "closed already" in refused(root, f"statement m-ibarra 2026-06 {CLOSE}")
    assert "paid on the day it was closed or after" in refused(root, "statement m-ibarra 2026-06 --paid 2026-07-03")
    assert "m-ibarra: Jun 2026 paid." in done(root, "statement 2026-06 --paid 2026-07-10")
    assert "in the record already" in refused(root, "statement m-ibarra 2026-06 --paid 2026-07-11")
    assert "paid Fri 10 Jul 2026" in done(root, "statement m-ibarra 2026-06")


def test_all_mentors_of_a_month_are_closed_or_none(root: Path) -> None:
    done(root, f"log {CASE} hours 2 --on 2026-06-25 --who m-weaver --for review")
    done(root, f"log {CASE} hours 2 --on 2026-05-25 --who m-weaver --for review")
    assert "m-weaver: close May 2026 first" in refused(root, f"statement 2026-06 {CLOSE}")
    done(root, f"statement m-weaver 2026-05 {CLOSE}")
    assert done(root, f"statement 2026-06 {CLOSE}").splitlines()[:2] == [
        "m-ibarra: Jun 2026 closed with 1 hour.", "m-weaver: Jun 2026 closed with 2 hours.",
    ]  # fmt: skip


def test_hours_above_the_agreed_ones_need_the_programs_word(root: Path) -> None:
    done(root, f"log {CASE} hours 12.5 --on 2026-06-25 --who mentor --for review")
    assert "1.5 hours of Jun 2026 above the 12 agreed for a month." in done(root, "statement m-ibarra 2026-06")
    assert "say so with --over-cap" in refused(root, f"statement m-ibarra 2026-06 {CLOSE}")
    done(root, f"statement m-ibarra 2026-06 {CLOSE} --over-cap")
    assert "agreed to pay them when it closed" in done(root, "statement m-ibarra 2026-06 --format md")


def test_late_hours_keep_their_day_and_are_paid_in_the_next_statement(root: Path) -> None:
    done(root, f"statement m-ibarra 2026-06 {CLOSE} --today 2026-07-06")
    before = made(root)
    said = done(root, f"log {CASE} hours 0.75 --on 2026-06-29 --who mentor --for review --today 2026-07-20")
    assert "that month is closed, so it is paid with Jul 2026" in said
    assert made(root) == before  # a closed month comes out the same for ever
    july = made(root, "2026-07")
    assert (july["hours"], july["late_hours"]) == (0.75, 0.75)
    assert july["rows"] == [{"case": CASE, "day": "2026-06-29", "activity": "review", "hours": 0.75, "late": True}]
    done(root, f"statement m-ibarra 2026-07 {CLOSE}")
    assert "no findings" in done(root, "check")


def test_late_hours_after_a_long_pause_come_into_the_statement_that_is_made_next(root: Path) -> None:
    done(root, f"statement m-ibarra 2026-06 {CLOSE} --today 2026-07-06")
    done(root, f"log {CASE} hours 0.75 --on 2026-06-29 --who mentor --for review")  # on 24 November: October's is the next
    assert made(root, "2026-10")["hours"] == 0.75


def test_late_hours_count_toward_the_agreed_hours_of_their_own_month(root: Path) -> None:
    done(root, f"statement m-ibarra 2026-06 {CLOSE} --today 2026-07-06")
    done(root, f"log {CASE} hours 11.5 --on 2026-06-29 --who mentor --for review --today 2026-07-20")
    assert made(root, "2026-07")["over"] == {"2026-06": 0.5}
    assert made(root)["over"] == {}


def test_a_closed_month_keeps_its_basis_rate_and_agreed_hours(root: Path) -> None:
    done(root, f"statement m-ibarra 2026-06 {CLOSE}")
    before = made(root)
    edit(root / MENTOR, ("capacity:\n  cases: 3\n", "capacity:\n  cases: 3\n  hours_per_month: 1\n"))
    edit(root / MENTOR, ("pay:\n  basis: hourly\n", "pay:\n  basis: volunteer\n"), ("\n  rate_code: A\n", "\n  rate_code: C\n"))
    assert made(root) == before


def test_hours_of_an_earlier_mentor_stay_hers(root: Path) -> None:
    edit(root / f"data/cases/{CASE}.yml", ("    activity: meeting\n", "    activity: meeting\n    mentor: m-weaver\n"))
    assert made(root)["rows"] == []
    assert made(root, mentor="m-weaver")["hours"] == 1


def test_a_flat_sum_is_paid_once_on_the_step_of_the_settings(root: Path) -> None:
    edit(root / "data/mentors/m-weaver.yml", ("basis: volunteer", "basis: flat"))
    assert made(root, "2026-09", "m-weaver")["flat_sums"] == [{"case": "c-c8yjf", "day": "2026-09-30"}]
    assert "1 flat sum." in done(root, f"statement m-weaver 2026-09 {CLOSE}")
    edit(root / "data/program.yml", ("  rates_kept: outside\n", "  rates_kept: outside\n  flat_sum_when: active\n"))
    assert "V612" in vecina("check", root).output  # the settings cannot change what is settled


def test_a_case_that_cannot_be_read_closes_nothing(root: Path) -> None:
    edit(root / "data/cases/c-v7htp.yml", ("id: c-v7htp", "id: : c-v7htp"))
    assert "c-v7htp cannot be read, so the hours are not complete" in refused(root, f"statement m-ibarra 2026-06 {CLOSE}")


def test_csv_adds_up(root: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(done(root, "statement m-ibarra 2026-11 --format csv"))))
    assert [(row["kind"], row["case"], row["hours"]) for row in rows] == [("hours", CASE, "1.25")]


def test_the_document_reads_as_a_page_and_as_a_file_and_is_the_same_each_time(root: Path, tmp_path: Path) -> None:
    text = done(root, "statement m-ibarra 2026-06 --format md")
    assert parse(text)
    for said in ("alone represents the client", "rate code A", "before Sun 5 Jul 2026", "Lucía Ibarra"):
        assert said in text
    out = tmp_path / "out"
    for form in ("html", "docx"):
        done(root, f"statement 2026-06 --format {form} --out {out}")
    first = {path.name: path.read_bytes() for path in out.iterdir()}
    assert set(first) == {"statement-m-ibarra-2026-06.html", "statement-m-ibarra-2026-06.docx"}
    for form in ("html", "docx"):
        done(root, f"statement 2026-06 --format {form} --out {out}")
    assert first == {path.name: path.read_bytes() for path in out.iterdir()}
