"""The pages that are past their review, for a person and for a program."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from ..handbook import Review
from ..words import plural

_WHAT = {
    "page": "page past its review",
    "rule": "rests on a rule to be held against its source again",
    "source": "cites a source to be read again",
    "translation": "the English page changed; bring the translation up to date, then write translation_of",
}


def as_text(found: Sequence[Review], pages: int) -> Iterator[str]:
    """A line for each page and reason, then how many there are."""
    late = [row for row in found if row.what == "page"]
    for row in found:
        days = f", {plural(row.days, 'day')}" if row.days else ""
        yield f"{row.page.file}: {_WHAT[row.what]}{f': {row.name}' if row.name else ''}{days}"
    if found:
        yield ""
    rules = len({row.name for row in found if row.what == "rule"})
    behind = sum(1 for row in found if row.what == "translation")
    sources = len({row.name for row in found if row.what == "source"})
    yield (
        f"{plural(pages, 'page')}: {len(late)} past review, {plural(behind, 'translation')} behind; "
        f"{plural(rules, 'rule')} and {plural(sources, 'source')} to be read again."
    )


def as_json(found: Sequence[Review]) -> str:
    """The same as JSON."""
    rows = [{"page": row.page.file, "what": row.what, "name": row.name, "days": row.days} for row in found]
    return json.dumps({"reviews": rows}, ensure_ascii=False, indent=1)
