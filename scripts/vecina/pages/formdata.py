"""What the form that asks for a mentor offers: the words of the records' own lists, and the program's requirements."""

from __future__ import annotations

from typing import Any

from ..book import Book
from ..report.escape import as_json
from ..schema import labels, labels_at, sources

_LISTS = {
    "place": ("client", "place"),
    "reached_by": ("client", "reached_by", 0),
    "hearing_type": ("hearings", 0, "type"),
    "hearing_mode": ("hearings", 0, "mode"),
}


def form_files(book: Book) -> dict[str, str]:
    """`form-data.js` for the form."""
    return {"form-data.js": f"globalThis.vecinaForm = {as_json(form_data(book)).rstrip()};\n"}


def form_data(book: Book) -> dict[str, Any]:
    """The choices of each field as pairs of code and words; the requirements with what to tell the attorney."""
    codes = {name: sources()["lists"]["$defs"][name]["enum"] for name in ("state", "country", "time_zone")}
    options: dict[str, list[tuple[str, str]]] = {
        "language": sorted(labels("language").items(), key=lambda pair: (pair[0] not in ("en", "es"), pair[1])),
        "claim": list(labels("claim").items()),
        "posture": list(labels("posture").items()),
        "court": sorted(
            ((code, f"{row['name']}, {row['state']}") for code, row in book.courts.items()), key=lambda pair: pair[1]
        ),
        "malpractice": list(labels_at("attorney", ("malpractice", "source")).items()),
        **{name: list(labels_at("case", path).items()) for name, path in _LISTS.items()},
        **{name: [(code, code) for code in found] for name, found in codes.items()},
    }
    named, when = labels("requirement"), labels_at("program", ("requirements", 0, "needed_before"))
    requirements = [
        {
            "id": row["requirement"],
            "title": named[row["requirement"]],
            "needed": when[row["needed_before"]],
            "tell": row["tell_attorney"],
        }
        for row in book.program["requirements"]
    ]
    return {"options": options, "requirements": requirements, "mail": book.program["contacts"]["general"]}
