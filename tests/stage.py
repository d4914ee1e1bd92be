"""A stage for the scripts of CI: a repository, its checkouts, the tool in place, and a `gh` that writes down what it is asked."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from outside import ROOT
from programs import copy_of
from repos import begun, committed, git

OWN = (".ci", ".gitignore", "Makefile", "pyproject.toml", "requirements.lock", "requirements-dev.lock")
# what an installed tool is: here the package of this tree, which no checkout of the stage can change
TOOL = """\
#!{python}
import sys
sys.path.insert(0, {scripts!r})
from vecina.cli import main
main()
"""
GH = """\
#!{python}
import json, os, pathlib, subprocess, sys
state, words = pathlib.Path(os.environ["GH_STATE"]), sys.argv[1:]
sent = next((pathlib.Path(words[at + 1]).read_text() for at, word in enumerate(words) if word in ("--body-file", "--input")), "")
with (state / "log").open("a") as log:
    log.write(json.dumps([words, sent]) + "\\n")
plain = [word for word in words if not word.startswith("-")]
answer = state / (plain[1] if plain[0] == "api" else "_".join(plain[:2])).replace("/", "_")
raw = answer.read_bytes() if answer.exists() and "--method" not in words else b""
if "--jq" in words and raw:
    raw = subprocess.run(["jq", "-rc", words[words.index("--jq") + 1]], input=raw, stdout=subprocess.PIPE, check=True).stdout
sys.stdout.buffer.write(raw)
"""


@dataclass(frozen=True)
class Asked:
    """One call of `gh`: its words, and the text it was given in a file."""

    words: tuple[str, ...]
    text: str

    @property
    def what(self) -> str:
        """`issue edit`, `api POST`, `api` for a mere question."""
        if self.words[0] != "api":
            return " ".join(self.words[:2])
        return "api" + (f" {self.words[self.words.index('--method') + 1]}" if "--method" in self.words else "")


@dataclass
class GitHub:
    """What `gh` finds, and what it was asked."""

    folder: Path
    env: dict[str, str] = field(default_factory=dict)

    def answers(self, question: str, data: Any) -> None:
        """What `gh api QUESTION` or `gh QUESTION` finds."""
        raw = data if isinstance(data, bytes) else json.dumps(data).encode()
        (self.folder / question.replace("/", "_").replace(" ", "_")).write_bytes(raw)

    def asked(self) -> list[Asked]:
        """Every call so far, in order."""
        log = self.folder / "log"
        lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
        return [Asked(tuple(words), text) for words, text in map(json.loads, lines)]

    def written(self) -> list[Asked]:
        """The calls that change something."""
        return [call for call in self.asked() if call.what not in ("api", "issue list")]


def program(folder: Path) -> Path:
    """A repository with the miniature program and the project's own scripts of CI, committed on main."""
    repo = begun(folder)
    shutil.copytree(copy_of(folder.parent / "made"), repo, dirs_exist_ok=True)
    for name in OWN:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
        copy(ROOT / name, repo / name)
    committed(repo)
    return repo


def cloned(repo: Path, to: Path, rev: str) -> Path:
    """A checkout of a revision, as an action makes it."""
    git(repo, "clone", "-q", "--no-local", str(repo), str(to))
    git(to, "checkout", "-q", "--detach", rev)
    return to


def merged(repo: Path, branch: str, base: str = "main") -> str:
    """The commit that GitHub makes of a pull request for its checks."""
    git(repo, "checkout", "-q", "--detach", base)
    git(repo, "merge", "-q", "--no-ff", "-m", "merge", branch)
    return git(repo, "rev-parse", "HEAD")


def installed(checkout: Path) -> Path:
    """The tool set up in a checkout, so that `make setup` finds nothing left to do."""
    place = checkout / ".venv/bin"
    place.mkdir(parents=True)
    script(place / "vecina", TOOL.format(python=sys.executable, scripts=str(ROOT / "scripts")))
    (place / "python").symlink_to(sys.executable)
    for stamp in ("run-stamp", "dev-stamp"):
        (checkout / ".venv" / stamp).touch()
    return checkout


def script(path: Path, text: str) -> None:
    """A file that can be run."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)


def needs(*programs: str) -> None:
    """Skips where a program is missing that every runner of GitHub has."""
    missing = [name for name in programs if shutil.which(name) is None]
    if missing:
        pytest.skip(f"{missing[0]} is not installed here")


def github(folder: Path) -> GitHub:
    """GitHub as seen from a runner."""
    needs("jq", "unzip")
    folder.mkdir()
    script(folder / "bin/gh", GH.format(python=sys.executable))
    env = {"PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}", "GH_STATE": str(folder)}
    return GitHub(folder, env | {"GITHUB_ACTIONS": "true", "GITHUB_REPOSITORY": "sample/program"})


def run(command: str, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """A step of a workflow: its shell, and no variable of GitHub's but those given."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GITHUB_", "GH_", "GIT_", "PYTHON"))}
    words = ["bash", "-e", "-o", "pipefail", "-c", command]
    return subprocess.run(words, cwd=cwd, env=kept | env, capture_output=True, text=True, check=False)
