"""The house in order: imports run one way, files are small, nothing names what it must not."""

from __future__ import annotations

import ast
import hashlib
import re
import statistics
import subprocess
from pathlib import Path

import pytest

from outside import ROOT

PACKAGE = ROOT / "scripts" / "vecina"
LAYERS = (
    ("finding", "words", "clock", "memory", "assets"),
    ("yamlmap",),
    ("schema",),
    ("store",),
    ("edit",),
    ("facts",),
    ("book",),
    ("calendars",),
    ("rules",),
    ("deadlines",),
    ("diary",),
    ("matching",),
    ("onboarding",),
    ("contact",),
    ("pay",),
    ("handbook",),
    ("checks",),
    ("moves",),
    ("changes",),
    ("intake",),
    ("views",),
    ("report",),
    ("papers",),
    ("mail",),
    ("export",),
    ("seal",),
    ("leaks",),
    ("pages",),
    ("cli",),
)
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}
SOURCES = sorted(PACKAGE.rglob("*.py"))


def layer_of(path: Path) -> str:
    """The part of the package a file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """The parts of the package that a file imports, wherever in the file."""
    depth = len(path.relative_to(PACKAGE).parts)
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level == depth:
            names = [node.module.split(".")[0]] if node.module else [alias.name for alias in node.names]
            found.update(names)
    return found - {"__version__"}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_run_one_way(path: Path) -> None:
    own = layer_of(path)
    if own == "__init__":
        assert not imported(path)
        return
    upward = {name for name in imported(path) if LEVEL[name] >= LEVEL[own] and name != own}
    assert not upward


def test_no_file_is_large_and_most_are_small() -> None:
    files = [path for folder in ("scripts", "tests", "bench") for path in (ROOT / folder).rglob("*.py")]
    lines = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in files}
    assert max(lines.values()) <= 300, max(lines, key=lambda path: lines[path])
    assert statistics.median(lines.values()) < 100


SCRIPTS = sorted(path for folder in ("site/theme/assets", "site/status/assets") for path in (ROOT / folder).glob("*.js"))


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_of_the_sites_is_small_and_sends_and_stores_nothing(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 300
    assert not re.search(r"fetch\(|XMLHttpRequest|sendBeacon|WebSocket|Storage|cookie|indexedDB|innerHTML|eval\(|https?://", text)


def test_a_vendored_script_is_the_one_that_its_readme_names() -> None:
    vendor = ROOT / "site/status/assets/vendor"
    digest = hashlib.sha256((vendor / "dataTables.min.js").read_bytes()).hexdigest()
    assert digest == "6bbb979e47801a913392ae2c70f0ed95830cc594007f52843e04f4ff1827fe78"
    assert digest in (vendor / "README.txt").read_text(encoding="utf-8")


def test_only_the_clock_reads_the_clock() -> None:
    reading = re.compile(r"\b(date\.today|datetime\.now|time\.time)\(")
    found = [path.name for path in SOURCES if reading.search(path.read_text(encoding="utf-8"))]
    assert found == ["clock.py"]


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in listed.split("\0") if name]


def test_lock_files_pin_with_hashes_and_name_no_index() -> None:
    for path in ROOT.glob("requirements*.lock"):
        text = path.read_text(encoding="utf-8")
        assert "://" not in text
        assert "index" not in text
        assert text.count("==") <= text.count("--hash=sha256:")
    assert "mkdocs-material==9.8.1" in (ROOT / "requirements.lock").read_text(encoding="utf-8")


def test_no_link_leads_out_of_the_project() -> None:
    for path in tracked():
        if path.is_symlink():
            assert path.resolve().is_relative_to(ROOT)
