"""What changed in any record, field by field, in the words of its schema.

Codes are told by their labels; ids, days, numbers, yes and no as they are. Of free text, names and addresses only that
they changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..moves.base import left_over
from ..schema import resolve, sources
from ..words import as_written_day, day, inside, listing, plural
from .forms import Schema, shown

Data = Mapping[str, Any]
_ORDER = 3  # items of a list that are told one by one


def field_changes(kind: str, before: Data, after: Data, skip: frozenset[str] = frozenset()) -> Iterator[str]:
    """A sentence for each field that differs, in the order of the schema; the fields in `skip` are told elsewhere."""
    schema = sources()[kind]
    for name, below in schema["properties"].items():
        if name not in skip and before.get(name) != after.get(name):
            yield from _field(resolve(below), title_of(resolve(below), name), before.get(name), after.get(name))


def title_of(schema: Schema, name: str) -> str:
    """What the schema calls a field."""
    return str(schema.get("title") or name.replace("_", " "))


def _field(schema: Schema, title: str, was: Any, now: Any) -> Iterator[str]:
    if isinstance(was, Mapping) or isinstance(now, Mapping):
        yield from group_changes(schema, title, was or {}, now or {})
    elif isinstance(was, list) or isinstance(now, list):
        yield from _list(schema, title, was or [], now or [])
    else:
        yield _value(schema, title, was, now)


def _value(schema: Schema, title: str, was: Any, now: Any) -> str:
    before, after = _shown(schema, was), _shown(schema, now)
    if was is None:
        return f"{title}: {after}" if after else f"{title} added"
    if now is None:
        return f"{title} taken away" + (f", was {before}" if before else "")
    return f"{title}: {before} → {after}" if before and after else f"{title} changed"


def group_changes(schema: Schema, title: str, was: Data, now: Data) -> Iterator[str]:
    """A sentence for each field of a group that differs; `title` is what the group is called."""
    fields = schema.get("properties", {})
    for name in {**was, **now}:
        if was.get(name) != now.get(name):
            below = resolve(fields[name]) if name in fields else {}
            yield from _field(below, f"{title}, {inside(title_of(below, name))}", was.get(name), now.get(name))


def _list(schema: Schema, title: str, was: list[Any], now: list[Any]) -> Iterator[str]:
    item = resolve(schema["items"]) if "items" in schema else {}
    gone, new = ([row for _, row in left_over(*sides)] for sides in ((was, now), (now, was)))
    if "properties" in item and len(gone) == len(new) and len(was) == len(now):
        for old, fresh in zip(gone, new, strict=True):
            yield from group_changes(item, row_title(item, title, fresh, now.index(fresh) + 1), old, fresh)
        return
    if gone or new:
        yield f"{title}: {listing([*_items(item, new, 'added'), *_items(item, gone, 'taken away')])}"
    else:
        yield f"{title}: in another order"


def row_title(schema: Schema, title: str, row: Data, number: int) -> str:
    """A row of a list by its first day, `Hearing of Mon 28 Dec 2026`; without any by its place."""
    first = next(filter(None, (as_written_day(value, 1900) for value in row.values())), None)
    return f"{title_of(schema, title)} of {day(first)}" if first else f"{title} {number}"


def _items(schema: Schema, rows: list[Any], what: str) -> list[str]:
    words = [_shown(schema, row) for row in rows]
    if rows and len(rows) <= _ORDER and all(words):
        return [f"{listing([word for word in words if word])} {what}"]
    return [f"{plural(len(rows), 'row')} {what}"] if rows else []


def _shown(schema: Schema, value: Any) -> str | None:
    """A value as people read it; None for one that may say anything."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, float)):
        return f"{value:,}"
    when = as_written_day(value, 1900)
    return day(when) if when else shown(schema, value)
