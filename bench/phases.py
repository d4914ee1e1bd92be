"""Where the time of `vecina check` goes: each step alone, in one process, once over a data folder."""

from __future__ import annotations

import marshal
import sys
from array import array
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import TypeVar

_BEGAN = perf_counter()

from vecina.book import open_book  # noqa: E402 (the import is the first step)
from vecina.checks import run  # noqa: E402
from vecina.finding import Finding  # noqa: E402
from vecina.schema import shape_findings  # noqa: E402
from vecina.store import Record, read_plain, walk  # noqa: E402
from vecina.yamlmap import read  # noqa: E402

T = TypeVar("T")


def main(root: Path) -> None:
    """Prints each step with its milliseconds and its share."""
    steps = {"import the program": perf_counter() - _BEGAN}

    def timed(what: str, step: Callable[[], T]) -> T:
        began = perf_counter()
        done = step()
        steps[what] = perf_counter() - began
        return done

    entries, _ = timed("list the files", lambda: walk(root))
    raws = timed("read the bytes", lambda: [read_plain(root / entry.file) for entry in entries])
    pairs = list(zip(entries, raws, strict=True))
    readings = timed("YAML to data and places", lambda: [read(raw, entry.file) for entry, raw in pairs])
    shape: list[list[Finding]] = timed(
        "shape of each record",
        lambda: [shape_findings(entry.kind, one, entry.file) for entry, one in zip(entries, readings, strict=True)],
    )
    packed = timed("pack for the way back", lambda: marshal.dumps([(one.data, one.places.tobytes()) for one in readings]))
    timed(
        "unpack",
        lambda: [
            Record(entry.kind, entry.id, entry.file, data, array("I", places))
            for entry, (data, places) in zip(entries, marshal.loads(packed), strict=True)
        ],
    )
    book = open_book(root)  # the same steps again, as the command takes them
    findings = timed("checks across records", lambda: run(book))
    total = sum(steps.values())
    print(f"{len(entries):,} records, {sum(map(len, raws)) / 1e6:.1f} MB of YAML, packed {len(packed) / 1e6:.1f} MB")
    for what, seconds in steps.items():
        print(f"  {what:<26} {seconds * 1000:>7.1f} ms {seconds / total:>5.0%}")
    if findings or any(shape):
        print("  Attention: there are findings, which these records should not have.")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
