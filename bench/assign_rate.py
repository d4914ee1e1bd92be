"""Times the matcher against other solvers on the same pools, and says what its criteria cost. `make bench` runs it.

The clock runs from the list of possible pairs to the assignment; libraries are loaded and names made before. Each solver has
a process of its own at each size, and a time limit. This is no test: it ends with 0 whatever comes out.
"""

from __future__ import annotations

import argparse
import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from assign_report import Ran, Results, cost, packed, rather, table
from bench import teller
from machine import described, take_two
from one_solver import NO_SUCH, RUNS, SOLVERS
from pools import LARGE, LEAST, SEED, SHARE, SIZES, Worth

LIMIT = 60.0  # seconds for each solver at each size
LIBRARIES = ("scipy", "highspy", "networkx", "ortools", "numpy")


def ran(solver: str, cases: int, mentors: int, limit: float) -> Ran:
    """One solver on one pool, in a process of its own."""
    command = [sys.executable, str(Path(__file__).with_name("one_solver.py")), solver, str(cases), str(mentors), str(limit)]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    if done.returncode == -signal.SIGALRM:
        return Ran(f"more than {limit:g} s", least=limit)
    if done.returncode or not done.stdout:
        return Ran(f"ended with {done.returncode}")
    said = json.loads(done.stdout)
    if "worth" not in said:
        return Ran(said["said"])
    return Ran("", said["seconds"], said["memory"], Worth(**said["worth"]))


def versions() -> Iterator[str]:
    """The libraries compared."""
    for name in LIBRARIES:
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError:
            yield f"{name} not installed"


def main() -> None:
    """Runs every solver at every size and prints a table for each size as it is done."""
    parser = argparse.ArgumentParser(description="Times the matcher against other solvers.")
    parser.add_argument("--large", action="store_true", help="also tens of thousands of cases")
    parser.add_argument("--limit", type=float, default=LIMIT, help="seconds for each solver at each size")
    asked, tell = parser.parse_args(), teller()
    print("\n".join([*described(take_two()), f"Solvers    {', '.join(versions())}"]))
    print(f"Pools      {SHARE:.0%} of the pairs possible, at least {LEAST} for a case, scores 0 to 100, seed {SEED}")
    print(f"Seconds    the median of up to {RUNS} runs where one is short, of one where it is not")
    for cases, mentors in (*SIZES, *(LARGE if asked.large else ())):
        done: Results = {}
        for solver in SOLVERS:
            tell(f"{cases:,} cases: {solver}")
            one = ran(solver, cases, mentors, asked.limit)
            if one.said != NO_SUCH:
                done[solver] = one
        tell("")
        pairs = cases * max(LEAST, round(SHARE * mentors))
        print("\n".join(["", *table(cases, mentors, done), packed(cases), cost(done), rather(done, pairs)]), flush=True)


if __name__ == "__main__":
    main()
