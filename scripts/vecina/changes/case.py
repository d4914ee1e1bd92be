"""What changed in a case from one version of its record to another: its dates, and who and where it is with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..words import day, inside
from .dated import Key, Row, row_of
from .forms import link, shown

NOT_SHOWN = "a value that is not shown"


@dataclass(frozen=True, slots=True)
class DateChange:
    """A date that was added (no `before`), removed (no `after`) or changed. `words` are labels of the schema and ids."""

    key: Key
    words: str
    before: date | None
    after: date | None


@dataclass(frozen=True, slots=True)
class FieldChange:
    """Another field that was set, taken away or changed: labels, ids, yes or no, None where there was nothing."""

    key: Key
    words: str
    before: str | None
    after: str | None


Change = DateChange | FieldChange


def date_changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Change, ...]:
    """What changed between two versions of a case, in the order of its schema; an empty version has nothing.

    Rows of a list are the same when they are of one kind and day, wherever they stand. Those that are left over have moved
    when there are as many as before, and were otherwise added or removed. Nothing is raised for what an old version holds.
    """
    names = [name for name in {**before, **after} if before.get(name) != after.get(name)]
    old, new = ({name: data[name] for name in names if name in data} for data in (before, after))
    return tuple(dict.fromkeys(_between(row_of(old), row_of(new)))) if names else ()


def sentence(change: Change) -> str:
    """A change in words: `Individual hearing moved from Tue 2 Mar 2027 to Tue 9 Mar 2027`."""
    if isinstance(change, FieldChange):
        was = "" if change.before is None else f", was {change.before}"
        return f"{change.words}: {change.after or 'none'}{was}"
    words, joint = change.words, link(change.words)
    old, new = (when and day(when) for when in (change.before, change.after))
    main = change.key[-1] == "date"
    if main and old and new:
        return f"{words} moved from {old} to {new}"
    if main and new:
        return f"{words} added: {new}"
    if new:
        return f"{words}{joint} {new}" + (f", was {old}" if old else "")
    return f"{words} removed: {old}" if main or joint == ":" else f"Removed: {inside(words)}{joint} {old}"


def _between(old: Row | None, new: Row | None) -> Iterator[Change]:
    """The changes of one row; of one that is not there on either side, all its dates."""
    row = new or old
    if row is None:
        return
    if old and new:
        yield from _told(old, new)
    for part in row.shape.parts:
        if part.shape is None:
            was, now = (one.dates.get(part.way) if one else None for one in (old, new))
            known = now or was
            if known and (was and was.day) != (now and now.day):
                yield DateChange((*row.key, *part.way), known.words, was and was.day, now and now.day)
            continue
        before, after = (one.rows.get(part.way, {}) if one else {} for one in (old, new))
        for kind in {**before, **after}:
            for pair in _pairs(before.get(kind, ()), after.get(kind, ())):
                yield from _between(*pair)


def _told(old: Row, new: Row) -> Iterator[FieldChange]:
    form = new.shape.form
    for name in form.told if form else ():
        was, now = old.told.get(name), new.told.get(name)
        if was == now:
            continue
        title = str(new.shape.fields[name]["title"])
        if new.name:
            when = f" of {day(new.day)}" if ("date",) in new.dates and new.day else ""
            title = f"{new.name}{when}, {inside(title)}"
        before, after = (None if one is None else shown(new.shape.fields[name], one) or NOT_SHOWN for one in (was, now))
        yield FieldChange((*new.key, name), title, before, after)


def _pairs(old: Sequence[Row], new: Sequence[Row]) -> Iterator[tuple[Row | None, Row | None]]:
    """Which rows of one kind are the same: those of one day, then, if as many are left on both sides, the rest in order."""
    waiting: defaultdict[date | None, list[Row]] = defaultdict(list)
    for row in old:
        waiting[row.day].append(row)
    left = []
    for row in new:
        if waiting[row.day]:
            yield waiting[row.day].pop(0), row
        else:
            left.append(row)
    gone = [row for rows in waiting.values() for row in rows]
    if len(gone) == len(left):
        yield from zip(gone, left, strict=True)
        return
    yield from ((row, None) for row in gone)
    yield from ((None, row) for row in left)
