"""Puts values into a record's text by splicing: comments, order and quotes of everything else survive."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..finding import Path
from ..yamlmap import Span, decode, read, scan
from .canonical import field_lines, in_order, item_lines
from .comments import comments_of
from .scalars import write_scalar


class CannotEdit(Exception):
    """The text is written in a way that no splice fits; the canonical form can be edited."""


@dataclass(frozen=True, slots=True)
class Put:
    """Give the path this value: a scalar or a whole list in place, a field or list item that is not there yet, in its place.

    With `insert` an item goes before the one that now has its number; with `drop` a field goes away with all it holds.
    """

    path: Path
    value: Any = None
    insert: bool = False
    drop: bool = False


def edited(kind: str, raw: bytes, puts: Sequence[Put]) -> str:
    """The text with every value put in, in turn. Raises CannotEdit, and then nothing is changed."""
    text, wanted = decode(raw), copy.deepcopy(read(raw, "").data)
    if not isinstance(wanted, dict):
        raise CannotEdit
    line_end = "\r\n" if "\r\n" in text else "\n"
    text = text.replace("\r\n", "\n")
    for put in puts:
        text = _one(kind, text, wanted, put)
        _put(wanted, put)
    text = text.replace("\n", line_end)
    again = read(text.encode(), "")
    if again.data != wanted or again.findings or comments_of(text).count != comments_of(decode(raw)).count:
        raise CannotEdit
    return text


def _put(data: Any, put: Put) -> None:
    """The same change in the data."""
    for step in put.path[:-1]:
        data = data[step]
    last = put.path[-1]
    if put.drop:
        del data[last]
    elif isinstance(data, list) and isinstance(last, int) and (put.insert or last == len(data)):
        data.insert(last, put.value)
    else:
        data[last] = put.value


def _at(data: Any, path: Path) -> Any:
    try:
        for step in path:
            data = data[step]
    except (KeyError, IndexError, TypeError):
        raise CannotEdit from None
    return data


def _one(kind: str, text: str, data: dict[str, Any], put: Put) -> str:
    spans = scan(text)
    parent, last = _at(data, put.path[:-1]), put.path[-1]
    if put.drop:
        return _without(text, spans, put.path)
    if isinstance(parent, dict) and last not in parent:
        return _new_field(kind, text, spans, parent, put)
    if isinstance(parent, list) and (put.insert or last == len(parent)):
        return _new_item(kind, text, spans, put)
    if isinstance(put.value, list):
        return _list(kind, text, spans, put)
    span = _value(spans, put.path)
    if span.style == "block" or isinstance(put.value, dict) or span.style in ("|", ">"):
        raise CannotEdit
    return text[: span.start] + write_scalar(put.value) + text[span.end :]


def _value(spans: Sequence[Span], path: Path) -> Span:
    found = next((span for span in spans if span.path == path and span.role == "value"), None)
    if found is None:
        raise CannotEdit
    return found


def _without(text: str, spans: Sequence[Span], path: Path) -> str:
    """The text without a field's lines; a field that begins a list item, or shares its line, has to stay."""
    value, key = _value(spans, path), next((span for span in spans if span.path == path and span.role == "key"), None)
    if key is None or value.style in ("flow", "|", ">"):
        raise CannotEdit
    last = max(span.end for span in spans if span.path[: len(path)] == path and span.style != "block")
    line, end = text.rfind("\n", 0, key.start) + 1, text.find("\n", last)
    rest = text[last : end if end >= 0 else None].strip()
    above = text[: max(line - 1, 0)].rpartition("\n")[2].strip()
    if text[line : key.start].strip() or rest or above.startswith("#"):
        raise CannotEdit  # the line holds more than the field, or a comment above belongs to it
    return text[:line] + (text[end + 1 :] if end >= 0 else "")


def _new_field(kind: str, text: str, spans: Sequence[Span], parent: dict[str, Any], put: Put) -> str:
    """The field behind the one that stands before it in the order of the field guide."""
    group = put.path[:-1]
    keys = [span for span in spans if span.role == "key" and span.path[:-1] == group]
    if not keys or _value(spans, group).style != "block":
        raise CannotEdit
    key = str(put.path[-1])
    order = in_order(kind, {**parent, key: put.value}, group)
    before = [name for name in order[: order.index(key)] if name in parent] or [str(keys[0].path[-1])]
    indent = keys[0].start - (text.rfind("\n", 0, keys[0].start) + 1)
    lines = field_lines(kind, key, put.value, put.path, indent)
    return _behind(text, spans, (*group, before[-1]), lines)


def _new_item(kind: str, text: str, spans: Sequence[Span], put: Put) -> str:
    """The item behind the one with the number before; a list without items has no place to show."""
    group, number = put.path[:-1], int(put.path[-1])
    items = [span for span in spans if span.role == "value" and span.path[:-1] == group and len(span.path) == len(put.path)]
    key = next((span for span in spans if span.role == "key" and span.path == group), None)
    if not items and key is not None:
        return _first_item(kind, text, key, _value(spans, group), put)
    if key is None or _value(spans, group).style != "block":
        raise CannotEdit
    first = items[0]
    line = text.rfind("\n", 0, first.start) + 1
    dash = text.find("-", line)
    if text[line:dash].strip() or not line <= dash < first.start:
        raise CannotEdit
    lines = item_lines(kind, put.value, put.path, dash - line)
    if number == 0:  # above the comments that belong to the item that was the first
        top = text.find("\n", key.end) + 1
        return text[:top] + "\n".join(lines) + "\n" + text[top:]
    return _behind(text, spans, (*group, number - 1), lines)


def _first_item(kind: str, text: str, key: Span, empty: Span, put: Put) -> str:
    """The first item of a list that is written as `[]`."""
    if text[empty.start : empty.end] != "[]":
        raise CannotEdit
    indent = key.start - (text.rfind("\n", 0, key.start) + 1)
    end = text.find("\n", empty.end)
    tail, rest = (text[empty.end : end], text[end:]) if end >= 0 else (text[empty.end :], "\n")
    lines = item_lines(kind, put.value, put.path, indent + 2)
    return text[: empty.start].rstrip(" ") + tail + "\n" + "\n".join(lines) + rest


def _list(kind: str, text: str, spans: Sequence[Span], put: Put) -> str:
    """The whole list in the place of the one that stands there on its own lines."""
    key = next((span for span in spans if span.path == put.path and span.role == "key"), None)
    if key is None or text[(line := text.rfind("\n", 0, key.start) + 1) : key.start].strip():
        raise CannotEdit
    lines = field_lines(kind, str(put.path[-1]), put.value, put.path, key.start - line)
    text, end = _end(text, spans, put.path)
    return text[:line] + "\n".join(lines) + "\n" + text[end:]


def _behind(text: str, spans: Sequence[Span], path: Path, lines: Sequence[str]) -> str:
    """The lines under everything that the value at path holds."""
    text, end = _end(text, spans, path)
    return text[:end] + "\n".join(lines) + "\n" + text[end:]


def _end(text: str, spans: Sequence[Span], path: Path) -> tuple[str, int]:
    """The text, with its last line ended, and where the line ends on which everything that the value holds has ended."""
    end = max(span.end for span in spans if span.path[: len(path)] == path and span.style != "block")
    if text[end - 1 : end] == "\n":
        return text, end
    line_end = text.find("\n", end)
    return (text, line_end + 1) if line_end >= 0 else (text + "\n", len(text) + 1)
