"""The figures as a plain table, the straight line through them, and what became of the targets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import fmean

from measure import Measured

SIZES = (1_000, 2_500, 5_000, 10_000)
MB = 1e6


@dataclass(frozen=True, slots=True)
class Target:
    """What a job should keep to: median seconds, and memory of all its processes together where that is asked too."""

    job: str
    what: str
    seconds: float
    memory: float | None = None


TARGETS = (
    Target("check 10,000", "10,000 records checked with every rule on two cores", 6.0, 300 * MB),
    Target("check 1,000", "1,000 records checked with every rule", 0.8),
    Target("status 5,000", "the status site of 5,000 open cases on two cores", 60.0, 300 * MB),
    Target("--help", "the help", 0.15),
)


def table(done: dict[str, Measured]) -> Iterator[str]:
    """One line per job."""
    yield f"{'vecina':<18} {'runs':>4} {'min s':>7} {'median':>7} {'max':>7} {'CPU s':>7} {'largest MB':>11} {'together MB':>12}"
    for name, one in done.items():
        low, middle, high = one.seconds
        together = "-" if one.together is None else f"{one.together / MB:.0f}"
        yield (
            f"{name:<18} {len(one.runs):>4} {low:>7.3f} {middle:>7.3f} {high:>7.3f} {one.cpu:>7.2f} "
            f"{one.largest / MB:>11.0f} {together:>12}" + ("" if one.codes == {0} else f"  exit {sorted(one.codes)}")
        )


def line(done: dict[str, Measured]) -> str:
    """The straight line through the sizes, and how far the worst of them is from it.

    Over the time computed, not the time passed: what else the machine does moves that much less.
    """
    points = [(size / 1000, done[f"check {size:,}"].cpu) for size in SIZES]
    middle_x, middle_y = fmean(x for x, _ in points), fmean(y for _, y in points)
    slope = sum((x - middle_x) * (y - middle_y) for x, y in points) / sum((x - middle_x) ** 2 for x, _ in points)
    start = middle_y - slope * middle_x
    worst = max(abs(y - start - slope * x) / y for x, y in points)
    return (
        f"check computes {start:.2f} s, and {slope:.2f} s more for each 1,000 records; "
        f"every size is within {worst:.0%} of that straight line."
    )


def verdicts(done: dict[str, Measured]) -> Iterator[str]:
    """A line per target: met or missed, judged by the median time and the most memory."""
    for target in TARGETS:
        one = done[target.job]
        seconds, memory = one.seconds[1], one.together if one.together is not None else one.largest
        said = f"{seconds:.2f} s of {target.seconds:g} s"
        good = seconds < target.seconds and one.codes == {0}
        if target.memory is not None:
            good = good and memory < target.memory
            said += f", {memory / MB:.0f} MB of {target.memory / MB:.0f} MB"
        yield f"{'met   ' if good else 'MISSED'}  {target.what}: {said}"
        if one.codes != {0}:
            yield "        (the command did not end with 0, so this is no measure of good records)"
