"""The one reader of every YAML file in the house: bytes in, plain data with places out, nothing raised."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from yaml.error import MarkedYAMLError, YAMLError

from ..finding import Finding, Fix, Path, Place, in_order
from . import chars, places
from .spans import Span, scan
from .syntax import in_words
from .tree import Builder, Stop

MAX_BYTES = 256_000
_CUT = re.compile(r"[ \t]+#(?=[^\s#])")
_REMARK = "put the whole text in quotes; a remark has a space behind its #"


@dataclass(slots=True)
class Reading:
    """What a file holds. `data` is None when it could not be read; `doubts` are plain scalars read in two ways."""

    data: Any = None
    places: array[int] = field(default_factory=lambda: array("I"))
    doubts: dict[Path, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def place(self, path: Path, *, key: bool = False) -> Place:
        """Where the value at path stands, or its key."""
        return places.place_at(self.data, self.places, path, key=key)


def decode(raw: bytes) -> str:
    """The file's text without a UTF-8 mark. Raises UnicodeDecodeError."""
    return raw.decode("utf-8-sig")


def read(raw: bytes, file: str) -> Reading:
    """Reads one record. Whatever a person typed, the answer is a Reading; `file` only names it in findings."""
    reading = Reading()

    def at(code: str, line: int, column: int, message: str, hint: str = "", fix: Fix | None = None) -> None:
        reading.findings.append(Finding(file, line, column, code, message, hint, fix=fix))

    def report(code: str, mark: Any, message: str, hint: str = "", fix: Fix | None = None) -> None:
        at(code, mark.line + 1, mark.column + 1, message, hint, fix)

    if len(raw) > MAX_BYTES:
        at("V021", 1, 1, "a record holds at most 256 kB")
        return reading
    try:
        text = decode(raw)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        at("V010", line, 1, "this line is not UTF-8; save the file as UTF-8")
        return reading
    if "\0" in text:
        at("V010", 1, 1, "this is not UTF-8 but looks like UTF-16; save the file as UTF-8")
        return reading
    if not _characters(text, at):
        return reading
    builder = Builder(text, report)
    try:
        data = builder.build()
    except Stop:
        pass
    except MarkedYAMLError as error:
        code, mark, message = in_words(error, text)
        report(code, mark, message)
    except YAMLError:
        at("V014", 1, 1, "this is not YAML")
    else:
        _top(data, builder, reading, at)
    reading.findings[:] = in_order(reading.findings)
    return reading


def _characters(text: str, at: Any) -> bool:
    """Refuses characters and conflict marks. False when a parser should not see the text at all."""
    found = [(*chars.place_of(text, index), point) for index, point in chars.refused(text)]
    for line in sorted({line for line, _, _ in found}):
        column, point = next((column, point) for at_line, column, point in found if at_line == line)
        at("V011", line, column, f"{point} cannot be seen here; delete it")
    for index in chars.identifiers(text):
        hint = "take it out before you save or commit; see docs/admin.md"
        at("V029", *chars.place_of(text, min(index, len(text))), "this looks like an A-number; no record names a client", hint)
    conflict = chars.conflict(text)
    if conflict is not None:
        at("V012", *chars.place_of(text, conflict), "Git conflict marks; keep the right lines, delete the rest")
    directive = chars.directive(text)
    if directive is not None:
        at("V019", *chars.place_of(text, directive), "directives are not used here; delete the line")
    return not found and conflict is None and directive is None


def _top(data: Any, builder: Builder, reading: Reading, at: Any) -> None:
    """Takes the built data over if it is a group of fields, and looks at what only the whole text shows."""
    if data is None and not len(builder.places):
        at("V025", 1, 1, "the file is empty; fill it in or delete it")
        return
    if not isinstance(data, dict):
        line, column = builder.places[0], builder.places[1]
        at("V026", line, column, "a record is a group of fields; begin each line with a field's name and a colon")
        return
    reading.data, reading.places, reading.doubts = data, builder.places, builder.doubts
    text = builder.text
    if " #" in text:
        _remarks(text, at)
    joiners, tabs = chars.JOINERS.search(text), list(chars.tab_indents(text)) if "\t" in text else []
    if joiners or tabs:
        spans = scan(text)
        inside = _Spans(span for span in spans if span.role == "value" and span.style not in ("block", "flow"))
        keys = _Spans(span for span in spans if span.role == "key")  # one in a key has been reported with the key
        outside = (index for index in tabs if not inside.hold(index))
        for index in islice(outside, chars.MOST):
            at("V013", *chars.place_of(text, index), "a tab cannot indent; use two spaces for each level")
        lone = (
            match for match in chars.JOINERS.finditer(text) if not inside.hold(match.start()) and not keys.hold(match.start())
        )
        for match in islice(lone, chars.MOST):
            point = chars.code_point(match[0])
            at("V011", *chars.place_of(text, match.start()), f"{point} belongs in free text only")


class _Spans:
    """Spans in document order that do not overlap, and whether one of them holds an index."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.spans = list(spans)
        self.starts = [span.start for span in self.spans]

    def hold(self, index: int) -> bool:
        place = bisect_right(self.starts, index) - 1
        return place >= 0 and index < self.spans[place].end


def _remarks(text: str, at: Any) -> None:
    """Unquoted text that a sign of number cuts off: `Suite #4` would keep `Suite` alone. Remarks have a space behind the sign."""
    for span in scan(text):
        if span.role == "value" and span.style == "" and span.end > span.start:
            match = _CUT.match(text, span.end)
            if match:
                at(
                    "V028",
                    *chars.place_of(text, match.end() - 1),
                    "from here on the line is a remark and not kept as text",
                    _REMARK,
                )
