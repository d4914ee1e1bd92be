"""The tables that the JSON Schemas make: a new field is a new column, and a new list a new table."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from ..schema import resolve, sources
from .names import ABOVE, HOLDERS, KEYED, REFERS, ROOTS, is_personal, one_of, table_name
from .shape import PROGRAM, Column, Link, Table, Type

_SLUG = Column(PROGRAM, "text", "Program", "Whose records these are: the program's short name in lower case.", required=True)
_POSITION = Column("position", "integer", "Position", "Its place in the list, from 1.", required=True)
_TYPES: dict[str, Type] = {"boolean": "boolean", "integer": "integer", "number": "number"}


class _At(NamedTuple):
    """Where the walk is: kind and name of the table, the way to it in steps and in the field guide's words."""

    kind: str
    name: str
    steps: tuple[str, ...]
    field: str


@cache
def tables() -> tuple[Table, ...]:
    """One table for each kind of record, with those of its lists below it."""
    return tuple(_root(kind) for kind in ROOTS)


def every(found: tuple[Table, ...]) -> Iterator[Table]:
    """The tables and all below them, each before its lists."""
    for table in found:
        yield table
        yield from every(table.below)


def _root(kind: str) -> Table:
    schema = sources()[kind]
    at = _At(kind, ROOTS[kind], (), "")
    if kind in HOLDERS:
        (held,) = _lists(schema, at, None)
        return held
    settings = kind == PROGRAM
    lead, tail = ((_SLUG,), ()) if settings else ((), (_SLUG,))
    key = (PROGRAM,) if settings else ("id",)
    below = Link((ABOVE.get(kind, f"{kind}_id"),), at.name, key)
    return Table(
        at.name, schema["title"], schema["description"], kind, tuple(_columns(schema, at, key)), lead, tail, key,
        below=tuple(_lists(schema, at, below)),
    )  # fmt: skip


def _flat(schema: dict[str, Any], path: tuple[str, ...] = (), needed: bool = True) -> Iterator[tuple[tuple[str, ...], Any, bool]]:
    """Every field that is no group, with its path and whether it must be there; groups are opened."""
    for name, raw in schema.get("properties", {}).items():
        must = needed and name in schema.get("required", ())
        if resolve(raw).get("type") == "object":
            yield from _flat(resolve(raw), (*path, name), must)
        else:
            yield (*path, name), raw, must


def _columns(schema: dict[str, Any], at: _At, key: tuple[str, ...]) -> Iterator[Column]:
    for path, raw, must in _flat(schema):
        if resolve(raw).get("type") != "array":
            yield _column("_".join(path), raw, raw, at, path, must, is_key="_".join(path) in key)


def _column(
    name: str, raw: dict[str, Any], told: dict[str, Any], at: _At, path: tuple[str, ...], must: bool, *, is_key: bool = False
) -> Column:
    wanted, form = resolve(raw), _form(raw)
    about, field = resolve(told), at.field + ".".join(path)
    words = (form if _is_shared(raw) else f"{at.name}.{name}") if wanted.get("x-labels") else ""
    kind = _TYPES.get(wanted.get("type", ""), "date" if wanted.get("format") == "date" else "text")
    return Column(
        name, kind, about["title"], about["description"], path, field, words, None if is_key else REFERS.get(form),
        is_personal(at.kind, field, wanted, form), must,
    )  # fmt: skip


def _lists(schema: dict[str, Any], at: _At, above: Link | None) -> Iterator[Table]:
    """A table for each list of the group, with those of the lists in it."""
    for path, raw, _ in _flat(schema):
        field = resolve(raw)
        if field.get("type") == "array":
            steps = (*at.steps, *path)
            inner = _At(at.kind, table_name(at.kind, steps), steps, f"{at.field}{'.'.join(path)}[].")
            yield _list(field, path, inner, above)


def _list(field: dict[str, Any], path: tuple[str, ...], at: _At, above: Link | None) -> Table:
    item = resolve(field["items"])
    by = KEYED.get(at.name, "")
    lead: tuple[Column, ...] = ()
    if above and not by:
        lead = (*(_above(name) for name in above.columns), _POSITION)
    key = (by,) if by else tuple(column.name for column in lead)
    if item.get("properties"):
        own, groups = tuple(_columns(item, at, key)), item
    else:
        plain = at._replace(field=at.field.removesuffix("[]."))
        own, groups = (_column(_named(field, path), field["items"], field, plain, (), must=True),), {}
    parent = one_of(path[-1])
    columns = (f"{parent}_{by}",) if by else (*key[:-1], f"{parent}_position")
    tail = () if PROGRAM in key else (_SLUG,)
    return Table(
        at.name, field["title"], field["description"], at.kind, own, lead, tail, key, None if by else above, path, by,
        tuple(_lists(groups, at, Link(columns, at.name, key))),
    )  # fmt: skip


def _above(name: str) -> Column:
    """The column that says what a row of a list belongs to."""
    if name == PROGRAM:
        return _SLUG
    what = name.removesuffix("_id").removesuffix("_position").replace("_", " ")
    type_: Type = "integer" if name.endswith("_position") else "text"
    told = f"The {what} that this belongs to{', by its position' if type_ == 'integer' else ''}."
    return Column(name, type_, what.capitalize(), told, required=True)


def _named(field: dict[str, Any], path: tuple[str, ...]) -> str:
    """How the one column of a list of words is called: by its title, else by what its words are, else by the list."""
    raw = field["items"]
    if title := resolve(raw).get("title"):
        return str(title).lower().replace(" ", "_")
    form = _form(raw)
    return form.removesuffix("_id").removesuffix("_code") if _is_shared(raw) or form in REFERS else one_of(path[-1])


def _form(raw: dict[str, Any]) -> str:
    """The name of the shared form or list that a field refers to, like `mentor_id`."""
    return str(raw.get("$ref", "")).rpartition("/")[2]


def _is_shared(raw: dict[str, Any]) -> bool:
    return str(raw.get("$ref", "")).startswith("lists.")
