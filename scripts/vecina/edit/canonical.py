"""The canonical form of a record: fields in the order of the field guide, block style, comments kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..finding import Path
from ..schema import wanted
from ..yamlmap import decode, read
from .comments import Comments, comments_of
from .scalars import as_block, write_scalar

WIDTH = 100


class CannotFormat(Exception):
    """The file cannot be read, or a comment or value would be lost."""


def canonical(kind: str, raw: bytes) -> str:
    """The canonical text of a readable record. Raises CannotFormat rather than lose anything."""
    reading = read(raw, "")
    if reading.data is None or reading.findings or reading.doubts:
        raise CannotFormat
    comments = comments_of(decode(raw))
    text = render(kind, reading.data, comments)
    if text.encode() == raw:
        return text  # the same bytes: nothing to lose, and no need to read them again
    again = read(text.encode(), "")
    if again.data != reading.data or comments_of(text).count != comments.count:
        raise CannotFormat
    return text


def render(kind: str, data: dict[str, Any], comments: Comments | None = None) -> str:
    """A record's data as canonical text."""
    known = comments or Comments()
    lines = [*known.above.get((), ()), *_group(kind, data, (), 0, known), *known.last]
    return "\n".join(lines) + "\n"


def field_lines(kind: str, key: str, value: Any, path: Path, indent: int) -> list[str]:
    """The canonical lines of one field at that indent."""
    return list(_value(kind, f"{' ' * indent}{write_scalar(key)}:", value, path, indent, Comments()))


def item_lines(kind: str, item: Any, path: Path, indent: int) -> list[str]:
    """The canonical lines of one list item whose hyphen stands at that indent."""
    return list(_item(kind, item, path, indent, Comments()))


def in_order(kind: str, data: dict[str, Any], path: Path) -> list[str]:
    """The group's fields in the order of the field guide, unknown ones last."""
    known = list((wanted(kind, path) or {}).get("properties", {}))
    return [key for key in known if key in data] + [key for key in data if key not in known]


def _group(kind: str, data: dict[str, Any], path: Path, indent: int, comments: Comments) -> Iterator[str]:
    pad = " " * indent
    for key in in_order(kind, data, path):
        here = (*path, key)
        yield from (pad + said for said in comments.above.get(here, ()))
        yield from _value(kind, f"{pad}{write_scalar(key)}:", data[key], here, indent, comments)


def _value(kind: str, head: str, value: Any, path: Path, indent: int, comments: Comments) -> Iterator[str]:
    """The lines of a value behind its head, which is `key:` or a list item's hyphen."""
    tail = f"  {comments.behind[path]}" if path in comments.behind else ""
    deeper = " " * (indent + 2)
    if isinstance(value, dict) and value:
        yield head + tail
        yield from _group(kind, value, path, indent + 2, comments)
    elif isinstance(value, list) and value:
        flow = _flow(value) if not comments.below(path) else None
        if flow is not None and len(head) + 1 + len(flow) <= WIDTH:
            yield f"{head} {flow}{tail}"
            return
        yield head + tail
        for index, item in enumerate(value):
            yield from _item(kind, item, (*path, index), indent + 2, comments)
    elif isinstance(value, str) and "\n" in value and (block := as_block(value)):
        yield f"{head} {block[0]}{tail}"
        yield from (deeper + line if line else "" for line in block[1:])
    else:
        yield f"{head} {_empty_or_scalar(value)}{tail}"


def _item(kind: str, item: Any, path: Path, indent: int, comments: Comments) -> Iterator[str]:
    pad = " " * indent
    yield from (pad + said for said in comments.above.get(path, ()))
    if isinstance(item, dict) and item:
        lines = list(_group(kind, item, path, indent + 2, comments))
        first = next(index for index, line in enumerate(lines) if not line.lstrip().startswith("#"))
        behind = comments.behind.get(path)
        yield from (pad + line.lstrip() for line in [*([behind] if behind else []), *lines[:first]])
        yield f"{pad}- {lines[first].lstrip()}"
        yield from lines[first + 1 :]
    else:
        yield from _value(kind, f"{pad}-", item, path, indent, comments)


def _flow(items: list[Any]) -> str | None:
    """A list of scalars in brackets; None when it holds more than scalars."""
    if any(isinstance(item, (dict, list)) or (isinstance(item, str) and "\n" in item) for item in items):
        return None
    return f"[{', '.join(write_scalar(item, flow=True) for item in items)}]"


def _empty_or_scalar(value: Any) -> str:
    return (
        "{}"
        if value == {} and isinstance(value, dict)
        else "[]"
        if value == [] and isinstance(value, list)
        else write_scalar(value)
    )
