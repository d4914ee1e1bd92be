"""What in a case has dates, as its schema says, and how each group of fields is named and told from its neighbors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from string import Formatter
from typing import Any, NamedTuple

from ..schema import resolve, sources
from ..words import inside

Schema = Mapping[str, Any]
Way = tuple[str, ...]
"""The names of the fields that lead from a group to one of its values."""


class Form(NamedTuple):
    """How the rows of a list are named: `{title}` is the schema's word for a row, `{above}` the name of what it belongs to.

    Every other field in braces stands for its label and tells rows of the list apart. `said` is a field whose label
    follows in parentheses. A change of the fields `told` is told beside the dates.
    """

    name: str = "{title}"
    said: str = ""
    told: tuple[str, ...] = ()


# a list without a form is a log: its rows have no names but their days
FORMS = {
    "case": Form(told=("status", "attorney", "mentor", "backup_mentor", "court", "detained")),
    "history": Form("status {status}"),
    "hearings": Form("{type}", told=("status", "mode")),
    "orders": Form("{kind}", "due_for", told=("due_for",)),
    "events": Form("{title} ({kind})"),
    "steps": Form("{above}, {step}", "waived", told=("waived",)),
    "stops": Form("{above}, {reason}"),
    "milestones": Form("{kind}"),
    "declines": Form("{title} of {mentor}"),
    "waivers": Form("{title} of {requirement}", "reason"),
    "messages": Form("{title} from {by} to {to}"),
    "corrections": Form("{title} of {of}", "reason"),
    "reminders": Form("{title} to {to} about {about}", "stage"),
    "outcome": Form("{relief}", "result", told=("result", "appealed")),
}
_PLAIN = ("requirements",)  # groups whose fields say by themselves what they are


@dataclass(frozen=True, slots=True)
class Shape:
    """The case itself, or the rows of one of its lists: what its schema calls it, its fields, and its parts with dates.

    `kind` names the fields that tell rows apart; a log has no form and none.
    """

    title: str
    form: Form | None
    kind: Way
    fields: Schema
    parts: tuple[Part, ...]


class Part(NamedTuple):
    """A date, with its title; or, with a shape, a list of rows with dates and the title of the group in which it stands."""

    way: Way
    title: str
    shape: Shape | None = None


@cache
def case_shape() -> Shape:
    """The shape of a case."""
    return _shape("case", sources()["case"])


def shown(field: Schema, value: object) -> str | None:
    """A value as people read it: a code's label, an id, yes or no. None for any other, which may say anything."""
    if isinstance(value, bool):
        return ("no", "yes")[value] if field.get("type") == "boolean" else None
    if not isinstance(value, str) or field.get("x-free-text"):
        return None
    if "x-labels" in field:
        return field["x-labels"].get(value)  # type: ignore[no-any-return]
    short = len(value) <= field.get("maxLength", 40)
    return value if short and re.fullmatch(field.get("pattern", "(?!)"), value) else None


def joined(above: str, title: str) -> str:
    """The name of a part of something: `Mentoring plan agreed on`, `Individual hearing, filings made`."""
    if not above:
        return title
    follows = re.match(r"(?:\w+ed|done|due|from|to|for)\b", title, re.IGNORECASE) and link(above) == ":"
    return f"{above}{' ' if follows else ', '}{inside(title)}"


def link(name: str) -> str:
    """What stands between a date's name and its day: nothing after `served on`, ` on` after `done`, else a colon."""
    if re.search(r"\b(?:on|from|to|of|day)\Z", name):
        return ""
    return " on" if re.search(r"(?:ed|\bdone|\bdue|\bmade|\bsent)\Z", name) else ":"


def _shape(name: str, schema: Schema) -> Shape:
    fields, form = _resolved(schema), FORMS.get(name)
    kind = (one for _, one, _, _ in Formatter().parse(form.name) if one in fields) if form else ()
    return Shape(schema["title"], form, tuple(filter(None, kind)), fields, tuple(_parts(fields, (), "")))


def _parts(fields: Schema, way: Way, group: str) -> Iterator[Part]:
    for name, field in fields.items():
        here = (*way, name)
        item = resolve(field["items"]) if "items" in field else {}
        if field.get("format") == "date":
            yield Part(here, joined(group, field["title"]))
        elif "properties" in item:
            yield Part(here, group, _shape(name, item))
        elif "properties" in field:
            yield from _parts(_resolved(field), here, "" if name in _PLAIN else field["title"])


def _resolved(schema: Schema) -> Schema:
    return {name: resolve(below) for name, below in schema["properties"].items()}
