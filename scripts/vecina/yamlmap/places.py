"""Where each key and value stands: a flat row of numbers in document order, found again by walking the data.

For each value its line and column, and for each field of a group first those of its key. A few bytes a
value, so that ten thousand records keep their places at no cost.
"""

from __future__ import annotations

from array import array
from typing import Any

from ..finding import Path, Place


def _slots(data: Any) -> int:
    """How many places the value and everything in it take."""
    if isinstance(data, dict):
        return 1 + sum(1 + _slots(value) for value in data.values())
    if isinstance(data, list):
        return 1 + sum(map(_slots, data))
    return 1


def _find(data: Any, path: Path) -> tuple[int, int | None]:
    """The slot of the value at path, and the slot of its key when it is a field of a group."""
    slot, key_slot = 0, None
    for step in path:
        slot, key_slot = slot + 1, None
        if isinstance(data, dict):
            for key, value in data.items():
                if key == step:
                    key_slot, slot, data = slot, slot + 1, value
                    break
                slot += 1 + _slots(value)
            else:
                raise KeyError(path)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            slot += sum(map(_slots, data[:step]))
            data = data[step]
        else:
            raise KeyError(path)
    return slot, key_slot


def place_at(data: Any, places: array[int], path: Path, *, key: bool = False) -> Place:
    """The place of the value at path, or of its key. Raises KeyError where there is no such path."""
    slot, key_slot = _find(data, path)
    if key and key_slot is not None:
        slot = key_slot
    return Place(places[2 * slot], places[2 * slot + 1])
