"""`vecina diff`: what a change says and brings about, from Git's own objects, in words that hold no value of free text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from programs import copy_of, edit, vecina
from repos import begun, committed, git
from vecina.store import pairing

CASE, OTHER, MENTOR, ATTORNEY = (
    "data/cases/c-a9xgu.yml", "data/cases/c-v7htp.yml", "data/mentors/m-ibarra.yml", "data/attorneys/a-finch.yml",
)  # fmt: skip


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    """The miniature program, committed."""
    root = begun(copy_of(tmp_path))
    committed(root)
    return root


def told(repo: Path, words: str = "HEAD") -> dict[str, list[str]]:
    """What is said of each record, what follows behind an arrow."""
    data = json.loads(vecina(f"diff {words} --format json", repo).output)
    return {row["id"]: [*row["changes"], *(f"→ {line}" for line in row["effects"])] for row in data["records"]}


CHANGES: list[tuple[str, list[tuple[str, str]], list[str]]] = [
    (CASE, [("mentor: m-ibarra", "mentor: m-sato")],
     ["Mentor m-ibarra → m-sato (m-sato now 2 of 1, m-ibarra now 1 of 3)"]),
    (CASE, [("date: 2026-12-28", "date: 2027-03-08")],
     ["Individual hearing moved from Mon 28 Dec 2026 to Mon 8 Mar 2027",
      "→ Check-in by Thu 10 Dec 2026 instead of Tue 24 Nov; Pre-hearing filings by Fri 5 Feb 2027 instead of Fri 27 Nov 2026",
      "→ new: Mentoring plan: the hearing has moved, by Tue 24 Nov 2026"]),
    (CASE, [("date: 2026-12-28\n    time: \"09:00\"", "date: 2026-12-28\n    time: \"13:30\"")],
     ["Hearing of Mon 28 Dec 2026, time: 09:00 → 13:30"]),
    (CASE, [("due: 2026-11-18\n      owner: attorney", "due: 2026-11-18\n      owner: attorney\n      done: 2026-11-23")],
     ["Translations and certificates done on Mon 23 Nov 2026", "→ met: Translations and certificates"]),
    (CASE, [("due: 2026-12-04", "due: 2026-11-20")],
     ["Meeting the client in person due on Fri 20 Nov 2026, was Fri 4 Dec 2026",
      "→ becomes late: Meeting the client in person, 4 days late",
      "→ Meeting the client in person by Fri 20 Nov 2026 instead of Fri 4 Dec"]),
    (CASE, [("languages: [es]", "languages: [es, fr]")], ["Languages: French added"]),
    (CASE, [("id: c-a9xgu\n", "id: c-a9xgu # looked at\n")], ["Only remarks or the layout changed"]),
    (MENTOR, [("cases: 3", "cases: 4")], ["Capacity, cases at once: 3 → 4", "m-ibarra now 2 of 4"]),
    (ATTORNEY, [("name: Corinne Finch (sample)", "name: Somebody Secret")], ["Name changed"]),
]  # fmt: skip


@pytest.mark.parametrize(("file", "pairs", "wanted"), CHANGES)
@pytest.mark.parametrize("whole", [3_000, 0], ids=["whole", "in part"])
def test_a_change_in_sentences(
    repo: Path, file: str, pairs: list[tuple[str, str]], wanted: list[str], whole: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A large program is read in part, and the same is said."""
    monkeypatch.setattr(pairing, "WHOLE", whole)
    edit(repo / file, *pairs)
    assert told(repo)[Path(file).stem] == wanted
    assert "Secret" not in vecina("diff HEAD", repo).output


def test_a_new_case_and_one_that_is_gone(repo: Path) -> None:
    edit(repo / OTHER, ("id: c-v7htp", "id: c-k7p4x"))
    (repo / OTHER).rename(repo / "data/cases/c-k7p4x.yml")
    found = told(repo)
    assert found["c-v7htp"][0] == "Record deleted"
    assert found["c-k7p4x"][0].startswith("New case, ")


def test_what_an_attorney_s_record_moves_in_cases_is_said_there(repo: Path) -> None:
    """The case's own record is not changed: it says so."""
    edit(repo / ATTORNEY, ("eoir_id: true", "eoir_id: false"))
    assert told(repo)["a-finch"] == ["EOIR ID: yes → no"]


def test_a_setting_of_the_program_moves_the_dates_of_every_case(repo: Path) -> None:
    edit(repo / "data/program.yml", ("reply_business_days: 2", "reply_business_days: 4"))
    found = told(repo)
    assert found["program"] == ["Reply time (business days): 2 → 4"]
    assert any(line.startswith("→ Answer to the") for line in found["c-a9xgu"])
    assert "c-a9xgu, not changed itself" in vecina("diff HEAD", repo).output


def test_a_record_that_cannot_be_read_is_named_and_nothing_of_it_shown(repo: Path) -> None:
    edit(repo / CASE, ("detained: false", "detained: secret"))
    assert told(repo)["c-a9xgu"] == ["This case cannot be read; `vecina check` says why"]


def test_revisions_are_read_from_git_and_never_from_the_disk(repo: Path) -> None:
    first = git(repo, "rev-parse", "HEAD")
    edit(repo / CASE, ("due: 2026-12-04", "due: 2026-12-07"))
    second = committed(repo)
    (repo / CASE).write_text("not a record", encoding="utf-8")
    assert (
        told(repo, f"{first} {second}")["c-a9xgu"][0] == "Meeting the client in person due on Mon 7 Dec 2026, was Fri 4 Dec 2026"
    )
    assert told(repo, f"{second} {second}") == {}


def test_the_matches_that_change(repo: Path) -> None:
    edit(repo / "data/mentors/m-weaver.yml", ("status: active", "status: paused"))
    assert json.loads(vecina("diff HEAD --format json", repo).output)["matches"] == [
        "c-v7htp: m-ibarra proposed instead of m-weaver"
    ]


@pytest.mark.parametrize("words", ["diff no-such", "diff HEAD no-such", "diff --help"])
def test_a_revision_that_is_not_there_is_wrong_usage(repo: Path, words: str) -> None:
    done = vecina(words, repo)
    assert done.exit_code == (0 if "--help" in words else 2)
    assert "no-such" not in done.output


def test_nothing_changes(repo: Path) -> None:
    assert vecina("diff HEAD", repo).output == "No record changes.\n"


def blocks(text: str) -> Iterator[str]:
    return (line for line in text.splitlines() if line.startswith("- "))


def test_a_comment_is_cut_between_records_and_says_so(repo: Path) -> None:
    from vecina.changes.diff import Diff, Told
    from vecina.clock import today
    from vecina.report.diff import as_annotations, as_markdown_page

    rows = tuple(Told("case", f"c-{n}", f"data/cases/c-{n}.yml", "changed", ("x" * 90,), (), int(n < 3)) for n in range(30))
    diff = Diff(today({"sample_today": "2026-11-24"}), rows, ())
    page = as_markdown_page(diff, 1_000)
    assert len(page) < 1_100
    assert page.endswith("more parts not shown here; `vecina diff` shows all.")
    assert 5 < len(list(blocks(page))) < 12
    said = list(as_annotations(diff))
    assert [line.split(" ")[0] for line in said] == ["::warning"] * 3 + ["::notice"] * 9 + ["::notice::18"]
