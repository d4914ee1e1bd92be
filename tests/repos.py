"""Git repositories made on the spot, by a person who does not exist and on days that are chosen."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

LATE = "2026-03-01T23:30:00-06:00"  # in London it is the second of March
_ALONE = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}


def git(repo: Path, *words: str, day: str = LATE, who: str = "") -> str:
    """Runs Git in a repository as a person who does not exist; the day is the committer's, `who` another author."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | _ALONE
    env |= {"GIT_AUTHOR_DATE": "2020-02-02T12:00:00Z", "GIT_COMMITTER_DATE": day}
    env |= {"GIT_AUTHOR_NAME": who} if who else {}
    return subprocess.run(["git", *words], cwd=repo, env=env, check=True, capture_output=True, text=True).stdout.strip()


def begun(repo: Path) -> Path:
    """An empty repository in a folder."""
    repo.mkdir(parents=True, exist_ok=True)
    git(repo, "init", "-q", "-b", "main")
    for name, value in {"user.name": "Sample", "user.email": "sample@example.org", "commit.gpgSign": "false"}.items():
        git(repo, "config", name, value)
    return repo


def committed(repo: Path, day: str = LATE, *words: str) -> str:
    """Commits all there is, with more words for Git where it matters whose change it is; the commit's id."""
    git(repo, "add", "--all", "--force")
    git(repo, "commit", "-q", "-m", "sample", *words, day=day)
    return git(repo, "rev-parse", "HEAD")
