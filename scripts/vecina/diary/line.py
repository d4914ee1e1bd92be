"""One line about a case: the edits that write it down, and its words. And what several words need."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..edit import Put
from ..facts import Data
from ..finding import Path
from ..schema import labels_at
from ..words import day as in_words, inside, listing, sentence

ALREADY = "This is already in the record. If it is wrong there, correct it in the file."


class NotPossible(ValueError):
    """What was said cannot be written down. Its text says why, and what would be right."""


@dataclass(frozen=True, slots=True)
class Line:
    """What happened, as edits of the case's record.

    `what` holds kinds, ids and days alone: it becomes the message of a commit. `more` is for the person who typed it.
    """

    puts: tuple[Put, ...]
    what: str
    more: str = ""

    @property
    def said(self) -> str:
        """The whole of it as a sentence, each day with its weekday."""
        return _DAY.sub(lambda found: in_words(date.fromisoformat(found[0])), f"{sentence(self.what)}{self.more}.")


_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")


def happened(day: date, today: date) -> str:
    """The day as it is written. Raises NotPossible for a day still to come."""
    if day > today:
        raise NotPossible("That day is still to come, and this word writes down what has happened. Look at the year and month.")
    return day.isoformat()


def added(case: Data, path: Path, row: dict[str, Any], by: str = "date") -> Put:
    """The row put into its list by its day. Raises NotPossible when the same row is there."""
    rows = at(case, path[:-1]).get(path[-1])
    if rows is None:
        return Put(path, [row])
    if row in rows:
        raise NotPossible(ALREADY)
    number = max((index + 1 for index, other in enumerate(rows) if other[by] <= row[by]), default=0)
    return Put((*path, number), row, insert=True)


def at(case: Data, path: Path) -> Any:
    """The value at a path that is there."""
    found: Any = case
    for step in path:
        found = found[step]
    return found


def field(case: Data, group: str, name: str, value: Any) -> Put:
    """The field put into its group, which may not be there yet. Raises NotPossible when it has a value."""
    if name in case.get(group, {}):
        raise NotPossible(ALREADY)
    return Put((group, name), value) if group in case else Put((group,), {name: value})


def the_one(found: Sequence[tuple[Path, str]], none: str, many: str) -> Path:
    """The only one of what was found. Raises NotPossible with `none`, or with `many` and what tells them apart."""
    if not found:
        raise NotPossible(none)
    if len(found) > 1:
        raise NotPossible(f"{many}: {listing([name for _, name in found], 'or')}.")
    return found[0][0]


def label(code: str, *path: str | int) -> str:
    """The words for a code of a list in the case's schema, as they stand inside a sentence."""
    return inside(labels_at("case", path)[code])


def merged(*lists: dict[str, Any], also: dict[str, str]) -> dict[str, Any]:
    """Several lists of the schema as one to choose from; `also` has other names for some words."""
    options = dict.fromkeys(code for one in lists for code in one["enum"])
    labels = {code: text for one in lists for code, text in one.get("x-labels", {}).items()}
    return {"enum": list(options), "x-labels": labels, "x-also": also}
