"""Times the whole command on many records and says for each target whether it is met. `make bench` runs it.

This is no test: it ends with 0 either way, because a busy machine is no mistake.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from machine import described, take_two
from make_records import SAMPLE, make_records
from measure import Measured, measure
from report import SIZES, line, table, verdicts
from status_records import make_open_cases

VECINA = Path(sys.executable).with_name("vecina")


@dataclass(frozen=True, slots=True)
class Job:
    """A command to time: its name in the table, what stands behind `vecina`, and how often it runs."""

    name: str
    arguments: tuple[str, ...]
    times: int


def jobs(made: Path) -> Iterator[Job]:
    """What is timed, the quick ones first; `made` holds a folder per size."""
    sample = ("--root", str(SAMPLE.parent))
    yield Job("--help", ("--help",), 15)
    yield Job("due, sample", ("due", *sample), 9)
    yield Job("match, sample", ("match", *sample), 9)
    yield Job("check, sample", ("check", *sample), 9)
    yield Job("due 10,000", ("due", "--root", str(made / "10000")), 3)
    yield Job("match 1,000", ("match", "--root", str(made / "1000")), 5)
    yield Job("fmt --check 1,000", ("fmt", "--check", "--root", str(made / "1000")), 5)
    for size in SIZES:
        yield Job(f"check {size:,}", ("check", "--root", str(made / str(size))), 9 if size < 2_000 else 5 if size < 9_000 else 3)
    large = ("--root", str(made / "open"))
    case, attorney, organization = (first_of(made / "open" / "data" / kind) for kind in ("cases", "attorneys", "organizations"))
    yield Job("check open 5,000", ("check", *large), 3)  # what each of the next begins with: reading
    yield Job("vet 5,000", ("vet", *large), 3)
    yield Job("remind 5,000", ("remind", *large), 2)
    yield Job("statement 5,000", ("statement", "2026-10", *large), 3)
    yield Job("hours 5,000", ("hours", attorney, *large), 3)
    yield Job("document 5,000", ("document", "plan", case, *large), 3)
    for report in (("program", "--full"), ("program",), ("funder",), ("organization", organization)):
        yield Job(f"report {report[0]}{' --full' * ('--full' in report)} 5,000", ("report", *report, *large), 2)
    yield Job("export 5,000", ("export", "sqlite", *large), 2)
    yield Job("status 5,000", ("build", "status", *large), 2)


def first_of(folder: Path) -> str:
    """The id of the first record of a folder; of a case, the first with a plan."""
    found = (
        path for path in sorted(folder.glob("*.yml")) if folder.name != "cases" or "\nplan:" in path.read_text(encoding="utf-8")
    )
    return next(found).stem


def timed(job: Job, tell: Callable[[str], None]) -> Measured:
    """The job's runs, with a word on the terminal about each."""
    return measure((str(VECINA), *job.arguments), job.times, lambda what: tell(f"{job.name}: {what}"))


def teller() -> Callable[[str], None]:
    """Shows what is going on in one line of a terminal; says nothing to a file or a log."""
    if not sys.stderr.isatty():
        return lambda _: None
    return lambda what: print(f"\r\033[2K{what}", end="", file=sys.stderr, flush=True)


def main() -> None:
    """Makes the records, times everything, prints it."""
    if not VECINA.is_file():
        sys.exit("The command is not set up here. Run `make bench`.")
    tell, done = teller(), dict[str, Measured]()
    about = list(described(take_two()))
    with tempfile.TemporaryDirectory(prefix="vecina-bench-") as folder:
        made = Path(folder)
        for size in SIZES:
            tell(f"making {size:,} records")
            make_records(made / str(size), size)
        tell("making 5,000 open cases")
        make_open_cases(made / "open", 5_000)
        for job in jobs(made):
            done[job.name] = timed(job, tell)
        tell("taking check apart")
        apart = printed("phases.py", made / "1000")
        tell("due dates of many cases")
        due = printed("due_rate.py", SAMPLE.parent)
        tell("the matcher beside others")
        beside = printed("assign_rate.py")
        tell("forty weeks of requests")
        weeks = printed("arrivals.py")
        tell("")
    print("\n".join([*about, "", *table(done), "", line(done), "", "One process, step by step:", apart]))
    print("\n".join([*verdicts(done), due, "", beside, "", weeks]))


def printed(script: str, *arguments: Path) -> str:
    """What a script of this folder prints, of the records under a root or of what it makes itself."""
    command = [sys.executable, str(Path(__file__).with_name(script)), *map(str, arguments)]
    out: str = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return out.rstrip()


if __name__ == "__main__":
    main()
