"""Records as they stood at a Git revision: from Git's objects, with the findings a checkout would give, and nothing touched."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from programs import copy_of, edit
from repos import begun, committed, git
from vecina.book import Book, open_book, open_book_at
from vecina.store import NoRevision, commit_of, gitting, load, load_at, loading, revision, walk, workers
from vecina.store.revision import tree_at
from vecina.store.walk import walk_in

CASE = "data/cases/c-v7htp.yml"


def plain(book: Book) -> dict[str, Any]:
    """All that a book says, as plain data, places included."""
    records = {
        (record.kind, record.id): (record.file, record.data, list(record.places))
        for kind in book.kinds.values()
        for record in kind.values()
    }
    return {"records": records, "broken": book.broken, "findings": book.findings, "partial": [one.data for one in book.partial]}


def checkout(repo: Path, rev: str, to: Path) -> Path:
    """A clone of the repository with the revision's files on disk."""
    git(repo, "clone", "-q", "--no-checkout", str(repo), str(to))
    git(to, "checkout", "-q", rev)
    return to


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The miniature program with two commits, each with a tag, and a working tree that has moved on from both."""
    root = begun(copy_of(tmp_path))
    committed(root)
    git(root, "tag", "-a", "first", "-m", "an object of its own")
    edit(root / CASE, ("id: c-v7htp", "id: c-aaaaa"))
    (root / CASE).rename(root / "data/cases/c-aaaaa.yml")
    committed(root, "2026-05-01T09:00:00+00:00")
    git(root, "tag", "second")
    (root / "data/cases/c-aaaaa.yml").write_text("never committed")
    (root / "data/mentors/m-new.yml").write_text("never added")
    return root


def test_an_old_revision_gives_the_old_records(root: Path) -> None:
    """What lies on disk now plays no part: neither later commits nor what nobody has committed."""
    assert {"c-v7htp", "c-aaaaa"} & set(open_book_at(root, "HEAD~1").cases) == {"c-v7htp"}
    assert {"c-v7htp", "c-aaaaa"} & set(open_book_at(root, "HEAD").cases) == {"c-aaaaa"}
    assert open_book(root).broken == {("case", "c-aaaaa"), ("mentor", "m-new")}


@pytest.mark.parametrize("rev", ["first", "second"])
def test_the_book_is_that_of_a_checkout(root: Path, tmp_path: Path, rev: str) -> None:
    """Every value, place and finding, though no file is written."""
    assert plain(open_book_at(root, rev)) == plain(open_book(checkout(root, rev, tmp_path / "there")))


def test_many_records_by_several_workers_give_the_same(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However few of them are handed out at a time."""
    alone = plain(open_book_at(root, "first"))
    monkeypatch.setattr(loading, "ALONE", 0)
    for name, value in {"CHUNK": 2, "AHEAD": 3, "processors": lambda: 2}.items():
        monkeypatch.setattr(workers, name, value)
    assert plain(open_book_at(root, "first")) == alone


@pytest.mark.parametrize("rev", ["first", "first^{}", "refs/tags/first", "HEAD~1", "HEAD^", "main~1", "@^", "main@{1}"])
def test_a_revision_has_many_names(root: Path, rev: str) -> None:
    """A tag with an object of its own leads to its commit."""
    whole = git(root, "rev-list", "--max-parents=0", "HEAD")
    assert commit_of(root, rev)[0] == whole
    assert commit_of(root, whole[:9])[0] == whole
    assert "c-v7htp" in open_book_at(root, rev).cases


def test_the_day_is_the_one_on_the_wall_of_who_committed(root: Path) -> None:
    """Not the author's, and not that of Greenwich."""
    assert commit_of(root, "first")[1] == date(2026, 3, 1)
    assert commit_of(root, "main")[1] == date(2026, 5, 1)


def test_the_program_may_lie_in_a_folder_of_the_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths count from the program's folder, whatever it is called, and the folder can be named from anywhere."""
    repo = begun(tmp_path / "repo")
    root = copy_of(repo / ":(top) ü\n*")
    (repo / "data").mkdir()
    (repo / "data/program.yml").write_text("another program's")
    committed(repo)
    assert plain(open_book_at(root, "main")) == plain(open_book(root))
    monkeypatch.chdir(root)
    assert plain(open_book_at(Path(), "main")) == plain(open_book(root))


def test_strays_and_broken_records_give_the_findings_they_give_on_disk(root: Path, tmp_path: Path) -> None:
    """Links, twins, copies, folders, names of every kind, and files with every sort of damage."""
    cases, record = root / "data/cases", (root / "data/mentors/m-weaver.yml").read_bytes()
    (root / "data/mentors/m-new.yml").unlink()
    names = [
        ".c-7k3q9.yml.swp", "c-7k3q9.yaml", "notes.txt", ".hidden", ".gitkeep", "C-AAAAA.yml", "Jane Doe.yml", "Jane\nDoe\t.yml",
        "ñandú.yml", "old/c-7k3q9.yml", "../people/x.yml", "../stray.yml", "../Courts.yml",
    ]  # fmt: skip
    for name in names:
        (cases / name).parent.mkdir(exist_ok=True)
        (cases / name).write_bytes(record)
    Path(os.fsdecode(bytes(cases) + b"/\xff.yml")).write_bytes(record)
    (cases / "c-bbbbb.yml").symlink_to("c-aaaaa.yml")
    (root / "data/rules").rename(root / "rules")
    (root / "data/rules").symlink_to("../rules")
    (root / "data/courts.yml").unlink()
    damage = {
        "c": b"\xff", "d": b"", "e": b"id: c-eeeee\n  x: 1\n", "f": b"#" * 256_001, "g": b"#" * 256_000, "h": b"a: 1\r\nb: [\r\n",
    }  # fmt: skip
    for letter, raw in damage.items():
        (cases / f"c-{letter * 5}.yml").write_bytes(raw)
    (root / "data/mentors/m-weaver.yml").chmod(0o755)
    committed(root)
    git(root, "update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},data/cases/within")
    git(root, "commit", "-q", "--amend", "--no-edit")
    there = checkout(root, "main", tmp_path / "there")
    now, then = load(there), load_at(root, "main")
    assert then.findings == now.findings
    assert then.broken == now.broken
    assert [record.data for record in (*then.records, *then.partial)] == [record.data for record in (*now.records, *now.partial)]
    assert {finding.code for finding in walk(there)[1]} == {"V001", "V002", "V003", "V004"}
    assert {finding.code for finding in then.findings} >= {"V007", "V010", "V014", "V021", "V025"}
    assert "m-weaver" in open_book_at(root, "main").mentors


def test_a_folder_of_records_in_another_repository_is_not_taken_for_empty(root: Path) -> None:
    """Git knows of such a folder only that it is there."""
    git(root, "rm", "-r", "-q", "--cached", "data/attorneys")
    git(root, "update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},data/attorneys")
    git(root, "commit", "-q", "-m", "sample")
    assert ("data/attorneys", "V006") in [(finding.file, finding.code) for finding in open_book_at(root, "main").findings]


def test_no_setting_of_git_changes_a_byte(root: Path, tmp_path: Path) -> None:
    """Line ends, keywords and filters are for files on disk; the records are read as they were committed."""
    lines = b"id: m-crlf # $Id$ $Format:%H$\r\n"
    (root / "data/mentors/m-crlf.yml").write_bytes(lines)
    committed(root)
    git(root, "config", "filter.loud.smudge", f"touch {tmp_path / 'ran'}; tr a-z A-Z")
    (root / ".gitattributes").write_text("*.yml text eol=crlf ident export-subst filter=loud working-tree-encoding=UTF-16\n")
    git(root, "add", ".gitattributes")
    git(root, "commit", "-q", "-m", "sample")
    tree = tree_at(root, "HEAD")
    raws = {entry.id: raw for entry, raw in tree.contents(walk_in(tree.listing)[0])}
    assert raws["m-crlf"] == lines
    assert plain(open_book_at(root, "HEAD")) == plain(open_book_at(root, "HEAD~1"))
    assert not (tmp_path / "ran").exists()


def test_nothing_is_written(root: Path) -> None:
    """Git's own files keep their bytes and their times, and the working tree its changes."""

    def state() -> list[tuple[Path, int, bytes]]:
        return [(path, path.stat().st_mtime_ns, path.read_bytes()) for path in sorted(root.rglob("*")) if path.is_file()]

    changes = git(root, "status", "--porcelain")
    before = state()
    open_book_at(root, "first")
    commit_of(root, "first")
    assert state() == before
    assert git(root, "status", "--porcelain") == changes


def test_a_hook_of_another_repository_does_not_lead_astray(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git tells its hooks where their repository is; asked is for the one that holds the program."""
    other = begun(tmp_path / "other")
    for name in ("GIT_DIR", "GIT_OBJECT_DIRECTORY"):
        monkeypatch.setenv(name, str(other / ".git" / ("objects" if "OBJECT" in name else "")))
    assert "c-v7htp" in open_book_at(root, "first").cases


def said(root: Path, rev: str) -> str:
    """The sentence for a revision that cannot be had."""
    with pytest.raises(NoRevision) as caught:
        open_book_at(root, rev)
    return str(caught.value)


TYPED = ["", "-h", "--all", "--output=zzyzx", "zzyzx", "^HEAD", "first..main", "HEAD~9", "HEAD^{tree}", "HEAD:data", "HEAD\n"]


@pytest.mark.parametrize("rev", [*TYPED, "a\0b", "\udcff", "\ud800", "z" * 300_000, "1" * 40], ids=lambda rev: ascii(rev[:20]))
def test_a_revision_that_does_not_exist_is_said_in_a_sentence(root: Path, rev: str) -> None:
    """Whatever was typed is taken for a revision only, and is not repeated."""
    assert said(root, rev) == "There is no such revision in this repository; `git log --oneline` lists those there are."
    with pytest.raises(NoRevision, match="no such revision"):
        commit_of(root, rev)


def test_a_name_for_two_revisions_is_no_name(root: Path) -> None:
    """Nor is a day from before Git's own notes begin: it would guess."""
    git(root, "branch", "first", "main")
    assert said(root, "first") == said(root, "main@{20 years ago}") == revision.UNCLEAR


def test_what_a_repository_lacks_is_said_in_a_sentence(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No repository, none that opens, no commit, no data folder, a copy of a part, and no Git at all."""
    empty = begun(tmp_path / "empty")
    (tmp_path / "bare").mkdir()
    assert said(tmp_path / "bare", "HEAD") == said(tmp_path / "nowhere", "HEAD") == gitting.NO_REPOSITORY
    assert said(empty, "HEAD") == revision.UNKNOWN
    (empty / "data").symlink_to(root / "data")
    committed(empty)
    assert said(empty, "HEAD") == revision.NO_DATA
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{root}", "shallow")
    assert said(tmp_path / "shallow", "HEAD~1") == revision.SHALLOW
    lost = git(root, "rev-parse", "HEAD:data/program.yml")
    (root / ".git/objects" / lost[:2] / lost[2:]).unlink()
    assert said(root, "HEAD") == gitting.INCOMPLETE
    (empty / ".git/config").write_text("[")
    assert said(empty, "HEAD") == gitting.CLOSED
    monkeypatch.setenv("PATH", str(empty))
    assert said(root, "HEAD") == gitting.NO_GIT


def test_a_copy_of_a_part_fetches_nothing(root: Path, tmp_path: Path) -> None:
    """Git would get the rest from elsewhere by itself."""
    git(root, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "-q", "--no-checkout", "--filter=blob:none", f"file://{root}", "part")
    before = sorted((tmp_path / "part/.git").rglob("*"))
    assert said(tmp_path / "part", "HEAD") == gitting.INCOMPLETE
    assert sorted((tmp_path / "part/.git").rglob("*")) == before
