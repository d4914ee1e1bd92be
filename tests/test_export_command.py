"""`vecina export` as a person uses it: where it writes and where it never does, and what it says."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from programs import copy_of, edit, vecina
from repos import begun, committed
from vecina.cli.export import FORMATS
from vecina.export import DEFAULTS
from vecina.export.place import MARK


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the miniature program."""
    return copy_of(tmp_path)


def meta(file: Path) -> dict[str, Any]:
    """The row of `meta`."""
    base = sqlite3.connect(file)
    base.row_factory = sqlite3.Row
    row = dict(base.execute("SELECT * FROM meta").fetchone())
    base.close()
    return row


def left(folder: Path) -> list[str]:
    """What lies in a folder, hidden things too."""
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("form", FORMATS)
def test_it_writes_under_build_and_says_what_it_holds_and_who_may_have_it(root: Path, form: str) -> None:
    done = vecina(f"export {form}", root)
    said = " ".join(done.output.split())
    assert done.exit_code == 0
    assert f"{DEFAULTS[form]}: " in said
    assert "as of Tue 24 Nov 2026" in said
    assert "cases 6, case_history" in said
    assert "This is private: it holds the names" in said
    target = root / DEFAULTS[form]
    assert target.stat().st_mode & 0o077 == 0
    assert left(target.parent) == [target.name]


def test_the_first_query_that_it_names_can_be_run(root: Path) -> None:
    line = next(line for line in vecina("export sqlite", root).output.splitlines() if "sqlite3 -box" in line)
    base = sqlite3.connect(root / DEFAULTS["sqlite"])
    assert len(base.execute(line.split('"')[1]).fetchall()) == 2
    base.close()


def test_an_export_is_replaced_and_anything_else_is_not(root: Path) -> None:
    file = root / DEFAULTS["sqlite"]
    for words in ("export sqlite", "export sqlite --without-people"):
        assert vecina(words, root).exit_code == 0
    assert meta(file)["people"] == 0
    for other in (b"my notes", b"SQLite format 3\0" + bytes(100)):
        file.write_bytes(other)
        refused = vecina("export sqlite", root)
        assert (refused.exit_code, "not an export" in refused.stderr, file.read_bytes()) == (2, True, other)
    assert vecina("export sqlite --force", root).exit_code == 0
    assert meta(file)["people"] == 1


def test_a_folder_with_anything_else_in_it_is_never_emptied(root: Path) -> None:
    folder = root / DEFAULTS["parquet"]
    assert [vecina("export parquet", root).exit_code for _ in range(2)] == [0, 0]
    assert vecina(f"export jsonl --out {folder}", root).exit_code == 0
    assert set(left(folder)) == {MARK, *json.loads((folder / MARK).read_text())["files"]}
    (folder / "mine.sql").write_text("SELECT 1")
    for words in ("export parquet", "export parquet --force"):
        refused = vecina(words, root)
        assert (refused.exit_code, "never emptied" in refused.stderr) == (2, True)
    assert (folder / "mine.sql").exists()
    (folder / "mine.sql").unlink()
    (folder / MARK).write_text("{}")
    assert vecina("export parquet", root).exit_code == 2


@pytest.mark.parametrize(
    "out",
    [
        "data/x.db",
        "data/cases/c-a9xgu.yml",
        "site/public/x.db",
        "build/public/x.db",
        "build/status/assets/x.db",
        "build/../data/x",
    ],
)
def test_it_never_writes_among_the_records_or_the_sites(root: Path, out: str) -> None:
    for form in FORMATS:
        refused = vecina(f"export {form} --force --out {root / out}", root)
        assert (refused.exit_code, "never lies among the records" in refused.stderr) == (2, True)
    assert not (root / "build").exists()


def test_nor_through_a_link_to_them(root: Path) -> None:
    (root / "elsewhere").symlink_to(root / "data")
    assert vecina(f"export sqlite --out {root}/elsewhere/x.db", root).exit_code == 2


def test_it_never_writes_where_git_would_take_it(root: Path, tmp_path: Path) -> None:
    (begun(root) / ".gitignore").write_text("build/\n*.db\n")
    (root / "kept.db").write_text("")
    committed(root)
    for out in ("x.sqlite", "kept.db", ".git/x.db", "reports/parquet"):
        for form in ("sqlite", "parquet"):
            refused = vecina(f"export {form} --force --out {root / out}", root)
            assert (refused.exit_code, "Git would take" in refused.stderr) == (2, True), out
    assert vecina("export sqlite", root).exit_code == 0
    assert vecina(f"export sqlite --out {root}/other.db", root).exit_code == 0
    assert vecina(f"export sqlite --out {tmp_path}/outside.db", root).exit_code == 0


def test_a_file_where_a_folder_is_wanted_and_the_other_way_round(root: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "folder").mkdir()
    assert vecina(f"export parquet --out {tmp_path}/file", root).exit_code == 2
    assert "Name a file" in vecina(f"export sqlite --out {tmp_path}/folder", root).stderr
    assert "cannot be written there" in vecina(f"export sqlite --out {tmp_path}/file/x.db", root).stderr


@pytest.mark.parametrize("form", FORMATS)
def test_an_export_that_fails_leaves_the_one_before(root: Path, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(data: object, place: Path) -> None:
        (place if form == "sqlite" else place / "half").write_text("half of it")
        raise OSError

    assert vecina(f"export {form}", root).exit_code == 0
    target = root / DEFAULTS[form]
    before = target.read_bytes() if form == "sqlite" else left(target)
    monkeypatch.setattr(f"vecina.export.write_{form}", full)
    failed = vecina(f"export {form}", root)
    assert (failed.exit_code, "is as it was" in failed.stderr) == (1, True)
    assert before == (target.read_bytes() if form == "sqlite" else left(target))
    assert left(target.parent) == [target.name]


def test_a_revision_is_exported_as_it_was_whatever_lies_in_the_folder_now(root: Path) -> None:
    (begun(root) / ".gitignore").write_text("build/\n")
    commit = committed(root)
    file = root / DEFAULTS["sqlite"]
    assert vecina("export sqlite", root).exit_code == 0
    first = file.read_bytes()
    assert (meta(file)["revision"], meta(file)["day"]) == (commit, "2026-11-24")
    edit(root / "data/cases/c-a9xgu.yml", ("status: active\n", "status: onboarding\n"))
    assert "not all of them committed" in vecina("export sqlite", root).output
    assert (meta(file)["revision"], file.read_bytes() == first) == (None, False)
    assert vecina("export sqlite --at HEAD", root).exit_code == 0
    assert file.read_bytes() == first


def test_a_real_program_at_a_revision_is_judged_by_the_day_of_its_commit(root: Path) -> None:
    edit(root / "data/program.yml", ("sample_today: 2026-11-24\n", ""))
    committed(begun(root), "2026-03-01T23:30:00-06:00")
    assert vecina(f"export sqlite --at HEAD --out {root.parent}/a.db", root).exit_code == 0
    assert meta(root.parent / "a.db")["day"] == "2026-03-01"
    assert vecina(f"export sqlite --today 2026-05-05 --at HEAD --out {root.parent}/a.db", root).exit_code == 0
    assert meta(root.parent / "a.db")["day"] == "2026-05-05"


def test_what_is_left_out_is_said(root: Path) -> None:
    (root / "data/cases/c-a9xgu.yml").write_text("id: c-a9xgu\n")
    done = vecina("export sqlite --no-due", root)
    assert (done.exit_code, "not read and left out: c-a9xgu" in done.stderr) == (0, True)
    assert (meta(root / DEFAULTS["sqlite"])["complete"], meta(root / DEFAULTS["sqlite"])["due_dates"]) == (0, 0)


def test_without_people_it_says_that_ids_stay(root: Path) -> None:
    said = " ".join(vecina("export jsonl --without-people", root).output.split())
    assert "still private" in said
    assert "ids stay" in said
