"""Reads two versions of a record where their lines differ: most of a record is the same in both and need not be read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from ..yamlmap import read
from .dated import Data

Known = dict[bytes, Data | None]
_FIELD = re.compile(rb"^([a-z][a-z0-9_]*):(?=[ \r\n])", re.MULTILINE)


def differing(before: bytes, after: bytes, known: Known, earlier: Iterable[bytes] = ()) -> tuple[Data | None, Data | None]:
    """The fields at the top that are not the same in two versions of a record, as each has them; None where it cannot be read.

    They are told apart by their lines and read by themselves: a line within somebody's quotes or brackets ends what stands
    before it too early to be read, and then both are read whole. Where the version before cannot be read, the fields are those
    of the first of the earlier ones in which they can. `known` keeps what has been read, so that nothing is read twice.
    """
    old, new = _fields(before), _fields(after)
    gone, come = [lines for lines in old if lines not in new], [lines for lines in new if lines not in old]
    was, now = _together(gone, known), _together(come, known)
    if now is None or (was is None and _read(before, known) is not None):
        return _read(before, known), _read(after, known)
    if was is None:
        names = {*map(old.get, gone), *map(new.get, come)}
        again = (_together([lines for lines, name in _fields(raw).items() if name in names], known) for raw in earlier)
        was = next((part for part in again if part is not None), None)
    return was, now


def _fields(raw: bytes) -> dict[bytes, bytes]:
    """The lines of each field with the remarks behind it, and its name; what stands above the first belongs to it."""
    found = list(_FIELD.finditer(raw))
    starts = [0, *(one.start() for one in found[1:]), len(raw)]
    return {raw[start:end]: one[1] for one, (start, end) in zip(found, pairwise(starts), strict=True)} if found else {raw: b""}


def _together(fields: Iterable[bytes], known: Known) -> Data | None:
    data: dict[str, object] = {}
    for lines in fields:
        found = _read(lines, known)
        if found is None or data.keys() & found.keys():
            return None
        data |= found
    return data


def _read(raw: bytes, known: Known) -> Data | None:
    """What can be read today, whatever its shape."""
    if raw not in known:
        data = read(raw, "").data
        known[raw] = data if isinstance(data, dict) else None
    return known[raw]
