"""Where each key and value begins and ends in the text: what editing and the canonical form need."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from ..finding import Path
from .libyaml import CParser


@dataclass(frozen=True, slots=True)
class Span:
    """A key or a value between two indexes of the text. `style` is libyaml's for scalars, else `block` or `flow`."""

    path: Path
    role: Literal["key", "value"]
    start: int
    end: int
    style: str
    value: str = ""


class _Open:
    """A group or list whose end is still to come."""

    __slots__ = ("count", "event", "is_map", "key", "path", "slot")

    def __init__(self, path: Path, event: Any, slot: int) -> None:
        self.path, self.event, self.slot = path, event, slot
        self.is_map = isinstance(event, MappingStartEvent)
        self.key: str | None = None
        self.count = 0

    def step(self) -> Path:
        return (*self.path, self.key if self.is_map and self.key is not None else self.count)


def scan(text: str) -> list[Span]:
    """Every key and value of a readable text, in document order. Raises YAMLError where it cannot be read."""
    parser = CParser(text)
    spans: list[Span | None] = []
    stack: list[_Open] = []
    while True:
        event: Any = parser.get_event()
        kind = event.__class__
        if kind is StreamEndEvent:
            return [span for span in spans if span is not None]
        if kind in (MappingEndEvent, SequenceEndEvent):
            done = stack.pop()
            style = "flow" if done.event.flow_style else "block"
            spans[done.slot] = Span(done.path, "value", done.event.start_mark.index, event.end_mark.index, style)
            _next(stack)
            continue
        if kind not in (ScalarEvent, AliasEvent, MappingStartEvent, SequenceStartEvent):
            continue
        top = stack[-1] if stack else None
        path = top.step() if top else ()
        if kind is AliasEvent:
            _next(stack)
            continue
        if kind is not ScalarEvent:
            stack.append(_Open(path, event, len(spans)))
            spans.append(None)
            continue
        start, end = event.start_mark.index, event.end_mark.index
        if top is not None and top.is_map and top.key is None:
            top.key = event.value
            spans.append(Span((*top.path, event.value), "key", start, end, event.style or "", event.value))
        else:
            spans.append(Span(path, "value", start, end, event.style or "", event.value))
            _next(stack)


def _next(stack: list[_Open]) -> None:
    """The value of the innermost group or list is complete: the next key or item follows."""
    if stack:
        stack[-1].key = None
        stack[-1].count += 1
