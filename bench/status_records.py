"""Makes a program of many open cases for measuring: copies of the open ones of the sample, and its waiting ones once."""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from pathlib import Path

from make_records import CLONED, SAMPLE, make_records

_OPEN = re.compile(r"^status: (?:active|onboarding|matched)$", re.MULTILINE)
_WAITING = re.compile(r"^status: (?:requested|vetted)$", re.MULTILINE)
_STATEMENTS = re.compile(r"^  statements:\n(?:    .*\n)+", re.MULTILINE)  # they name hours of cases that are left out
_PERSON = re.compile(r"(?<![\w.@-])[amo]-[a-z0-9]+(?:-[a-z0-9]+)*(?![\w@-])")

_SITES = ("mkdocs.yml", "mkdocs.es.yml", "site", "docs")  # what the sites are built from beside the records


def _taken(status: re.Pattern[str]) -> list[Path]:
    """The sample's cases of these statuses and everybody they name, and whom those name."""
    texts = {path.stem: path for folder in CLONED for path in (SAMPLE / folder).glob("*.yml")}
    queue = [path for path in (SAMPLE / "cases").glob("*.yml") if status.search(path.read_text(encoding="utf-8"))]
    found = dict.fromkeys(queue)
    for path in queue:
        for name in _PERSON.findall(path.read_text(encoding="utf-8")):
            if name in texts and texts[name] not in found:
                found[texts[name]] = None
                queue.append(texts[name])
    return list(found)


def make_open_cases(target: Path, cases: int) -> None:
    """Writes a `data` folder with at least so many open cases under target, a few that wait for a mentor, and what sites need."""
    with tempfile.TemporaryDirectory(prefix="vecina-bench-") as scratch:
        sample = Path(scratch) / "data"
        shutil.copytree(SAMPLE, sample, ignore=lambda folder, _: list(CLONED) if Path(folder) == SAMPLE else [])
        for path in _taken(_OPEN):
            to = sample / path.relative_to(SAMPLE)
            to.parent.mkdir(exist_ok=True)
            to.write_text(_STATEMENTS.sub("", path.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
        kept = [path for folder in CLONED for path in (sample / folder).glob("*.yml")]
        own = sum(1 for _ in sample.rglob("*.yml")) - len(kept)
        each = sum(1 for path in kept if path.parent.name == "cases")
        make_records(target, own + len(kept) * -(-cases // each), sample=sample)
    for path in _taken(_WAITING):
        text = _STATEMENTS.sub("", path.read_text(encoding="utf-8"))
        (target / "data" / path.relative_to(SAMPLE)).write_text(text, encoding="utf-8", newline="\n")
    for name in _SITES:
        path = SAMPLE.parent / name
        shutil.copytree(path, target / name) if path.is_dir() else shutil.copyfile(path, target / name)


def main() -> None:
    """Makes the folder and prints where it is."""
    target = Path(tempfile.mkdtemp(prefix="vecina-bench-"))
    make_open_cases(target, int(sys.argv[1]) if len(sys.argv) > 1 else 5_000)
    print(target)


if __name__ == "__main__":
    main()
