"""Move checks: each has a change that makes it fire and no other, and the same change with its reason, which is fine."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from programs import copy_of, edit, vecina
from repos import begun, committed
from vecina.cli import cli
from vecina.moves import CODES, MOVES

CASE, MENTOR, RULE, PROGRAM = (
    "data/cases/c-a9xgu.yml", "data/mentors/m-ibarra.yml", "data/rules/ic.ich_filing.yml", "data/program.yml",
)  # fmt: skip
GRANTED = "data/cases/c-c8yjf.yml"
Edit = tuple[str, str, str]


class Wrong(NamedTuple):
    """A change that should not be: what stood before, the change, the line of the finding and how its message begins."""

    code: str
    before: tuple[Edit, ...]
    change: tuple[Edit, ...]
    where: str
    said: str
    reason: tuple[Edit, ...] = ()


def why(of: str, reason: str = "typing-error", file: str = CASE, above: str = "hours") -> Edit:
    """The reason, written in the same change above a field of the record."""
    return file, f"\n{above}:\n", f"\ncorrections:\n  - date: 2026-11-24\n    of: {of}\n    reason: {reason}\n{above}:\n"


FIRST_HOURS = "hours:\n  - date: 2026-06-24\n    who: mentor\n    activity: meeting\n    hours: 1\n"
ADDED = '  - type: individual\n    date: 2027-02-09\n    time: "13:00"\n    mode: in-person\n    status: scheduled\n'
BACK = "    date: 2026-06-24\n  - status: vetted\n    date: 2026-11-24\nrequested_on"
REMOVED = "\nremoved:\n  - id: c-c8yjf\n    date: 2026-11-24\n    reason: entered-twice\ncontacts:\n"
PAIR = "mentor: m-ibarra\nbackup_mentor: m-weaver\n"
NAMED: Edit = ("data/mentors/m-weaver.yml", "\npay:\n", "\nlatest_case: c-a9xgu\npay:\n")
PAID: Edit = (MENTOR, "  rate_code: A\n", "  paid_through: 2026-10-31\n  rate_code: A\n")
LATER: tuple[Edit, ...] = (PAID,)
FOUND = "  - date: 2026-06-12\n    who: mentor\n    activity: review\n    paid_in: 2026-11\n    hours: 2\n"
HERS: Edit = (CASE, "    activity: meeting\n    hours: 1\n", "    activity: meeting\n    mentor: m-ibarra\n    hours: 1\n")
HERS_TOO: Edit = (
    CASE,
    "    activity: review\n    hours: 1.25\n",
    "    activity: review\n    mentor: m-ibarra\n    hours: 1.25\n",
)
HELD: Edit = (GRANTED, "\noutcome:\n", "\nlegal_hold:\n  since: 2026-11-20\n  by: s-alvarez\n  reason: audit\noutcome:\n")
HERS_ELSEWHERE = "  - date: 2026-06-12\n    who: mentor\n    activity: review\n    mentor: m-ibarra\n    hours: 2\n"
MET = "meetings:\n  - date: 2025-12-11\n    with: mentor\n    mode: video\n"
ROW = "  statements:\n    - month: {}\n      hours: {}\n{}      closed_on: {}\n      by: s-holm\n"
CLOSED: Edit = (
    MENTOR,
    "  rate_code: A\n",
    "  paid_through: 2026-06-30\n  rate_code: A\n" + ROW.format("2026-06", 1, "", "2026-07-05") + "      paid_on: 2026-07-09\n",
)
WEAVER = "data/mentors/m-weaver.yml"
FLAT: Edit = (WEAVER, "  basis: volunteer\n", "  basis: flat\n  paid_through: 2026-09-30\n")
FLAT_CLOSED: Edit = (
    WEAVER,
    "agreement_signed: 2025-06-02\n",
    ROW.format("2026-09", 0, "      cases: 1\n      basis: flat\n", "2026-10-05") + "agreement_signed: 2025-06-02\n",
)
RATES: Edit = (
    PROGRAM,
    "  rates_kept: outside\n",
    "  rates_kept: here\n  rates:\n    - code: A\n      from: 2026-01-01\n      amount: 80\n",
)
KEPT = REMOVED.replace("entered-twice", "retention-ended")
WRONG = [
    Wrong("V801", (), ((CASE, "    date: 2026-06-04\n", "    date: 2026-06-05\n"),),
          f"{CASE}:7:5", "step 2 of the history stays as it was", (why("history"),)),
    Wrong("V802", (PAID,), ((CASE, "    activity: meeting\n    hours: 1\n", "    activity: meeting\n    hours: 2\n"),),
          f"{CASE}:", "the hours of this time have been paid", (why("hours"),)),
    Wrong("V802", (PAID,), ((CASE, FIRST_HOURS, "hours:\n"),),
          f"{CASE}:", "hours that have been paid stay as they were", (why("hours"),)),
    Wrong("V803", (), ((CASE, "      done: 2026-08-31\n", ""),),
          f"{CASE}:", "this milestone was done", (why("done", "wrong-case"),)),
    Wrong("V803", (), ((CASE, "  eoir_28: 2026-06-17\n", "  eoir_28: 2026-06-18\n"),),
          f"{CASE}:", "this requirement was met", (why("done"),)),
    Wrong("V803", (), ((CASE, "i589_filed: 2026-07-30", "i589_filed: 2026-07-31"),),
          f"{CASE}:", "the I-589 was filed", (why("done"),)),
    Wrong("V802", LATER, ((CASE, "hours:\n", "hours:\n" + FOUND.replace("    paid_in: 2026-11\n", "")),),
          f"{CASE}:", "the hours of this time have been paid", (why("hours"),)),
    Wrong("V804", (), ((CASE, PAIR, "mentor: m-weaver\nbackup_mentor: m-ibarra\n"), NAMED, HERS, why("mentor")),
          f"{CASE}:", "these hours were an earlier mentor's", (HERS_TOO,)),
    Wrong("V811", (), ((CASE, "    date: 2026-05-12\n", "    date: 2026-05-13\n"),),
          f"{CASE}:", "the hearing that stood here stays on record", (why("hearing", "notice-corrected"),)),
    Wrong("V812", (), ((GRANTED, "    date: 2026-09-15\n    served: orally\n", "    date: 2026-09-14\n    served: orally\n"),),
          f"{GRANTED}:", "an order that was entered keeps its dates",
          (why("order", file=GRANTED, above="outcome"),)),
    Wrong("V813", (), ((CASE, "      due: 2026-12-04\n", "      due: 2026-12-11\n"),),
          f"{CASE}:", "the day agreed for this milestone stays", (why("milestone", "agreed-anew"),)),
    Wrong("V821", (), ((CASE, PAIR, "mentor: m-weaver\nbackup_mentor: m-ibarra\n"), NAMED, HERS, HERS_TOO),
          f"{CASE}:", "an open case keeps its mentor", (why("mentor", "mentor-unavailable"),)),
    Wrong("V822", (), ((GRANTED, "", ""),), f"{GRANTED}:1:", "this record was deleted",
          ((PROGRAM, "\ncontacts:\n", REMOVED),)),
    Wrong("V825", (), ((GRANTED, "", ""), (PROGRAM, "\ncontacts:\n", KEPT)),
          f"{GRANTED}:1:", "the time for which this record is kept"),
    Wrong("V825", (HELD,), ((GRANTED, "", ""), (PROGRAM, "\ncontacts:\n", REMOVED)),
          f"{GRANTED}:1:", "a legal hold keeps this record"),
    Wrong("V824", (), ((CASE, PAIR, "mentor: m-weaver\n"), why("mentor"), HERS, HERS_TOO),
          "data/mentors/m-weaver.yml:1:", "this mentor was given c-a9xgu",
          (NAMED,)),
    Wrong("V801", (why("hearing"),), ((CASE, "    of: hearing\n", "    of: order\n"),),
          f"{CASE}:", "the reasons of earlier changes stay"),
    Wrong("V802", (PAID,), ((GRANTED, "\noutcome:\n", "\nhours:\n" + HERS_ELSEWHERE + "outcome:\n"),),
          f"{GRANTED}:", "the hours of this time have been paid"),
    Wrong("V802", (FLAT, FLAT_CLOSED), ((GRANTED, "mentor: m-weaver\n", "mentor: m-ibarra\n"),),
          f"{GRANTED}:", "the flat sum of this case was paid to m-weaver", (why("hours", file=GRANTED, above="outcome"),)),
    Wrong("V805", (CLOSED,), ((MENTOR, "      hours: 1\n", "      hours: 1.25\n"),),
          f"{MENTOR}:", "a month that was closed stays"),
    Wrong("V805", (CLOSED,), ((MENTOR, CLOSED[2], "  rate_code: A\n"),), f"{MENTOR}:", "a month that was closed stays"),
    Wrong("V805", (CLOSED,), ((MENTOR, "      paid_on: 2026-07-09\n", ""),), f"{MENTOR}:", "a month that was closed stays"),
    Wrong("V805", (PAID,), ((MENTOR, "paid_through: 2026-10-31", "paid_through: 2026-09-30"),),
          f"{MENTOR}:", "the days whose hours have been paid do not become fewer"),
    Wrong("V806", (CLOSED, RATES), ((PROGRAM, "      amount: 80\n", "      amount: 90\n"),),
          f"{PROGRAM}:", "rates by which closed months were paid stay"),
    Wrong("V825", (PAID, (GRANTED, "\noutcome:\n", "\nhours:\n" + HERS_ELSEWHERE + "outcome:\n")),
          ((GRANTED, "", ""), (PROGRAM, "\ncontacts:\n", REMOVED)),
          f"{GRANTED}:1:", "hours of this record have been paid"),
    Wrong("V826", (HELD,), ((GRANTED, HELD[2], "\noutcome:\n"),), f"{GRANTED}:", "the legal hold that stood here stays"),
    Wrong("V826", (HELD,), ((GRANTED, "  since: 2026-11-20\n", "  since: 2026-11-21\n"),),
          f"{GRANTED}:", "the legal hold that stood here stays"),
    Wrong("V826", (HELD,), ((GRANTED, MET, ""),), f"{GRANTED}:", "a legal hold keeps every row"),
    Wrong("V831", (), ((RULE, "count: 15", "count: 16"),), f"{RULE}:", "a value of the past stays as it was"),
]  # fmt: skip


def apply(root: Path, edits: Iterable[Edit]) -> None:
    """Makes the edits; one without any text deletes its file."""
    for file, old, new in edits:
        if old or new:
            edit(root / file, (old, new))
        else:
            (root / file).unlink()


def moved(root: Path) -> list[str]:
    """The findings about the change alone."""
    return re.findall(r"^.* V8\d\d .*$", vecina("check --base HEAD", root).output, re.MULTILINE)


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    """The miniature program, to be committed."""
    return begun(copy_of(tmp_path))


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: f"{wrong.code}-{wrong.said[:24]}")
def test_a_wrong_change_is_found_and_with_its_reason_it_is_fine(repo: Path, wrong: Wrong) -> None:
    apply(repo, wrong.before)
    committed(repo)
    assert moved(repo) == []
    apply(repo, wrong.change)
    (found,) = moved(repo)
    assert found.startswith(wrong.where)
    assert f" {wrong.code} {wrong.said}" in found
    if wrong.reason:
        apply(repo, wrong.reason)
        assert moved(repo) == []


def test_a_reason_serves_once(repo: Path) -> None:
    committed(repo)
    apply(repo, [(CASE, "    date: 2026-05-12\n", "    date: 2026-05-13\n"), why("hearing")])
    committed(repo)
    apply(repo, [(CASE, "    date: 2026-05-13\n", "    date: 2026-05-14\n")])
    assert [" V811 " in line for line in moved(repo)] == [True]


def test_every_move_check_has_a_change_that_makes_it_fire() -> None:
    tried = {wrong.code for wrong in WRONG} | {"V823"}
    assert tried == {move.code.code for move in MOVES}


@pytest.mark.parametrize("code", [move.code.code for move in MOVES])
def test_every_code_has_a_page_that_says_how_to_mend(code: str) -> None:
    page = CliRunner().invoke(cli, ["explain", code]).output
    assert page.startswith(f"{code}  {CODES[code].title}\n\n")
    assert "\nMend: " in page


FINE = [
    ((CASE, "    mode: in-person\n    status: scheduled\n", "    mode: in-person\n    status: adjourned\n"),
     (CASE, "asylum_clock:\n", ADDED + "asylum_clock:\n")),
    ((CASE, "agreed_on: 2026-06-24\n", "agreed_on: 2026-11-23\n"), (CASE, "      due: 2026-12-04\n", "      due: 2026-12-11\n")),
    ((CASE, "  - date: 2026-11-06\n    who: mentor\n", "  - date: 2026-11-07\n    who: mentor\n"), PAID),
    ((CASE, "i589_filed: 2026-07-30", "i589_filed: 2026-08-10"),
     (CASE, "asylum_clock:\n", "events:\n  - kind: i589-returned\n    date: 2026-08-03\n    done: 2026-08-10\nasylum_clock:\n")),
    ((RULE, "status: in-force", "status: vacated"),),
    ((CASE, "status: active\n", "status: vetted\n"), (CASE, "    date: 2026-06-24\nrequested_on", BACK),
     (CASE, PAIR, ""), HERS, HERS_TOO),
    (*LATER, (CASE, "hours:\n", "hours:\n" + FOUND)),
    (CLOSED, RATES),
    (HELD, (GRANTED, "  reason: audit\n", "  reason: audit\n  ended: 2026-11-23\n")),
]  # fmt: skip


@pytest.mark.parametrize("edits", FINE, ids=range(len(FINE)))
def test_what_changes_in_the_right_way_is_no_finding(repo: Path, edits: tuple[Edit, ...]) -> None:
    """Hearings adjourned, plans agreed anew, hours not paid yet, an I-589 filed again, a vacated rule, a case back."""
    committed(repo)
    apply(repo, edits)
    assert moved(repo) == []


def test_an_id_is_given_once(repo: Path) -> None:
    """Neither one that is named as removed nor one that the repository's past had."""
    first = (repo / GRANTED).read_text(encoding="utf-8")
    committed(repo)
    (repo / GRANTED).unlink()
    committed(repo)
    (repo / GRANTED).write_text(first, encoding="utf-8")
    (found,) = moved(repo)
    assert found.startswith(f"{GRANTED}:1:1 V823 a record of this id existed")
