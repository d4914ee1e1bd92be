"""Shares out work that only writes files among short-lived copies of this process: what they touch goes with them.

A copy shares our memory until it touches it. One that lives for a hundred records touches little; one that lived for all
would in the end hold everything a second time.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import TypeVar

from .workers import processors

T = TypeVar("T")


def each_in_a_copy(task: Callable[[list[T]], None], chunks: Iterable[list[T]], *, many: bool) -> None:
    """Does the task for each chunk, in copies of this process where there are many chunks and processors.

    A chunk whose copy failed is done once more here, so that what went wrong is raised where it can be seen.
    """
    room = processors()
    if not many or room < 2 or not hasattr(os, "fork"):
        for chunk in chunks:
            task(chunk)
        return
    running: dict[int, list[T]] = {}
    again: list[list[T]] = []

    def one_has_ended() -> None:
        process, status = os.wait()
        chunk = running.pop(process, None)
        if chunk is not None and status:
            again.append(chunk)

    for chunk in chunks:
        while len(running) >= room:
            one_has_ended()
        running[_copy(task, chunk)] = chunk
    while running:
        one_has_ended()
    for chunk in again:
        task(chunk)


def _copy(task: Callable[[list[T]], None], chunk: list[T]) -> int:
    """Starts a copy that does the task and ends without anything that a process does at its end."""
    process = os.fork()
    if process:
        return process
    try:
        task(chunk)
    except BaseException:
        os._exit(1)
    os._exit(0)
