"""Runs one solver on one pool in a process of its own and says in JSON what came of it. `assign_rate.py` starts it.

It ends by itself when its time is up: the system stops it then, whatever code it is in.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
from collections.abc import Callable
from dataclasses import asdict
from importlib import import_module
from statistics import median
from time import perf_counter
from typing import Any

from pools import Pool, Taken, make_pool, worth

RUNS, ENOUGH = 9, 1.0  # short runs are repeated up to so many times, and for no longer than so many seconds
NO_SUCH = "no such engine"
SHARE = 0.7  # of the machine's memory that a solver may ask for
_UNIT = 1 if sys.platform == "darwin" else 1024  # Linux accounts memory in kilobytes

# The solvers by module and function. The first is what the others are compared with.
SOLVERS = {
    "vecina": ("ours", "ours"),
    "vecina, chains": ("ours", "ours_chains"),
    "vecina, flow": ("ours", "ours_flow"),
    "SciPy sparse": ("rivals", "sparse"),
    "SciPy dense": ("rivals", "dense"),
    "HiGHS": ("rivals", "highs"),
    "NetworkX": ("rivals", "simplex"),
    "greedy": ("rivals", "greedy"),
    "vecina, urgency": ("ours", "ours_urgent"),
    "vecina, score alone": ("ours", "score_alone"),
}


def most_memory() -> int:
    """How many bytes a solver may ask for."""
    return int(SHARE * os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"))


def solved(solver: str, pool: Pool, limit: float) -> dict[str, Any]:
    """The seconds, the peak of the memory and what the assignment amounts to, or why there is none."""
    module, name = SOLVERS[solver]
    try:
        run: Callable[[], Taken] = getattr(import_module(module), name)(pool)
        took = list[float]()
        while not took or (len(took) < RUNS and sum(took) < ENOUGH):
            signal.setitimer(signal.ITIMER_REAL, limit)
            began = perf_counter()
            taken = run()
            took.append(perf_counter() - began)
            signal.setitimer(signal.ITIMER_REAL, 0)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _UNIT
        return {"seconds": median(took), "memory": peak, "worth": asdict(worth(pool, taken))}
    except ModuleNotFoundError:
        return {"said": "not installed"}
    except NotImplementedError:
        return {"said": NO_SUCH}
    except MemoryError:
        return {"said": f"more than {most_memory() / 1e9:.0f} GB"}
    except Exception as error:  # whatever a library raises is a result here
        return {"said": f"failed: {type(error).__name__}"}


def main(solver: str, cases: int, mentors: int, limit: float) -> None:
    """Prints the result; what libraries print goes nowhere."""
    out = os.dup(1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    if sys.platform != "darwin":  # the limit does nothing there
        resource.setrlimit(resource.RLIMIT_AS, (most_memory(), resource.RLIM_INFINITY))
    os.write(out, json.dumps(solved(solver, make_pool(cases, mentors), limit)).encode())


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4]))
