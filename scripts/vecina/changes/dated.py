"""Every date in a case's record: which one it is, wherever its row stands in its list, and the words a lawyer reads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from ..words import as_written_day, inside, sentence
from .forms import Schema, Shape, Way, case_shape, joined, shown

Data = Mapping[str, Any]
Key = tuple[str | int, ...]
"""What a date is known by: the list, the kind of its row, the row's number among those of its kind by day, the field."""

_FIRST_YEAR = 1900  # as the schema has it


class Dated(NamedTuple):
    """One date: what it is in words, and its day."""

    words: str
    day: date


@dataclass(frozen=True, slots=True)
class Row:
    """One group of fields: the case itself, a hearing, an order, a step after it. `name` is empty for the case itself.

    `told` has the raw values of the fields whose change is told, `rows` the rows of each list by their kind, in order.
    """

    shape: Shape
    key: Key
    name: str
    day: date | None
    dates: dict[Way, Dated]
    told: dict[str, Any]
    rows: dict[Way, dict[Key, list[Row]]]


def dates_of(case: Data) -> dict[Key, Dated]:
    """Every date of a case. A value that is no real day, as an old version may have, is left out."""
    return dict(_flat(row_of(case)))


def row_of(case: Data) -> Row:
    """A case, or those of its fields that matter, as a row with its lists inside."""
    return _row(case_shape(), case, (), "")


def _flat(row: Row) -> Iterator[tuple[Key, Dated]]:
    for part in row.shape.parts:
        if part.way in row.dates:
            yield (*row.key, *part.way), row.dates[part.way]
        for alike in row.rows.get(part.way, {}).values():
            for below in alike:
                yield from _flat(below)


def _row(shape: Shape, data: Data, key: Key, name: str) -> Row:
    words = name + _in_parentheses(shape, data)
    dates: dict[Way, Dated] = {}
    rows: dict[Way, dict[Key, list[Row]]] = {}
    for part in shape.parts:
        value = _at(data, part.way)
        if part.shape is None:
            if day := as_written_day(value, _FIRST_YEAR):
                main = bool(name) and part.way == ("date",)
                dates[part.way] = Dated(words if main else joined(words, part.title), day)
        elif isinstance(value, list):
            below = [one for one in value if isinstance(one, Mapping)]
            rows[part.way] = _rows(part.shape, below, (*key, *part.way), name or part.title)
    told = {one: data[one] for one in shape.form.told if one in data} if shape.form else {}
    return Row(shape, key, name, next((found.day for found in dates.values()), None), dates, told, rows)


def _rows(shape: Shape, found: list[Data], key: Key, above: str) -> dict[Key, list[Row]]:
    """The rows of a list by their kind, numbered in the order of their days: the order in the file means nothing."""
    kinds: defaultdict[Key, list[Data]] = defaultdict(list)
    for data in sorted(found, key=partial(_order, shape)) if len(found) > 1 else found:
        kinds[_kind(shape, data)].append(data)
    if shape.form is None:
        return {kind: [_row(shape, data, (*key, *kind), shape.title) for data in alike] for kind, alike in kinds.items()}
    return {
        kind: [_row(shape, data, (*key, *kind, number), _name(shape, data, above)) for number, data in enumerate(alike, 1)]
        for kind, alike in kinds.items()
    }


def _order(shape: Shape, data: Data) -> tuple[list[str], list[str]]:
    """Sorts rows by their dates; where those are the same, by all that they hold, in whatever order that stands."""
    dates = [str(_at(data, part.way) or "") for part in shape.parts if part.shape is None]
    return dates, [str(sorted(map(str, one)) if isinstance(one, list) else one) for one in map(data.get, shape.fields)]


def _kind(shape: Shape, data: Data) -> Key:
    """What tells a row from those of other kinds: its codes; in a log, its day."""
    if shape.form is None:
        return (str(as_written_day(_at(data, shape.parts[0].way), _FIRST_YEAR)),)
    return tuple(_code(shape.fields[one], data.get(one)) for one in shape.kind)


def _code(field: Schema, value: object) -> str:
    return str(value) if shown(field, value) else ""


def _name(shape: Shape, data: Data, above: str) -> str:
    """A row in words; only what its schema calls it where a code is none of today's."""
    assert shape.form
    labels = {one: shown(shape.fields[one], data.get(one)) for one in shape.kind}
    if not all(labels.values()):
        return shape.title
    words = {one: inside(label or "") for one, label in labels.items()}
    return sentence(shape.form.name.format(**words, title=inside(shape.title), above=inside(above)))


def _in_parentheses(shape: Shape, data: Data) -> str:
    """The label that follows a row's name; of a field that is true or false its title, when it is true."""
    if shape.form is None or shape.form.said not in data:
        return ""
    field, value = shape.fields[shape.form.said], data[shape.form.said]
    label = shown(field, value) if field.get("type") != "boolean" else field["title"] if value is True else ""
    return f" ({inside(label)})" if label else ""


def _at(data: Any, way: Way) -> Any:
    """The value at the end of a way; None where the record has no such field or is of another form."""
    for name in way:
        data = data.get(name) if isinstance(data, Mapping) else None
    return data
