"""The walk opens nothing it should not, names every stray without giving a person away, and writes lose nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from vecina.store import Changed, digest, load, read_plain, walk, write_whole


def folder(root: Path, *files: str) -> Path:
    """A data folder with empty files of these names."""
    for name in files:
        path = root / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("")
    return root


def strays(root: Path) -> list[tuple[str, str]]:
    return [(finding.file, finding.code) for finding in walk(root)[1]]


def test_records_are_found_by_folder_and_name(tmp_path: Path) -> None:
    root = folder(tmp_path, "cases/c-7k3q9.yml", "mentors/m-rivera.yml", "rules/ic.ich_filing.yml", "program.yml", "courts.yml")
    assert [(entry.kind, entry.id) for entry in walk(root)[0]] == [
        ("case", "c-7k3q9"), ("court", "court"), ("mentor", "m-rivera"), ("program", "program"), ("rule", "ic.ich_filing"),
    ]  # fmt: skip
    assert strays(root) == []


@pytest.mark.parametrize(
    ("name", "shown", "code"),
    [
        ("cases/c-7k3q9.yaml", "data/cases/c-7k3q9.yaml", "V001"),
        ("cases/c-7k3q9.yml~", "data/cases/c-7k3q9.yml~", "V001"),
        ("cases/c-7k3q9.yml.orig", "data/cases/c-7k3q9.yml.orig", "V001"),
        ("cases/.c-7k3q9.yml.swp", "data/cases/.c-7k3q9.yml.swp", "V001"),
        ("cases/.DS_Store", "data/cases/.DS_Store", "V001"),
        ("cases/notes.txt", "data/cases/n….txt (9 characters, entry 1 in alphabetical order)", "V001"),
        ("cases/Zzyzx.yml", "data/cases/Z….yml (9 characters, entry 1 in alphabetical order)", "V003"),
        ("cases/A012345678.yml", "data/cases/A….yml (14 characters, entry 1 in alphabetical order)", "V003"),
        ("cases/C-7K3Q9.yml", "data/cases/C-7K3Q9.yml", "V003"),
        ("cases/c-77777.yml", "data/cases/c….yml (11 characters, entry 1 in alphabetical order)", "V003"),
        ("cases/old/c-7k3q9.yml", "data/cases/o… (3 characters, entry 1 in alphabetical order)", "V001"),
        ("people/x.yml", "data/p… (6 characters, entry 1 in alphabetical order)", "V001"),
    ],
)
def test_every_stray_is_named_and_no_person_is(tmp_path: Path, name: str, shown: str, code: str) -> None:
    assert strays(folder(tmp_path, name)) == [(shown, code)]


def test_names_that_differ_in_capitals_only_are_twins(tmp_path: Path) -> None:
    root = folder(tmp_path, "cases/c-7k3q9.yml", "cases/C-7K3Q9.yml")
    assert strays(root) == [("data/cases/C-7K3Q9.yml", "V004")]


def test_links_and_pipes_are_named_and_never_opened(tmp_path: Path) -> None:
    root = folder(tmp_path, "cases/c-7k3q9.yml")
    (root / "data/cases/c-aaaaa.yml").symlink_to("/etc/hostname")
    os.mkfifo(root / "data/cases/c-bbbbb.yml")
    assert [code for _, code in strays(root)] == ["V002", "V002"]
    assert [entry.id for entry in walk(root)[0]] == ["c-7k3q9"]
    with pytest.raises(OSError, match=r"symbolic|plain|Too many"):
        read_plain(root / "data/cases/c-aaaaa.yml")
    with pytest.raises(OSError, match="plain"):
        read_plain(root / "data/cases/c-bbbbb.yml")


def test_a_link_in_place_of_the_data_folder_is_not_followed(tmp_path: Path) -> None:
    folder(tmp_path / "real", "program.yml")
    (tmp_path / "data").symlink_to(tmp_path / "real" / "data")
    assert [finding.code for finding in walk(tmp_path)[1]] == ["V005"]


def test_one_bad_file_hides_no_other(tmp_path: Path) -> None:
    root = folder(tmp_path, "mentors/m-rivera.yml")
    (root / "data/mentors/m-chen.yml").write_text("id: m-chen\n  x: 1\n")
    loaded = load(root)
    assert {finding.file for finding in loaded.findings} >= {"data/mentors/m-rivera.yml", "data/mentors/m-chen.yml"}
    assert {entry.id for entry in loaded.broken} == {"m-rivera", "m-chen"}


def test_many_files_in_several_processes_give_the_same_as_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    letters = "abcdefghjkmnp"
    names = [f"c-{a}{b}{c}aa" for a in letters[:9] for b in letters[:9] for c in letters[:9]]
    root = folder(tmp_path, *(f"cases/{name}.yml" for name in names))
    many = load(root)
    monkeypatch.setattr("vecina.store.loading.ALONE", 100_000)
    alone = load(root)
    assert many.findings == alone.findings
    assert [entry.id for entry in many.broken] == [entry.id for entry in alone.broken]


def test_a_write_is_guarded_by_what_was_read(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    write_whole(path, "a: 1\n", None)
    was = digest(read_plain(path))
    path.write_text("a: 2\n")
    with pytest.raises(Changed):
        write_whole(path, "a: 3\n", was)
    with pytest.raises(Changed):
        write_whole(path, "a: 3\n", None)
    assert path.read_text() == "a: 2\n"


def test_an_interrupted_write_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.yml"
    path.write_text("a: 1\n")

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("vecina.store.files.os.replace", stop)
    with pytest.raises(KeyboardInterrupt):
        write_whole(path, "a: 2\n", digest(b"a: 1\n"))
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.yml"]
    assert path.read_text() == "a: 1\n"


def test_what_somebody_writes_meanwhile_is_not_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "record.yml"
    write_whole(path, "a: 1\n", None)
    flushed = os.fsync

    def meanwhile(descriptor: int) -> None:
        flushed(descriptor)
        path.write_text("a: theirs\n")

    monkeypatch.setattr(os, "fsync", meanwhile)
    with pytest.raises(Changed):
        write_whole(path, "a: 2\n", digest(b"a: 1\n"))
    assert path.read_text() == "a: theirs\n"
    assert [file.name for file in tmp_path.iterdir()] == ["record.yml"]
