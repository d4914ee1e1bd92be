"""Runs a command and measures the whole process: how long it takes, how much it computes, how much memory it holds.

The times come from runs that nobody watches. Memory comes from one more run, because watching costs time.
"""

from __future__ import annotations

import os
import resource
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

_PROC = Path("/proc")
_LOOK = 0.02  # seconds between two looks at the memory
_UNIT = 1 if sys.platform == "darwin" else 1024  # Linux accounts memory in kilobytes


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a command; memory is the peak of its largest process in bytes, 0 when it is less than our own."""

    seconds: float
    cpu: float
    largest: int
    code: int


@dataclass(frozen=True, slots=True)
class Measured:
    """Several runs of one command, and the most memory seen: in one process, and in all of them at one moment.

    Without /proc nobody can look; then the largest process is what the system accounts, and there is no sum.
    """

    runs: tuple[Run, ...]
    largest: int
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
    def codes(self) -> set[int]:
        """The exit codes seen."""
        return {run.code for run in self.runs}


def measure(command: Sequence[str], times: int, tell: Callable[[str], None]) -> Measured:
    """Runs the command once to warm up, so many times against the clock, and once to look at its memory."""
    tell("warming up")
    _run(command)
    runs = []
    for number in range(1, times + 1):
        tell(f"run {number} of {times}")
        runs.append(_run(command))
    tell("looking at the memory")
    largest = max(run.largest for run in runs)
    if not _PROC.is_dir():
        return Measured(tuple(runs), largest, None)
    peak, together = _watch(command)
    return Measured(tuple(runs), max(largest, peak), max(largest, peak, together))


def _start(command: Sequence[str]) -> int:
    """Starts a command whose output nobody reads."""
    silent = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
    return os.posix_spawn(command[0], list(command), os.environ, file_actions=silent)


def _run(command: Sequence[str]) -> Run:
    """One run. The system's account of a process includes the workers that it has waited for."""
    began = time.perf_counter()
    _, status, used = os.wait4(_start(command), 0)
    seconds = time.perf_counter() - began
    # A new process is accounted as large as the one that started it, so a smaller figure is ours and says nothing.
    ours = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    largest = used.ru_maxrss * _UNIT if used.ru_maxrss > ours else 0
    return Run(seconds, used.ru_utime + used.ru_stime, largest, os.waitstatus_to_exitcode(status))


def _watch(command: Sequence[str]) -> tuple[int, int]:
    """The peak of the largest process, and the most that all held at one moment; a page that several share counts once."""
    process, peak, together = _start(command), 0, 0
    while not os.waitpid(process, os.WNOHANG)[0]:
        seen = [_memory(one) for one in _family(process)]
        together = max(together, sum(now for now, _ in seen))
        peak = max(peak, *(most for _, most in seen))
        time.sleep(_LOOK)
    return peak, together


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


def _memory(process: int) -> tuple[int, int]:
    """What a process holds now, its share of what it shares with others, and its own peak, in bytes."""
    return _bytes(process, "smaps_rollup", "Pss"), _bytes(process, "status", "VmHWM")


def _bytes(process: int, table: str, wanted: str) -> int:
    """A figure of one of the system's tables; 0 when the process has ended meanwhile."""
    try:
        lines = (_PROC / str(process) / table).read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith(f"{wanted}:")), 0)
