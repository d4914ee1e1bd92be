"""Runs a command and measures the whole process: how long it takes, how much it computes, how much memory it holds.

The times come from runs that nobody watches. Memory comes from one more run, because watching costs time.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

_PROC = Path("/proc")
_LOOK = 0.01  # seconds between two looks at the memory


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a command; memory is that of the largest process, in bytes."""

    seconds: float
    cpu: float
    largest: int
    code: int


@dataclass(frozen=True, slots=True)
class Measured:
    """Several runs of one command. `together` is the most that all its processes held at one moment; None without /proc."""

    runs: tuple[Run, ...]
    together: int | None

    @property
    def seconds(self) -> tuple[float, float, float]:
        """Fastest, median and slowest run."""
        times = [run.seconds for run in self.runs]
        return min(times), median(times), max(times)

    @property
    def cpu(self) -> float:
        """Median of the time all processors together spent on it."""
        return median(run.cpu for run in self.runs)

    @property
    def largest(self) -> int:
        """The most memory that any one process held."""
        return max(run.largest for run in self.runs)

    @property
    def codes(self) -> set[int]:
        """The exit codes seen."""
        return {run.code for run in self.runs}


def measure(command: Sequence[str], times: int, tell: Callable[[str], None]) -> Measured:
    """Runs the command once to warm up, so many times against the clock, and once to look at its memory."""
    tell("warming up")
    _finish(_start(command), time.perf_counter())
    runs = []
    for number in range(1, times + 1):
        tell(f"run {number} of {times}")
        began = time.perf_counter()
        runs.append(_finish(_start(command), began))
    tell("looking at the memory")
    return Measured(tuple(runs), _together(command) if _PROC.is_dir() else None)


def _start(command: Sequence[str]) -> int:
    """Starts a command whose output nobody reads."""
    silent = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
    return os.posix_spawn(command[0], list(command), os.environ, file_actions=silent)


def _finish(process: int, began: float) -> Run:
    """Waits for the process. The system's account includes the workers that it has waited for itself."""
    _, status, used = os.wait4(process, 0)
    seconds = time.perf_counter() - began
    kilo = 1 if sys.platform == "darwin" else 1024  # Linux counts in kilobytes
    return Run(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss * kilo, os.waitstatus_to_exitcode(status))


def _together(command: Sequence[str]) -> int:
    """The most memory that the process and its workers held at one moment, each page counted once per process."""
    process, most = _start(command), 0
    while not os.waitpid(process, os.WNOHANG)[0]:
        most = max(most, sum(map(_resident, _family(process))))
        time.sleep(_LOOK)
    return most


def _family(process: int) -> list[int]:
    """The process and every process below it that is running now."""
    found = [process]
    for one in found:
        for task in _PROC.glob(f"{one}/task/*/children"):
            try:
                found.extend(map(int, task.read_text().split()))
            except OSError:  # it has ended meanwhile
                continue
    return found


def _resident(process: int) -> int:
    """The memory of one process in bytes; 0 when it has ended meanwhile."""
    try:
        return int((_PROC / str(process) / "statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError):
        return 0
