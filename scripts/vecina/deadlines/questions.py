"""Questions of programs: one JSON object a line, answered by one a line."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import date
from typing import Any

from ..schema import labels_at
from ..words import as_written_day
from .ask import as_row, ask, law_day
from .law import Law

FORUMS = tuple(labels_at("rule", ("applies", "forum")))
_FIELDS = ("rule", "date", "detained", "forum", "court", "law_as_of")


def answered(line: str, law: Law, courts: Collection[str], today: date, law_as_of: date | None) -> dict[str, Any]:
    """The answer to one question as JSON data; `error` with what is right when the question cannot be understood."""
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError):
        return {"error": "a question is one JSON object on a line"}
    wrong = _wrong(asked, law, courts)
    if wrong:
        return {"error": wrong}
    rule, trigger = law.known[asked["rule"]], date.fromisoformat(asked["date"])
    own = date.fromisoformat(asked["law_as_of"]) if asked.get("law_as_of") else law_as_of
    as_of = own or law_day(rule, trigger, today)
    return as_row(
        ask(
            rule, trigger, law.calendar, as_of, reliable=asked["rule"] in law.usable, detained=asked.get("detained", False),
            forum=asked.get("forum"), court=asked.get("court"),
        )
    )  # fmt: skip


def _wrong(asked: Any, law: Law, courts: Collection[str]) -> str | None:
    """What is right, where the question is not; a misspelt field is an error, for it would change the answer unseen."""
    if not isinstance(asked, dict):
        return "a question is one JSON object on a line"
    if not set(asked) <= set(_FIELDS):
        return f"a question has no other fields than {', '.join(_FIELDS)}"
    if not isinstance(asked.get("rule"), str) or asked["rule"] not in law.known:
        return "the rule is one that `vecina rules` lists"
    if as_written_day(asked.get("date"), 1900) is None:
        return "the date is a day written YYYY-MM-DD, from 1900 to 2099"
    if asked.get("law_as_of") is not None and as_written_day(asked["law_as_of"], 1990) is None:
        return "law_as_of is a day written YYYY-MM-DD, from 1990 to 2099"
    if not isinstance(asked.get("detained", False), bool):
        return "detained is true or false"
    if asked.get("forum") is not None and (not isinstance(asked["forum"], str) or asked["forum"] not in FORUMS):
        return f"the forum is one of {', '.join(FORUMS)}"
    if asked.get("court") is not None and (not isinstance(asked["court"], str) or asked["court"] not in courts):
        return "the court is a code of data/courts.yml"
    return None
