"""Builds plain data from libyaml's events, keeping the place of every key and value."""

from __future__ import annotations

import sys
import unicodedata
from array import array
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from ..finding import Path
from . import chars, scalars
from .libyaml import CParser

MAX_DEPTH = 8
MAX_NODES = 5_000
MAX_TEXT = 2_000

# report(code, mark, message, hint, fix); a mark has a line and a column counted from 0
Report = Callable[..., None]


class Stop(Exception):
    """Reading cannot go on; what was wrong has been reported."""


@lru_cache(maxsize=1024)
def _name(text: str) -> tuple[str, bool]:
    """A field's name in its one form, kept once for all records, and whether it holds a character that nobody can see."""
    hidden = bool(chars.JOINERS.search(text) or chars.refused_in_value(text))
    return sys.intern(text if text.isascii() else unicodedata.normalize("NFC", text)), hidden


class _Frame:
    """A list or group being filled, and the key under which its next value goes."""

    __slots__ = ("container", "key", "keys", "repeat", "said")

    def __init__(self, container: dict[str, Any] | list[Any]) -> None:
        self.container = container
        self.key: str | None = None
        self.said = False  # whether a repeated field of this group has been reported
        self.repeat: int | None = None  # where the places of a repeated field begin, to be dropped with it
        self.keys: dict[str, int] | None = {} if isinstance(container, dict) else None


class Builder:
    """One document's way from events to data. Problems go to `report`; nothing is raised but Stop and YAML's own error."""

    def __init__(self, text: str, report: Report) -> None:
        self.text = text
        self.report = report
        self.places = array("I")
        self.doubts: dict[Path, str] = {}
        self.stack: list[_Frame] = []
        self.root: Any = None

    def build(self) -> Any:
        """The document's data, or None for an empty file."""
        next_event = CParser(self.text).get_event
        documents = nodes = 0
        while True:
            event: Any = next_event()
            kind = event.__class__
            if kind is ScalarEvent:
                nodes += 1
                self._scalar(event)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                nodes += 1
                self._open(event, {} if kind is MappingStartEvent else [])
            elif kind is AliasEvent:
                self._alias(event)
            elif kind is StreamEndEvent:
                return self.root
            elif kind is DocumentStartEvent:
                documents += 1
                self._document(event, documents)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                self.stack.pop()
                if self.stack:
                    self._filled(self.stack[-1])
            if nodes > MAX_NODES:
                self.report("V021", event.start_mark, f"a record holds at most {MAX_NODES:,} values")
                raise Stop

    def _document(self, event: DocumentStartEvent, count: int) -> None:
        if count > 1:
            self.report("V020", event.start_mark, "a second document begins here; one file holds one record")
            raise Stop

    def _alias(self, event: AliasEvent) -> None:
        """An alias stands for a value that is somewhere else."""
        mark: Any = event.start_mark
        frame = self.stack[-1]
        if frame.key != "<<":  # there the merge key is the finding
            self.report("V016", mark, "aliases are not used here; write the value out, or put the text in quotes")
        if frame.keys is not None and frame.key is None:
            raise Stop
        self._put(None, mark)

    def _marked(self, event: Any) -> None:
        """Anchors and tags on a node; they change nothing but are refused."""
        if event.anchor is not None:
            self.report("V016", event.start_mark, "anchors are not used here; write the value out where it belongs")
        if event.tag is not None:
            self.report("V018", event.start_mark, "tags are not used here; delete the tag, or put the text in quotes")

    def _open(self, event: Any, container: dict[str, Any] | list[Any]) -> None:
        if event.anchor is not None or event.tag is not None:
            self._marked(event)
        if len(self.stack) >= MAX_DEPTH:
            self.report("V021", event.start_mark, f"groups and lists are at most {MAX_DEPTH} levels deep")
            raise Stop
        frame = self.stack[-1] if self.stack else None
        if frame is not None and frame.keys is not None and frame.key is None:
            self.report("V024", event.start_mark, "a field's name must be text")
            raise Stop
        self._put(container, event.start_mark)
        self.stack.append(_Frame(container))

    def _filled(self, frame: _Frame) -> None:
        """A field's value or a list's item is complete; a repeated field goes as if it had not been there."""
        if frame.repeat is not None:
            del self.places[frame.repeat :]
            del frame.container[frame.key]  # type: ignore[arg-type]
            frame.repeat = None
        frame.key = None

    def _scalar(self, event: ScalarEvent) -> None:
        if event.anchor is not None or event.tag is not None:
            self._marked(event)
        frame = self.stack[-1] if self.stack else None
        mark = event.start_mark
        if frame is not None and frame.keys is not None and frame.key is None:
            self._key(frame, event)
            return
        value: scalars.Scalar = event.value
        if event.style is None or event.style == "":
            value = self._plain(event.value, mark)
        else:
            self._text(event.value, mark)
        self._put(value, mark)

    def _plain(self, text: str, mark: Any) -> scalars.Scalar:
        if scalars.two_ways(text):
            self.doubts[self._path()] = text
        if len(text) > MAX_TEXT and not text.isdigit():
            self._text(text, mark)
            return text
        try:
            return scalars.plain(text)
        except scalars.NotKept:
            hint = "if it is text, put it in quotes"
            self.report("V023", mark, f"a number has at most {scalars.MAX_DIGITS} digits and is finite", hint)
            return 0

    def _text(self, value: str, mark: Any) -> None:
        if len(value) > MAX_TEXT:
            self.report("V022", mark, f"text holds at most {MAX_TEXT:,} characters")
        point = chars.refused_in_value(value)
        if point:
            self.report("V011", mark, f"this text holds {point}; delete it")

    def _key(self, frame: _Frame, event: Any) -> None:
        mark, name = event.start_mark, event.value
        plain = event.style is None or event.style == ""
        if plain and name == "<<":
            self.report("V017", mark, "merge keys are not used here; write the fields out")
        elif plain and name in ("", "~", "null", "Null", "NULL"):
            self.report("V024", mark, "a field's name must be text")
        name, hidden = _name(name)
        if hidden:
            self.report("V011", mark, "a field's name holds a character that nobody can see; delete it")
        assert frame.keys is not None and isinstance(frame.container, dict)
        if name in frame.keys:
            self._repeated(frame, frame.keys[name], mark)
            name = "\0"  # no field can be called so; dropped again in _filled
            frame.repeat = len(self.places)
        else:
            frame.keys[name] = mark.line + 1
        frame.key = name
        self.places.append(mark.line + 1)
        self.places.append(mark.column + 1)

    def _repeated(self, frame: _Frame, first: int, mark: Any) -> None:
        """A field given twice; in an item of a list a lost hyphen repeats them all, and one finding is enough."""
        in_item = len(self.stack) > 1 and self.stack[-2].keys is None
        if in_item and not frame.said:
            message = f"this field is given twice in one item, first on line {first}"
            self.report("V015", mark, message, "put a hyphen before it if a new item begins here, else delete one of the two")
        elif not in_item:
            message = f"this field is given twice, first on line {first}"
            self.report("V015", mark, message, "keep one, with all that belongs to it")
        frame.said = True

    def _put(self, value: Any, mark: Any) -> None:
        self.places.append(mark.line + 1)
        self.places.append(mark.column + 1)
        if not self.stack:
            self.root = value
            return
        frame = self.stack[-1]
        if frame.keys is None:
            frame.container.append(value)  # type: ignore[union-attr]
        else:
            assert frame.key is not None
            frame.container[frame.key] = value  # type: ignore[call-overload]
        if value.__class__ is not dict and value.__class__ is not list:
            self._filled(frame)

    def _path(self) -> Path:
        """The path of the value that is about to be put."""
        steps: list[str | int] = []
        for frame in self.stack:
            steps.append(len(frame.container) - (frame is not self.stack[-1]) if frame.key is None else frame.key)  # noqa: PERF401
        return tuple(steps)
