"""One line writes what happened: the right lines and no others, or nothing at all and the reason."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path

import pytest

from outside import ROOT
from programs import copy_of, vecina
from test_match import edit
from vecina.book import open_book
from vecina.cli.log import command
from vecina.edit import Put, edited

CASE = "c-a9xgu"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the miniature program."""
    return copy_of(tmp_path)


def file(root: Path, case: str = CASE) -> Path:
    return root / f"data/cases/{case}.yml"


def changes(root: Path, words: str, case: str = CASE) -> list[str]:
    """The lines of the case's file that a line about it adds and takes away."""
    before = file(root, case).read_text()
    done = vecina(f"log {case} {words}", root)
    assert done.exit_code == 0, done.output
    assert vecina("check", root).exit_code == 0
    diff = list(unified_diff(before.splitlines(), file(root, case).read_text().splitlines(), lineterm="", n=0))[2:]
    return [line for line in diff if not line.startswith("@@")]


def refused(root: Path, words: str, case: str = CASE) -> str:
    """What is said to a line that is not written."""
    before = file(root, case).read_bytes()
    done = vecina(f"log {case} {words}", root)
    assert done.exit_code == 2, done.output
    assert file(root, case).read_bytes() == before
    return done.stderr


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("met 2026-11-20 --by phone", ["+  - date: 2026-11-20", "+    with: mentor", "+    mode: phone"]),
        ("met yesterday --with client --by in-person", ["+  - date: 2026-11-23", "+    with: client", "+    mode: in-person"]),
        (
            "hours 1.5 --on 2026-11-20 --who mentor --for review",
            ["+  - date: 2026-11-20", "+    who: mentor", "+    activity: review", "+    hours: 1.5"],
        ),
        (
            "hours 2 --who m-weaver --for Hearing_preparation",
            ["+  - date: 2026-11-24", "+    who: mentor", "+    activity: preparation", "+    mentor: m-weaver", "+    hours: 2"],
        ),
        (
            "hours 0.25 --who a-finch --for drafting",
            ["+  - date: 2026-11-24", "+    who: attorney", "+    activity: drafting", "+    hours: 0.25"],
        ),
        ("message 2026-11-20 --from attorney --to mentor", ["+  - asked: 2026-11-20", "+    by: attorney", "+    to: mentor"]),
        ("answered 2026-11-20", ["+    answered: 2026-11-20"]),
        (
            "check-in --how phone --in-time",
            ["+  - date: 2026-11-24", "+    by: program", "+    how: phone", "+    replies_in_time: true"],
        ),
        ("done translations 2026-11-19", ["+      done: 2026-11-19"]),
        ("filed package", ["+    filed: 2026-11-24", "+      done: 2026-11-24"]),
        ("filed i-765 2026-11-20", ["+  i765_filed: 2026-11-20"]),
        (
            "hearing 2027-02-09 --time 13:00 --moved-from 2026-12-28",
            [
                "+    status: adjourned",
                "+  - type: individual",
                "+    date: 2027-02-09",
                '+    time: "13:00"',
                "+    mode: in-person",
            ],
        ),
        (
            "hearing 2026-11-20 held --type master-calendar --mode webex",
            ["+  - type: master-calendar", "+    date: 2026-11-20", "+    mode: internet", "+    status: held"],
        ),
        ("hearing 2026-12-28 vacated", ["-    status: scheduled", "+    status: vacated"]),
        ("hearing 2026-12-28 --filing-date 2026-12-10", ["+    judge_set_filing_date: 2026-12-10"]),
        (
            "closed 2026-11-20 --reason decided --decided-on 2026-11-18 --relief asylum --result granted",
            [
                "-status: active", "+status: closed", "+  - status: closed", "+    date: 2026-11-20", "+    reason: decided",
                "+outcome:", "+  - relief: asylum", "+    result: granted", "+    decided_on: 2026-11-18",
            ],
        ),
    ],
)  # fmt: skip
def test_each_word_writes_its_lines_and_no_others(root: Path, words: str, lines: list[str]) -> None:
    assert sorted(changes(root, words)) == sorted(lines)  # lines that are alike can change places in a diff
    assert vecina("fmt --check", root).exit_code == 0


@pytest.mark.parametrize(
    ("case", "words", "lines"),
    [
        ("c-m3wqz", "done agreement_signed 2026-11-18", ["+  agreement_signed: 2026-11-18"]),
        (
            "c-m3wqz",
            "done malpractice-cover --source own-carrier",
            ["+  malpractice_cover:", "+    source: own-carrier", "+    confirmed_on: 2026-11-24"],
        ),
        ("c-v7htp", "filed I-589 2026-11-20", ["+i589_filed: 2026-11-20"]),
        ("c-r4kse", "status vetted", ["-status: requested", "+status: vetted", "+  - status: vetted", "+    date: 2026-11-24"]),
        (
            "c-r4kse",
            "order scheduling-order 2026-11-23 --due 2027-01-11 --for filing-package",
            [
                "+orders:", "+  - kind: scheduling-order", "+    date: 2026-11-23", "+    due_for: filing-package",
                "+    due: 2027-01-11",
            ],
        ),
    ],
)  # fmt: skip
def test_what_is_not_in_the_record_yet_gets_its_place(root: Path, case: str, words: str, lines: list[str]) -> None:
    assert changes(root, words, case) == lines
    assert vecina("fmt --check", root).exit_code == 0


def test_steps_after_orders_and_events_stand_under_them(tmp_path: Path) -> None:
    root = copy_of(tmp_path, ROOT)
    step = ["+    steps:", "+      - step: petition-for-review", "+        date: 2026-11-20"]
    assert changes(root, "filed pfr 2026-11-20", "c-6vygk") == step
    stay = ["+      - step: stay", "+        date: 2026-11-23", "+        waived: true"]
    assert changes(root, "waived stay yesterday --after bia-decision", "c-6vygk") == stay
    assert "already in the record" in refused(root, "filed petition-for-review", "c-6vygk")
    assert changes(root, "filed response", "c-7wrs9") == ["+    done: 2026-11-24"]
    assert "no order or event" in refused(root, "filed appeal", "c-7wrs9")


def test_remarks_and_an_odd_layout_survive(root: Path) -> None:
    edit(root, f"cases/{CASE}", "meetings:\n", "# who met whom\nmeetings:   # by date\n")
    edit(root, f"cases/{CASE}", "status: active\n", "status:   'active'   # as somebody wrote it\n")
    assert changes(root, "met 2026-11-20") == ["+  - date: 2026-11-20", "+    with: mentor", "+    mode: video"]
    path = file(root)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert vecina(f"log {CASE} met 2026-11-21", root).exit_code == 0
    assert path.read_bytes().count(b"\n") == path.read_bytes().count(b"\r\n")


def test_a_row_stands_in_the_order_of_its_list(root: Path) -> None:
    vecina(f"log {CASE} met 2026-09-01 --with client --by video", root)
    vecina(f"log {CASE} hearing 2026-11-20 held --type master-calendar --mode internet", root)
    vecina(f"log {CASE} hearing 2027-02-09 --moves", root)
    record = open_book(root).cases[CASE].data
    assert [row["date"] for row in record["meetings"]] == ["2026-06-24", "2026-09-01", "2026-10-22"]
    assert [(row["date"], row["status"]) for row in record["hearings"]] == [
        ("2026-05-12", "held"), ("2026-11-20", "held"), ("2026-12-28", "adjourned"), ("2027-02-09", "scheduled"),
    ]  # fmt: skip


def test_it_says_what_was_written_and_what_follows(root: Path) -> None:
    said = vecina(f"log {CASE} hearing 2027-02-09 --time 13:00 --moves", root).output.splitlines()
    assert said[0] == "Individual hearing moved from Mon 28 Dec 2026 to Tue 9 Feb 2027, at 13:00, in person."
    assert "  Pre-hearing filings: Fri 8 Jan 2027 (was Fri 27 Nov 2026)" in said
    assert "  Mentoring plan: the hearing has moved: Tue 24 Nov 2026" in said
    assert "  Pre-hearing filings: done (had no date)" in vecina("log c-d5nbe filed package", root).output.splitlines()
    assert "No due date changes." in vecina(f"log {CASE} hours 1 --who mentor --for review", root).output


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("met 2026-11-25", "still to come"),
        ("met 20.11.2026", "write the day as YYYY-MM-DD"),
        ("met --with client", "Say how attorney and client met"),
        ("met 2026-06-24", "already in the record"),
        ("met --by vidoe", "Did you mean video? Choose in-person, video or phone."),
        ("mett", "Did you mean met? Choose met, hours"),
        ("", "Say what happened"),
        ("hours 1.3 --who mentor --for review", "in quarters"),
        ("hours 1 --who m-wever --for review", "Did you mean m-weaver?"),
        ("hours 1 --who a-oduya --for review", "the case's own attorney"),
        ("hours 1 --who mentor", "Choose meeting, review"),
        ("message --from mentor --to mentor", "must differ"),
        ("answered --asked 2026-11-22", "Open are those of 2026-11-18 (to the attorney), 2026-11-23 (to the mentor)"),
        ("done brief-draft", "no such step. Open in it: translations"),
        ("done declaration-draft", "done already"),
        ("done translations --due 2026-11-19", "Open: 2026-11-18"),
        ("done translatoins", "Did you mean translations?"),
        ("done conflict_check", "already in the record"),
        ("filed I-589", "already in the record"),
        ("filed package --hearing 2027-01-01", "No scheduled hearing"),
        ("filed pfr", "no order or event"),
        ("filed fee --after banana", "not on the list"),
        ("hearing 2026-12-28 held", "cannot have been held"),
        ("hearing 2026-12-28", "Say what became of it"),
        ("hearing 2027-02-09 --type individual", "needs --type and --mode"),
        ("hearing 2026-11-20 --type bond --mode webex", "has gone by"),
        ("hearing 2027-02-09 --moved-from 2027-01-01", "Scheduled: 2026-12-28"),
        ("hearing 2027-02-09 --moves --time 9:30", "24-hour clock"),
        ("order bia-decision 2026-11-20 --served mail", "--served-on"),
        ("order scheduling-order --due 2027-01-11", "--due with the day, and --for"),
        ("status active", "has this status already"),
        ("status withdrawn", "--reason"),
        ("closed --reason decided --relief asylum", "Each --relief needs its --result"),
        ("closed --reason decided --relief asylum --result granted", "--decided-on"),
        ("met --wiht client", "Did you mean --with?"),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(root: Path, words: str, why: str) -> None:
    assert why in " ".join(refused(root, words).split())


def test_nothing_that_was_typed_is_repeated(root: Path) -> None:
    for words in ("Zyx", "met Zyx", "met today Zyx", "met --Zyx", "met --by Zyx", "done Zyx", "hours 1 --who Zyx --for review"):
        assert "Zyx" not in refused(root, words)


def test_a_case_that_is_not_there_is_answered_with_the_nearest(root: Path) -> None:
    assert "Did you mean c-a9xgu?" in vecina("log c-a9xg met", root).stderr
    assert "The case comes before the word" in vecina("log met 2026-11-20", root).stderr


def test_what_brings_a_finding_is_refused_whole(root: Path) -> None:
    before = file(root, "c-m3wqz").read_bytes()
    shown = vecina("log c-m3wqz status onboarding --commit", root)
    assert (shown.exit_code, shown.stdout) == (1, "")
    assert "V453 this status needs the day the agreement was signed" in shown.stderr
    assert file(root, "c-m3wqz").read_bytes() == before


def test_a_finding_that_was_there_before_stops_nobody_from_mending(root: Path) -> None:
    edit(root, f"cases/{CASE}", "  conflict_check: 2026-06-10\n  consent_to_mentoring: 2026-06-11\n", "")
    assert "V453" in vecina("check", root).output
    for what in ("conflict_check", "consent_to_mentoring"):
        assert vecina(f"log {CASE} done {what} 2026-06-10", root).exit_code == 0
    assert vecina("check", root).exit_code == 0


def test_a_file_that_changes_meanwhile_or_cannot_be_written_is_left(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def meanwhile(kind: str, raw: bytes, puts: list[Put]) -> str:
        file(root).write_bytes(raw + b"# somebody else\n")
        return edited(kind, raw, puts)

    monkeypatch.setattr("vecina.cli.writing.edited", meanwhile)
    shown = vecina(f"log {CASE} met", root)
    assert (shown.exit_code, "changed meanwhile" in shown.stderr) == (1, True)
    assert file(root).read_text().endswith("# somebody else\n")
    monkeypatch.undo()
    file(root, "c-m3wqz").chmod(0o444)
    assert vecina("log c-m3wqz done agreement_signed", root).exit_code == 1
    assert not list((root / "data/cases").glob(".*"))


def test_what_has_no_place_for_a_line_is_left_and_said(root: Path) -> None:
    meetings = file(root).read_text().partition("meetings:\n")[2].partition("check_ins:")[0]
    edit(root, f"cases/{CASE}", meetings, "  [{date: 2026-06-24, with: mentor, mode: video}]\n")
    shown = vecina(f"log {CASE} met", root)
    assert (shown.exit_code, "`vecina fmt" in shown.stderr) == (1, True)
    assert vecina(f"fmt {file(root)}", root).exit_code == 0
    assert vecina(f"log {CASE} met", root).exit_code == 0


def test_a_dry_run_writes_nothing(root: Path) -> None:
    before = file(root).read_bytes()
    for words in (f"log {CASE} --dry-run met", f"log {CASE} met --dry-run --commit"):
        shown = vecina(words, root)
        assert (shown.exit_code, shown.output.splitlines()[0]) == (
            0, f"Nothing was written. It would be, in 3 lines of data/cases/{CASE}.yml:",
        )  # fmt: skip
        assert "mode: video" not in shown.output  # a log is read by many
    assert file(root).read_bytes() == before


def test_every_word_has_help_with_an_example(root: Path) -> None:
    for name in command.commands:
        assert f"vecina log c-7k3q9 {name}" in vecina(f"log {name} --help", root).output
        assert f"vecina log c-7k3q9 {name}" in vecina(f"log {CASE} {name} -h", root).output
