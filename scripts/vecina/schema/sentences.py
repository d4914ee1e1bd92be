"""One sentence for each way a value can miss its schema: it says what is right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..finding import Fix, Path
from ..words import listing, near, one_slip
from .bundle import resolve

_TYPES = {
    "string": "text", "integer": "a whole number", "number": "a number", "boolean": "true or false",
    "array": "a list", "object": "a group of fields", "null": "nothing",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence with its code, hint and mend. `below` is the way from the value to the place that is meant."""

    code: str
    message: str
    hint: str = ""
    fix: Fix | None = None
    below: Path = ()


def named(path: Path) -> str:
    """`"due"`, or `item 3 of "languages"`: the name of a field that the schema knows."""
    if not path:
        return "the record"
    last = path[-1]
    if isinstance(last, int):
        owner = next((step for step in reversed(path) if isinstance(step, str)), "")
        return f'item {last + 1} of "{owner}"'
    return f'"{last}"'


def about(keyword: str, rule: Any, value: Any, schema: dict[str, Any], path: Path) -> Said:
    """What is right at path, for a value that misses the schema's keyword."""
    name = named(path)
    if keyword == "type":
        return _type(name, value, schema, path)
    if keyword == "enum":
        return _enum(name, schema, value, path)
    if keyword == "format":
        return Said("V106", f"{name} must be a real day; the calendar has no such day")
    if keyword in ("pattern", "minLength", "maxLength", "multipleOf"):
        return Said("V105", f"{name} must be {schema.get('x-expects', 'in the form the field guide shows')}", _unknown(schema))
    if keyword in ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"):
        limits = {**schema, keyword: rule}
        low = (
            f"more than {limits['exclusiveMinimum']} and"
            if "exclusiveMinimum" in limits
            else f"at least {limits.get('minimum')} and"
        )
        return Said("V107", f"{name} must be {low} at most {limits.get('maximum')}")
    if keyword == "minItems":
        return Said("V107", f"{name} needs at least {rule} item{'s' if rule > 1 else ''}")
    if keyword == "uniqueItems":
        again = next(index for index, item in enumerate(value) if item in value[:index])
        return Said("V108", f"item {again + 1} of {name} is already in the list", "delete one of the two", below=(again,))
    if keyword == "dependentRequired":
        alone, needs = next(
            (key, other) for key, others in rule.items() if key in value for other in others if other not in value
        )
        return Said("V109", f'"{alone}" needs "{needs}" beside it', below=(alone,))
    if keyword == "const":
        return Said("V104", f"{name} can only be {str(rule).lower()}", "or delete the line")
    return Said("V101", f"{name} is not as the field guide says")


def _unknown(schema: dict[str, Any]) -> str:
    """What to do about a date that nobody knows yet."""
    return "not known yet? leave out the line, or the whole item, until it is" if schema.get("format") == "date" else ""


def _type(name: str, value: Any, schema: dict[str, Any], path: Path) -> Said:
    kind = schema.get("type", "string")
    right = schema.get("x-expects") or _TYPES.get(kind, kind)
    if value is None:
        right = "one of its words" if "enum" in schema else right
        return Said("V101", f"{name} has no value", f"write {right}, or delete the line if the field is optional")
    scalar = not isinstance(value, (dict, list))
    if kind == "string" and scalar:
        if "format" in schema or ("pattern" in schema and not schema.get("x-free-text")):
            return Said("V105", f"{name} must be {right}", _unknown(schema))
        if "enum" in schema:
            return Said("V104", f"{name} must be one word of its list", "see the field guide")
        return Said("V101", f"{name} must be text in quotes", "put quotes around it", Fix("quote", path))
    if kind == "boolean":
        word = str(value).casefold()
        if word in ("true", "false"):
            return Said("V101", f"{name} takes true or false, without quotes", f"write {word}", Fix("replace", path, word))
        return Said("V101", f"{name} takes true or false")
    if kind == "array":
        groups = "properties" in resolve(schema.get("items", {}))
        brackets = "put it in square brackets, with commas between the items"
        return Said(
            "V101", f"{name} must be a list", "one item a line, each begun with a hyphen" if groups or not scalar else brackets
        )
    if kind == "object":
        return Said("V101", f"{name} must be a group of fields", "each field on its own line below, two spaces further in")
    return Said("V101", f"{name} must be {right}")


def _enum(name: str, schema: dict[str, Any], value: Any, path: Path) -> Said:
    """A word that is not on the list: by its label, by another word for it, or by the nearest that is no opposite."""
    options: list[Any] = schema["enum"]
    message = f"{name} must be a word of its list"
    if isinstance(value, str):
        folded = value.strip().casefold()
        label = next((code for code, text in schema.get("x-labels", {}).items() if text.casefold() == folded), None)
        other = schema.get("x-also", {}).get(folded)
        guess = label or other or near(value, options)
        if guess and (label or other or not folded.endswith(guess) or folded == guess):
            safe = label or one_slip(value, guess)
            return Said("V104", message, f'did you mean "{guess}"?', Fix("replace", path, guess) if safe else None)
    if len(options) <= 12:
        return Said("V104", f"{name} must be {listing(list(map(str, options)), 'or')}")
    return Said("V104", message, f"the field guide lists all {len(options)} with their meaning")
