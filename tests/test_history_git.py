"""The history of a case where Git or its repository are not as usual: nothing is run, fetched, written, held or raised."""

from __future__ import annotations

from pathlib import Path

import pytest

from histories import CASE, COURT, MOVED, NAME, changed, moved_program, of, program, said
from programs import copy_of
from repos import begun, committed, git
from test_match import edit
from vecina.changes import History, histories, history
from vecina.store import gitting, history as log, workers


def test_what_cannot_be_known_is_said_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No repository, nothing committed, a repository that does not open, objects that are lost, and no Git at all."""
    moved = moved_program(tmp_path)
    bare, empty = copy_of(tmp_path / "bare"), begun(copy_of(tmp_path / "empty"))
    assert of(bare) == History((), complete=False, why=gitting.NO_REPOSITORY)
    assert of(tmp_path / "nowhere").why == gitting.NO_REPOSITORY
    assert of(empty).why == log.NOTHING
    (empty / ".git/config").write_text("[")
    assert of(empty).why == gitting.CLOSED
    assert histories(moved, []) == {}
    lost = git(moved, "rev-parse", f"HEAD:data/{CASE}.yml")
    (moved / ".git/objects" / lost[:2] / lost[2:]).unlink()
    assert said(moved) == ["This version could not be read", "Record created"]
    lost = git(moved, "rev-parse", "HEAD~1^{tree}")
    (moved / ".git/objects" / lost[:2] / lost[2:]).unlink()
    assert (said(moved), of(moved).why) == ([], gitting.INCOMPLETE)
    monkeypatch.setenv("PATH", str(empty))
    assert of(moved).why == gitting.NO_GIT


def test_a_copy_of_a_part_fetches_nothing(tmp_path: Path) -> None:
    """Who and when is known; what is not, for Git would get it from elsewhere."""
    moved = moved_program(tmp_path)
    git(moved, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "-q", "--no-checkout", "--filter=blob:none", f"file://{moved}", "part")
    before = sorted((tmp_path / "part/.git").rglob("*"))
    assert said(tmp_path / "part") == ["This version could not be read", "Record created"]
    assert not of(tmp_path / "part").complete
    assert sorted((tmp_path / "part/.git").rglob("*")) == before


def test_an_author_is_who_she_says_she_is(tmp_path: Path) -> None:
    """Text as typed, for the page to escape; a commit without a day or a name is told too."""
    root = program(tmp_path)
    changed(root, "2027-02-09", "2027-02-16", "Ñandú & Co \u202e [b]")
    assert of(root).entries[0].author == "Ñandú & Co \u202e [b]"
    as_written(root, "author  <> x\ncommitter  <> x\n")
    assert [(entry.day.year, entry.author, entry.sentences) for entry in of(root).entries][:1] == [(1970, "", (MOVED,))]


def as_written(root: Path, heads: str) -> None:
    """Puts a commit with these lines, whatever they are, in the place of the last one."""
    tree, parent = git(root, "rev-parse", "HEAD^{tree}"), git(root, "rev-parse", "HEAD~1")
    (root / "commit").write_text(f"tree {tree}\nparent {parent}\n{heads}\nsample\n")
    git(root, "update-ref", "HEAD", git(root, "hash-object", "-t", "commit", "-w", "--literally", "commit"))


def test_no_program_that_a_repository_names_is_run(tmp_path: Path) -> None:
    """Git would have the signature of each commit looked at."""
    moved = moved_program(tmp_path)
    signed = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n"
    as_written(moved, f"author A <> 1 +0000\ncommitter A <> 1 +0000\n{signed}")
    program = tmp_path / "program.sh"
    program.write_text(f"#!/bin/sh\ntouch '{tmp_path}/ran'\n")
    program.chmod(0o755)
    for name, value in {"gpg.program": str(program), "log.showSignature": "true", "core.fsmonitor": str(program)}.items():
        git(moved, "config", name, value)
    assert said(moved) == [MOVED, "Record created"]
    assert not (tmp_path / "ran").exists()


def test_no_more_of_an_object_is_held_than_a_record_may_have(tmp_path: Path) -> None:
    """Nor is one taken for a file that is none, or is not there; the others come all the same."""
    root = program(tmp_path)
    names = [git(root, "rev-parse", f"HEAD:data/{name}") for name in ("program.yml", f"{CASE}.yml", "cases", f"{CASE}.yml")]
    raw = (root / f"data/{CASE}.yml").read_bytes()
    assert len((root / "data/program.yml").read_bytes()) > len(raw)
    assert list(gitting.blobs(root, [*names, "1" * 40], len(raw))) == [None, raw, None, raw, None]


SETTINGS = {
    "log.showSignature": "true", "log.showRoot": "false", "log.follow": "true", "log.date": "relative", "log.decorate": "full",
    "log.diffMerges": "first-parent", "diff.relative": "true", "diff.orderFile": "nowhere", "diff.renames": "copies",
    "color.ui": "always", "color.diff": "always", "format.pretty": "oneline", "core.abbrev": "4", "core.quotePath": "true",
    "i18n.logOutputEncoding": "UTF-16", "log.mailmap": "true", "diff.noprefix": "true",
}  # fmt: skip


def test_no_setting_of_git_changes_what_is_told(tmp_path: Path) -> None:
    """Nor does it matter where in its repository the program lies, or what its folder is called."""
    repo = begun(tmp_path / "repo")
    root = copy_of(repo / ":(top) ü\n*")
    committed(repo)
    changed(root, "2027-02-09", "2027-02-16", "Ñandú")
    plain = histories(root, [NAME, "c-v7htp"])
    assert plain[NAME].entries[0].sentences == (MOVED,)
    (repo / ".mailmap").write_text("Another Name <sample@example.org>\n")
    for name, value in SETTINGS.items():
        git(repo, "config", name, value)
    assert histories(root, [NAME, "c-v7htp"]) == plain


def test_nothing_is_written(tmp_path: Path) -> None:
    moved = moved_program(tmp_path)
    before = {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in sorted(moved.rglob("*")) if path.is_file()}
    of(moved)
    assert {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in sorted(moved.rglob("*")) if path.is_file()} == before


def test_other_hashes_and_a_hook_of_another_repository_do_no_harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = copy_of(tmp_path)
    git(root, "init", "-q", "-b", "main", "--object-format=sha256")
    committed(begun(root))
    changed(root, "2027-02-09", "2027-02-16")
    monkeypatch.setenv("GIT_DIR", str(begun(tmp_path / "other") / ".git"))
    assert said(root) == [MOVED, "Record created"]
    assert of(root).complete


def test_many_by_several_workers_in_small_pieces_give_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    moved = moved_program(tmp_path)
    paths = sorted((moved / "data/cases").iterdir())
    names = [path.stem for path in paths if "detained: false" in path.read_text()]
    for name in names:
        edit(moved, f"cases/{name}", "detained: false", "detained: true")
    committed(moved)
    alone = histories(moved, names)
    monkeypatch.setattr(history, "ALONE", 0)
    monkeypatch.setattr(log, "_PIECE", 7)
    for name, value in {"CHUNK": 12, "AHEAD": 2, "processors": lambda: 2}.items():
        monkeypatch.setattr(workers, name, value)
    assert histories(moved, names) == alone
    assert list(alone) == names
    assert {one.entries[0].sentences for one in alone.values()} == {("Detained: yes, was no",)}


def test_a_clock_that_was_wrong_does_not_turn_the_order_around(tmp_path: Path) -> None:
    """The change of a change comes after it, whatever day a computer took it for."""
    moved = moved_program(tmp_path)
    git(moved, "switch", "-q", "-c", "side")
    (moved / "data/mentors/m-sato.yml").unlink()
    committed(moved, "2026-11-25T12:00:00+00:00")
    git(moved, "switch", "-q", "main")
    edit(moved, CASE, "court: NYC", "court: HOU")
    committed(moved, "2026-01-01T12:00:00+00:00")
    git(moved, "merge", "-q", "--no-edit", "side", day="2026-11-26T12:00:00+00:00")
    assert said(moved) == [COURT, MOVED, "Record created"]
