"""What the braces of a page become: counts, boxes, citations, tables. All of it from data, escaped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from ..deadlines.ask import ask
from ..handbook import Page, calls
from ..report.escape import as_html
from ..rules import Value, disputed_on, proposed, value_on
from ..schema import labels, labels_at
from ..words import plural
from .box import box
from .desk import Desk
from .marks import link, mark, short
from .phrases import count

_JOINER = "\u2060"  # a full stop stays with what stands before it
_STARTS = {
    "match": "after the match",
    "individual-hearing": "before the individual hearing",
    "filing-deadline": "before the filing day",
    "decision": "after the decision",
}


def filled(desk: Desk, page: Page) -> str:
    """The page's text with every pair of braces filled in. The page has no findings."""
    text, last = "", 0
    for call in calls(page.text):
        text += page.text[last : call.start] + _FILL[call.name](desk, page, *call.words)
        last = call.end
    return text + page.text[last:]


def _days(desk: Desk, page: Page, name: str, on: str = "") -> str:
    day = date.fromisoformat(on) if on else desk.day
    return _first([value_on(desk.rule(name), day, day)], page)


def _disputed(desk: Desk, page: Page, name: str) -> str:
    return _first(disputed_on(desk.rule(name), desk.day, desk.day), page)


def _proposed(desk: Desk, page: Page, name: str) -> str:
    return _first(proposed(desk.rule(name), desk.day), page)


def _first(values: list[Value] | list[Value | None], page: Page) -> str:
    """The count of the first; nothing where there is none on that day."""
    return as_html(count(values[0], page.language)) if values and values[0] and "count" in values[0] else ""


def _example(desk: Desk, page: Page, name: str, on: str) -> str:
    got = ask(desk.rule(name), date.fromisoformat(on), desk.law.calendar, desk.day, reliable=name in desk.law.usable)
    return f"<em>{as_html(got.explanation)}</em>"


def _offset(desk: Desk, page: Page, kind: str) -> str:
    return as_html(offset_words(next(row for row in desk.book.program["milestones"] if row["kind"] == kind)))


def offset_words(row: dict[str, Any]) -> str:
    """When a milestone is due by the program's settings: `7 days before the individual hearing`."""
    start = _STARTS[row["from"]]
    if row["days"] == 0:
        return f"on the day of {start.partition(' ')[2]}"
    return f"{plural(row['days'], 'business day' if row.get('unit') == 'business-day' else 'day')} {start}"


def _cite(desk: Desk, page: Page, name: str) -> str:
    source = desk.book.sources[name]
    if page.for_families:  # no marks, and no bare address of a site: the list at the end of the page has both
        return link(source["url"], source["title"].partition(": ")[0], page.language)
    named = link(source["url"], short(source), page.language)
    return f'<span class="cite">{named}&nbsp;{mark(source, page.language, small=True)}</span>{_JOINER}'


def _span(desk: Desk, page: Page, text: str) -> str:
    return as_html(text)


def _mail(desk: Desk, page: Page) -> str:
    address = as_html(desk.book.program["contacts"]["general"])
    return f'<a href="mailto:{address}">{address}</a>'


def _give(desk: Desk, page: Page) -> str:
    address = desk.book.program["contacts"]["donate"]
    return link(address, address.removeprefix("https://").rstrip("/"))


def _reply(desk: Desk, page: Page) -> str:
    return count({"count": desk.book.program["reply_business_days"], "unit": "business-day"}, page.language)


def _milestones(desk: Desk, page: Page) -> str:
    kinds, owners = labels("milestone_kind"), labels("owner")
    rows = [
        (kinds[row["kind"]], offset_words(row), owners[row["owner"]], row["evidence"]) for row in desk.book.program["milestones"]
    ]
    return table(("Step", "Usually", "Who", "Done when there is"), rows)


def _requirements(desk: Desk, page: Page) -> str:
    named, when = labels("requirement"), labels_at("program", ("requirements", 0, "needed_before"))
    settings = desk.book.program["requirements"]
    rows = [(named[row["requirement"]], when[row["needed_before"]], row["tell_attorney"]) for row in settings]
    return table(("What", "Needed", "What to do"), rows)


def table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    """A Markdown table; what stands in its cells cannot act."""
    cells = [" | ".join(as_html(cell).replace("|", "&#124;").replace("*", "&#42;") for cell in row) for row in rows]
    return "\n".join(f"| {line} |" for line in (" | ".join(head), " | ".join("---" for _ in head), *cells))


_FILL: dict[str, Callable[..., str]] = {
    "rule": box, "days": _days, "disputed": _disputed, "proposed": _proposed, "example": _example, "offset": _offset,
    "span": _span, "cite": _cite, "reply": _reply, "mail": _mail, "give": _give, "milestones": _milestones,
    "requirements": _requirements,
}  # fmt: skip
