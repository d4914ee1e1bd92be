"""Shares out work on many files among a few processes, in order and without holding all of it."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")
P = TypeVar("P")

ALONE = 300  # up to so many files starting more processes gains nothing worth its memory
CHUNK = 100  # files that a worker gets at a time: few, so that it holds little and none is left waiting for the last
AHEAD = 32  # chunks handed out before their turn: enough that no worker waits, few enough that not all lie in memory


def chunks(items: Iterable[T], each: int = 1) -> Iterator[list[T]]:
    """The items as lists for one worker at a time; `each` is how many files an item stands for."""
    rest = iter(items)
    while chunk := list(islice(rest, max(1, CHUNK // each))):
        yield chunk


def parts(part: Callable[[list[T]], P], chunks: Iterator[list[T]], *, many: bool) -> Iterator[P]:
    """What `part` makes of each chunk, in order: by workers when there are many, each as soon as it is there."""
    workers = processors()
    if many and workers > 1:
        import multiprocessing  # a hundredth of a second to import, for nothing when there are few
        from concurrent.futures import ProcessPoolExecutor

        if "fork" in multiprocessing.get_all_start_methods():
            with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("fork")) as pool:
                waiting = deque(pool.submit(part, chunk) for chunk in islice(chunks, AHEAD))
                while waiting:
                    yield waiting.popleft().result()
                    waiting.extend(pool.submit(part, chunk) for chunk in islice(chunks, 1))
            return
    yield from map(part, chunks)


def processors() -> int:
    """How many processes work side by side: one for each processor that this one may use, and never more than four."""
    return min(4, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)
