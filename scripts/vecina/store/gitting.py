"""Asks Git quietly and about one repository alone: no hook, prompt, fetch or setting of a caller, and nothing is written."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess  # where it is used it is imported late: most commands never ask Git

NO_GIT = "Git is not installed on this computer, and only Git knows the records of another day."
NO_REPOSITORY = "This folder lies in no Git repository."
CLOSED = "Git does not open the repository of this folder; `git status` says why."
INCOMPLETE = "This copy of the repository does not hold all files of the revision; a whole new clone does."

KEPT = ("GIT_CONFIG", "GIT_EXEC_PATH", "GIT_CEILING", "GIT_DISCOVERY")  # the rest could lead to another repository
_QUIET = {
    "LC_ALL": "C",  # what Git says is read here
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",  # the same for a Git that does not know the line above
    "GIT_NO_REPLACE_OBJECTS": "1",  # an id stands for its own bytes
    "GIT_LITERAL_PATHSPECS": "1",
}
_SETTINGS = ("-c", f"core.hooksPath={os.devnull}", "-c", "core.fsmonitor=false", "-c", "core.warnAmbiguousRefs=true")
_PIECE = 1 << 16  # bytes of an object that nobody wants, read at a time


class NoRevision(ValueError):
    """The records cannot be had at a revision. Its text is a sentence for whoever asked, without what was typed."""


def git(root: Path, *words: str, index: bool = False) -> subprocess.CompletedProcess[bytes]:
    """What Git answers about the repository of a folder, whole. Raises NoRevision when there is no Git.

    `index`: of what is staged; inside a hook Git names the index that it is about to commit.
    """
    import subprocess

    try:
        return subprocess.run(
            _command(root, *words), stdin=subprocess.DEVNULL, capture_output=True, check=False, env=_environment(index)
        )
    except OSError:
        raise NoRevision(NO_GIT) from None


@contextmanager
def running(root: Path, *words: str, asked: IO[bytes] | None = None) -> Iterator[tuple[IO[bytes], subprocess.Popen[bytes]]]:
    """A Git whose answer is read while it runs, and which ends with the block. Raises NoRevision when there is no Git."""
    import subprocess

    try:
        process = subprocess.Popen(
            _command(root, *words),
            stdin=asked or subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
        )
    except OSError:
        raise NoRevision(NO_GIT) from None
    assert process.stdout
    try:
        yield process.stdout, process
    finally:
        process.kill()  # workers that still run hold its pipe open, so that it might never end
        process.stdout.close()
        process.wait()


def blobs(root: Path, ids: Sequence[str], most: int) -> Generator[bytes | None, None, None]:
    """The bytes of many files by their objects' ids, in order, from one process.

    None for one that is not there, is no file or has more than so many bytes. Raises NoRevision when Git gives up.
    """
    from tempfile import TemporaryFile

    with TemporaryFile() as asked:  # a pipe would fill up while nobody reads the answers
        asked.write("".join(f"{name}\n" for name in ids).encode("ascii"))
        asked.seek(0)
        with running(root, "cat-file", "--batch", "--buffer", asked=asked) as (answers, _):
            for _ in ids:
                head = answers.readline().split()
                if len(head) == 2:  # missing, or a commit of another repository
                    yield None
                    continue
                if len(head) != 3:
                    raise NoRevision(INCOMPLETE)
                size = int(head[2])
                if head[1] == b"blob" and size <= most:
                    yield _exactly(answers, size + 1)[:-1]
                    continue
                for start in range(0, size + 1, _PIECE):
                    _exactly(answers, min(_PIECE, size + 1 - start))
                yield None


def prefix_of(root: Path) -> str:
    """Root's path from the top of its repository, empty or with a slash at its end. Raises NoRevision."""
    done = git(root, "rev-parse", "--show-prefix")
    if done.returncode:
        nowhere = not root.is_dir() or b"not a git repository" in done.stderr
        raise NoRevision(NO_REPOSITORY if nowhere else CLOSED)
    return done.stdout.decode("utf-8", "surrogateescape").removesuffix("\n")


def top_of(root: Path) -> Path:
    """The top folder of root's repository. Raises NoRevision."""
    real, inside = root.resolve(), Path(prefix_of(root)).parts
    return real.parents[len(inside) - 1] if inside else real


def _exactly(answers: IO[bytes], size: int) -> bytes:
    raw = answers.read(size)
    if len(raw) != size:
        raise NoRevision(INCOMPLETE)
    return raw


def _command(root: Path, *words: str) -> list[str]:
    return ["git", "--no-pager", *_SETTINGS, "-C", str(root), *words]


def _environment(index: bool = False) -> dict[str, str]:
    """Ours, without what a hook or a caller may have set to point Git elsewhere, and with nothing that asks or fetches."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") or name.startswith(KEPT)}
    if index and "GIT_INDEX_FILE" in os.environ:
        ours["GIT_INDEX_FILE"] = str(Path(os.environ["GIT_INDEX_FILE"]).absolute())
    return ours | _QUIET
