"""Programs on disk for the tests: the miniature one, copies of it with something changed, and what was blessed of them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from click.testing import CliRunner, Result

from vecina.cli import cli
from vecina.finding import Finding
from vecina.report.findings import line

TESTS = Path(__file__).parent
MINI = TESTS / "mini"


def copy_of(tmp_path: Path, *overlays: Path) -> Path:
    """A root with the miniature program's data; each overlay's data and pages lie over it, then its `delete.txt` is done."""
    root = tmp_path / "program"
    for folder in (MINI, *overlays):
        for part in ("data", "site"):
            if (folder / part).is_dir():
                shutil.copytree(folder / part, root / part, symlinks=True, dirs_exist_ok=True)
        for name in listed(folder / "delete.txt"):
            _delete(root / name)
    return root


def listed(file: Path) -> list[str]:
    """The lines of a text file; none when there is no such file."""
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []


def edit(path: Path, *pairs: tuple[str, str]) -> None:
    """Changes the first of each text in a file, which must be there."""
    text = path.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text, (path.name, old)
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8", newline="\n")


def lines(findings: Iterable[Finding]) -> list[str]:
    """The findings as `vecina check` prints them."""
    return [line(finding) for finding in findings]


def vecina(words: str, root: Path, stdin: str | None = None) -> Result:
    """Runs a command on a program, with answers to what it asks."""
    return CliRunner().invoke(cli, [*words.split(), "--root", str(root)], input=stdin, catch_exceptions=False)


def assert_blessed(file: Path, now: str) -> None:
    """The text is, byte for byte, what somebody looked at and accepted; with BLESS=1 it is accepted as it is now."""
    if os.environ.get("BLESS") == "1":
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(now.encode())
    assert file.read_bytes().decode() == now, f"{file} differs; look at the change, then accept it with BLESS=1"


def _delete(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()
