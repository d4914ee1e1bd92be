"""Unknown and missing fields, joined: a misspelt field is one finding, not two."""

from __future__ import annotations

from typing import Any, cast

from jsonschema.exceptions import ValidationError

from ..finding import Finding, Fix, Path
from ..words import near, one_slip
from ..yamlmap import Reading
from .bundle import wanted
from .sentences import named

_DELETE = {"case": "delete it; if it says who the client is, do not commit the file, see docs/admin.md"}


def unknown_and_missing(kind: str, reading: Reading, file: str, path: Path, errors: list[ValidationError]) -> list[Finding]:
    """One finding for each field that does not exist and each that is missing, or one for both when they belong together."""
    schema = wanted(kind, path) or {}
    known: dict[str, Any] = schema.get("properties", {})
    data = cast("dict[str, Any]", errors[0].instance)
    wanted_names: list[list[str]] = [
        cast("list[str]", error.validator_value) for error in errors if error.validator == "required"
    ]
    required = [name for names in wanted_names for name in names]
    missing = [name for name in dict.fromkeys(required) if name not in data and "<<" not in data]  # a merge key would bring it
    found: list[Finding] = []
    for key in data:
        if key in known:
            continue
        line, column = reading.place((*path, key), key=True)
        guess = near(key, [name for name in known if name not in data])
        twin = None if guess else near(key, [name for name in known if name in data], 0.85)
        hint, fix = "", None
        if guess:
            hint = f'did you mean "{guess}"?'
            fix = Fix("rename", (*path, key), guess) if one_slip(key, guess) else None
            missing = [name for name in missing if name != guess]
        elif twin:
            hint = f'"{twin}" is already there; delete the line that is wrong'
        hint = hint or _DELETE.get(kind, "delete it; the field guide lists the fields")
        found.append(Finding(file, line, column, "V103", "there is no such field here", hint, fix=fix))
    for name in missing:
        line, column = reading.place(path)
        about = known.get(name, {}).get("title") or name
        where = f" in {named(path)}" if path else ""
        found.append(Finding(file, line, column, "V102", f'the field "{name}" is missing{where} ({about})'))
    return found
