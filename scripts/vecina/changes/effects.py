"""What a change of records brings about: which days move, come, go or are met, and what becomes late by it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ..deadlines import Due
from ..words import day, listing, plural, short_day

NAMED = 4  # days of one kind that are told one by one; of more, how many there are


@dataclass(frozen=True, slots=True)
class Effects:
    """What follows in one case, in sentences, and how much of it becomes late."""

    sentences: tuple[str, ...]
    late: int = 0


def effects(before: Iterable[Due], after: Iterable[Due]) -> Effects:
    """What differs between a case's due dates before and after, judged on one day."""
    old, new = _by_key(before), _by_key(after)
    moved, come, gone, met, late, saved, order = [], [], [], [], [], [], []
    for key, now in new.items():
        was = old.get(key)
        if now.kind == "hearing" and now.state != "late":
            continue  # what the record says of it is told already
        if now.state == "late" and (was is None or was.state != "late"):
            late.append(f"{now.title}, {now.how_far}")
        if was is None:
            if now.state == "needs-order":
                order.append(now.title)
            elif now.state != "done":
                come.append(f"{now.title}{_by(now)}")
        elif now.state == "done" and was.state != "done":
            met.append(now.title)
        elif now.state == "needs-order" and was.state != "needs-order":
            order.append(now.title)
        elif now.state != "done":
            if was.state == "late" and now.state != "late":
                saved.append(now.title)
            if (was.due, was.file_by) != (now.due, now.file_by) and now.shown:
                moved.append(f"{now.title}{_by(now)}{_instead(was, now)}")
    left = [was for key, was in old.items() if key not in new and was.state != "done" and was.kind != "hearing"]
    gone = [was.title.removeprefix("Not yet: ") for was in left]
    told = [
        *_told("becomes late", late, "become late"), *_told("needs a court order now", order, "need a court order now"),
        *_listed(moved, "moves", "move"), *_listed(come, "is new", "are new", "new: "),
        *_told("met", met, "are met"), *_told("late no longer", saved, "are late no longer"),
        *_told("no longer due", gone, "are no longer due"),
    ]  # fmt: skip
    return Effects(tuple(told), len(late))


def _by_key(dues: Iterable[Due]) -> Mapping[tuple[str, str, int], Due]:
    """The due dates by what they are; of several alike, each by its number."""
    count: Counter[tuple[str, str]] = Counter()
    found: dict[tuple[str, str, int], Due] = {}
    for due in sorted(dues, key=lambda due: (due.key, due.file_by or date.max)):
        key = (due.kind, due.key)
        found[*key, count[key]] = due
        count[key] += 1
    return found


def _by(due: Due) -> str:
    joint = " from" if due.kind == "clock" else ", by" if ":" in due.title else " by"
    return f"{joint} {day(due.shown)}" if due.shown else ", no date yet"


def _instead(was: Due, now: Due) -> str:
    if was.shown is None or now.shown is None or was.shown == now.shown:
        return ""
    same_year = was.shown.year == now.shown.year
    return f" instead of {short_day(was.shown) if same_year else day(was.shown)}"


def _told(head: str, titles: list[str], many: str) -> Iterator[str]:
    """`met: Brief draft`; of many only how many: `12 dates are met`."""
    if len(titles) > NAMED:
        yield f"{plural(len(titles), 'date')} {many}"
    elif titles:
        yield f"{head}: {listing(titles)}"


def _listed(rows: list[str], one: str, many: str, head: str = "") -> Iterator[str]:
    """The first rows as they are, and how many more there are."""
    if rows:
        rest = len(rows) - NAMED
        more = f"; {plural(rest, 'more date')} {one if rest == 1 else many}" if rest > 0 else ""
        yield f"{head}{'; '.join(rows[:NAMED])}{more}"
