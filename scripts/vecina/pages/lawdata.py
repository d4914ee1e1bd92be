"""The rules and the calendar as JSON, for the calculator in the browser and for anybody else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..book import Book
from ..calendars import FIRST_YEAR, LAST_YEAR, Calendar
from ..deadlines import Law
from ..report.escape import as_json
from ..rules import VERIFY_EVERY
from ..schema import labels, labels_at, phrases_at

_RULE = (
    "id", "title", "trigger", "direction", "nature", "not_before", "applies", "otherwise", "remember", "severity",
    "verify_every_days",
)  # fmt: skip


def law_files(book: Book, law: Law) -> dict[str, str]:
    """`law.json` for programs, and the same as `law.js` for a page that lies on a disk, where a browser reads no JSON."""
    data = law_data(book, law)
    return {"law.json": as_json(data), "law.js": f"globalThis.vecinaLaw = {as_json(data, None).rstrip()};\n"}


def law_data(book: Book, law: Law) -> dict[str, Any]:
    """Everything the engine needs to answer for any day: rules with every value, days off, closures, outages, words."""
    return {
        "made_for": law.as_of.isoformat(),
        "first_year": FIRST_YEAR,
        "last_year": LAST_YEAR,
        "verify_every_days": VERIFY_EVERY,
        "rules": [_rule(rule, reliable=name in law.usable) for name, rule in sorted(law.known.items())],
        "courts": [{"code": code, "name": row["name"], "state": row["state"]} for code, row in sorted(book.courts.items())],
        "calendar": _calendar(law.calendar),
        "words": {
            "trigger": dict(labels_at("rule", ("trigger",))),
            "trigger_inside": dict(phrases_at("rule", ("trigger",))),
            "forum": dict(labels_at("rule", ("applies", "forum"))),
            "certainty": dict(labels("certainty")),
            "status": dict(labels_at("rule", ("values", 0, "status"))),
            "basis": dict(labels_at("rule", ("values", 0, "basis"))),
        },
    }


def _rule(rule: Mapping[str, Any], *, reliable: bool) -> dict[str, Any]:
    """A rule without its worked examples; `reliable` says whether they come out."""
    found = {field: rule[field] for field in _RULE if field in rule}
    summary = " ".join(str(rule["summary"]).split())
    return found | {"summary": summary, "values": [dict(value) for value in rule["values"]], "reliable": reliable}


def _calendar(calendar: Calendar) -> dict[str, Any]:
    """The days off of the calendar and of each place that has others, the names of the days each written once."""
    names: dict[str, int] = {}

    def days(of: Calendar) -> dict[str, int]:
        return {day.isoformat(): names.setdefault(name, len(names)) for day, name in sorted(of.closed.items())}

    closures = sorted(calendar.closures.values(), key=lambda row: row.day)
    places = {name: {"closed": days(place), "own_base": place.base is None} for name, place in sorted(calendar.places.items())}
    closed = days(calendar)
    return {
        "closed": closed,
        "places": places,
        "names": list(names),
        "closures": [{"day": row.day.isoformat(), "authority": row.authority} for row in closures],
        "outages": [
            {
                "first": row.first.isoformat(), "last": row.last.isoformat(), "what": row.what, "courts": list(row.courts),
                "forums": list(row.forums), "authority": row.authority,
                "timely_through": row.timely_through.isoformat() if row.timely_through else None,
            }
            for row in calendar.outages
        ],
        "confirmed_through": calendar.confirmed_through.isoformat() if calendar.confirmed_through else None,
    }  # fmt: skip
