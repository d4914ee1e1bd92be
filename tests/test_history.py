"""Who changed which date when, out of Git: each commit's own changes, and a plain word about what is not known."""

from __future__ import annotations

from pathlib import Path

import pytest

from histories import CASE, COURT, MOVED, changed, moved_program, of, program, said
from repos import committed, git
from test_match import edit
from vecina.changes import History, history


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The miniature program, committed."""
    return program(tmp_path)


@pytest.fixture
def moved(tmp_path: Path) -> Path:
    """The same, after somebody moved the hearing of a case."""
    return moved_program(tmp_path)


def test_who_changed_which_date_when(moved: Path) -> None:
    """The day is the author's by her own clock, and the newest change stands first."""
    step = "  - status: onboarding\n    date: 2026-11-19\nrequested_on"
    edit(moved, CASE, "status: matched\nhistory", "status: onboarding\nhistory")
    commit = changed(moved, "requested_on", step, "Ben Mentor", "2026-11-23T08:00:00-06:00")
    got = of(moved)
    assert [(entry.day.isoformat(), entry.author, entry.sentences) for entry in got.entries] == [
        ("2026-11-23", "Ben Mentor", ("Status: Onboarding, was Matched", "Status onboarding added: Thu 19 Nov 2026")),
        ("2026-11-20", "Ada Admin", (MOVED,)),
        ("2020-02-02", "Sample", ("Record created",)),
    ]
    assert got.entries[0].commit == commit
    assert (got.complete, got.why) == (True, "")


def test_a_change_of_nothing_that_is_told_has_no_entry(moved: Path) -> None:
    changed(moved, "country: HN", "country: GT")
    changed(moved, "status: matched\n", "# a remark\nstatus: matched\n")
    assert said(moved) == [MOVED, "Record created"]
    assert of(moved).complete


def test_a_merge_that_changes_nothing_itself_does_not_show(root: Path) -> None:
    """What was changed in two branches is told of those who changed it, though the merged record stands in neither."""
    git(root, "switch", "-q", "-c", "side")
    changed(root, "2027-02-09", "2027-02-16")
    git(root, "switch", "-q", "main")
    changed(root, "court: NYC", "court: HOU", "Ben Mentor")
    git(root, "merge", "-q", "--no-edit", "side")
    assert "2027-02-16" in (root / f"data/{CASE}.yml").read_text()
    assert "court: HOU" in (root / f"data/{CASE}.yml").read_text()
    assert {(entry.author, entry.sentences) for entry in of(root).entries} == {
        ("Ada Admin", (MOVED,)), ("Ben Mentor", (COURT,)), ("Sample", ("Record created",)),
    }  # fmt: skip


@pytest.fixture
def split(moved: Path) -> Path:
    """The hearing was moved to two days in two branches, and a merge of them waits to be settled."""
    git(moved, "switch", "-q", "-c", "side", "HEAD~1")
    changed(moved, "2027-02-09", "2027-02-23", "Ben Mentor")
    git(moved, "switch", "-q", "main")
    git(moved, "merge", "-q", "--no-commit", "-s", "ours", "side")
    return moved


def test_a_merge_shows_what_it_changed_itself(split: Path) -> None:
    """Whoever settled the conflict chose a third day."""
    changed(split, "2027-02-16", "2027-03-02", "Cy Editor")
    assert said(split)[0] == "Master calendar hearing moved from Tue 16 Feb 2027 to Tue 2 Mar 2027"
    assert of(split).entries[0].author == "Cy Editor"
    assert len(of(split).entries) == 4


def test_what_a_merge_left_out_is_said_to_be(split: Path) -> None:
    """Nobody takes the other branch's day for the one that holds."""
    git(split, "commit", "-q", "-m", "sample")
    side = "Master calendar hearing moved from Tue 9 Feb 2027 to Tue 23 Feb 2027"
    assert sorted(entry.sentences for entry in of(split).entries) == [(MOVED,), (side, history.LEFT_OUT), ("Record created",)]


def test_a_renamed_or_copied_record_begins_anew(moved: Path) -> None:
    """No two records have one history, however alike they are."""
    path = moved / f"data/{CASE}.yml"
    path.rename(path.with_name("c-aaaaa.yml"))
    committed(moved)
    path.with_name("c-bbbbb.yml").write_bytes(path.with_name("c-aaaaa.yml").read_bytes())
    committed(moved)
    assert said(moved, "c-aaaaa") == said(moved, "c-bbbbb") == ["Record created"]
    assert said(moved) == ["Record deleted", MOVED, "Record created"]
    assert of(moved).complete


def test_a_version_that_could_not_be_read_breaks_no_other(moved: Path) -> None:
    """The next one is compared with the last that can be read."""
    changed(moved, "hearings:", "hearings: [", "Ben Mentor")
    changed(moved, "court: NYC", "court: HOU")
    edit(moved, CASE, "2027-02-16", "2027-03-02")
    changed(moved, "hearings: [", "hearings:")
    assert said(moved) == [
        "Master calendar hearing moved from Tue 16 Feb 2027 to Tue 2 Mar 2027",
        COURT,
        "This version could not be read",
        MOVED,
        "Record created",
    ]
    assert (of(moved).complete, of(moved).why) == (False, "Some versions could not be read.")


@pytest.mark.parametrize("raw", [b"", b"\xff", b"#" * 300_000, b"- a list\n", b"id: c-m3wqz\n  date: 2026-01-01\n", b"\0" * 9])
def test_a_first_version_that_could_not_be_read_leaves_the_next_unknown(root: Path, raw: bytes) -> None:
    path = root / "data/cases/c-aaaaa.yml"
    path.write_bytes(raw)
    committed(root)
    path.write_bytes((root / f"data/{CASE}.yml").read_bytes())
    committed(root)
    assert said(root, "c-aaaaa") == [history.UNREAD_BEFORE, "Record created"]
    assert not of(root, "c-aaaaa").complete


def test_only_the_newest_versions_are_told(moved: Path) -> None:
    """That there are older ones is said, and where."""
    changed(moved, "2027-02-16", "2027-02-23")
    changed(moved, "court: NYC", "court: HOU")
    got = of(moved, newest=2)
    assert [entry.sentences for entry in got.entries] == [
        (COURT,),
        (MOVED.replace("23", "").replace("16", "23").replace("9", "16"),),
    ]
    assert got.why == "Older changes are not shown; `git log -- data/cases/c-m3wqz.yml` lists all."
    assert not got.complete
    assert of(moved, newest=4).complete


def test_a_shallow_copy_says_that_it_lacks_the_older_ones(moved: Path, tmp_path: Path) -> None:
    """Where it breaks off, no record was created."""
    changed(moved, "court: NYC", "court: HOU")
    cut = {1: ([], history.CUT), 2: ([COURT], history.CUT), 4: ([COURT, MOVED, "Record created"], "")}
    for depth, expected in cut.items():
        git(tmp_path, "clone", "-q", f"--depth={depth}", f"file://{moved}", f"{depth}")
        assert (said(tmp_path / f"{depth}"), of(tmp_path / f"{depth}").why) == expected


def test_what_is_not_committed_is_said_to_be_missing(moved: Path) -> None:
    edit(moved, CASE, "2027-02-16", "2027-02-23")
    assert (said(moved), of(moved).why) == ([MOVED, "Record created"], history.UNCOMMITTED)
    (moved / f"data/{CASE}.yml").unlink()
    assert (said(moved), of(moved).why) == ([MOVED, "Record created"], history.UNCOMMITTED)
    (moved / "data/cases/c-aaaaa.yml").write_text("id: c-aaaaa\n")
    assert of(moved, "c-aaaaa") == History((), complete=False, why=history.NEVER)


def test_line_ends_of_another_system_are_no_change(moved: Path) -> None:
    path = moved / f"data/{CASE}.yml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert of(moved).complete


def test_nothing_is_said_of_a_message_or_of_a_value(root: Path) -> None:
    """A message may name a client, and so may what was once typed in a record."""
    edit(root, CASE, "mentor: m-ibarra", "mentor: Jane zzyzx")
    committed(root, "2026-11-24T12:00:00+00:00", "-m", "for Jane zzyzx")
    assert said(root)[0] == "Mentor: a value that is not shown, was m-ibarra"
    assert "zzyzx" not in repr(of(root))
