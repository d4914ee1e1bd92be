"""The deadline rules and the days off, as the page of the law shows them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from ..book import Book
from ..calendars import calendar_in
from ..facts import as_day
from ..rules import Rule, overdue, value_on
from ..schema import labels_at
from ..words import inside, listing

_AREAS = ("ic", "detained", "asy", "fee", "uscis", "ead", "cf", "rf", "bond", "bia", "mtr", "pfr", "vd", "stays")


@dataclass(frozen=True, slots=True)
class ValueRow:
    """One value a rule had, has or may get."""

    since: date
    certain: bool
    count: str
    status: str
    status_code: str
    basis: str
    authority: str
    url: str
    verified: date
    how: str
    certainty: str
    note: str


@dataclass(frozen=True, slots=True)
class ExampleRow:
    """One worked example: the day it starts from, what it gives (None for no date), and where it comes from."""

    title: str
    day: date
    detained: bool
    court: str
    gives: date | None
    file_by: date | None
    source: str


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One rule with its history and its worked examples."""

    id: str
    title: str
    summary: str
    trigger: str
    forum: str
    nature: str
    detained: bool
    in_force: str
    critical: bool
    overdue: int
    values: tuple[ValueRow, ...]
    examples: tuple[ExampleRow, ...]


@dataclass(frozen=True, slots=True)
class DayOff:
    """A day on which something was or will be closed. `kind` is holiday, closure or outage."""

    first: date
    last: date
    kind: str
    name: str
    authority: str


@dataclass(frozen=True, slots=True)
class LawPage:
    """All rules, those past their review, the days off ahead, the closures and outages on record."""

    rules: tuple[RuleRow, ...]
    stale: int
    ahead: tuple[DayOff, ...]
    closures: tuple[DayOff, ...]
    confirmed_through: date | None


def law_page(book: Book, as_of: date) -> LawPage:
    """The law as the records have it on a day."""
    rules = tuple(_rule(record.data, as_of) for _, record in sorted(book.rules.items(), key=lambda item: _place(item[0])))
    calendar = calendar_in(book)
    ahead = [
        DayOff(day, day, "holiday", name, "")
        for day, name in sorted(calendar.closed.items())
        if as_of <= day and (day - as_of).days <= 400 and day.weekday() < 5
    ]
    shut = [DayOff(row.day, row.day, "closure", row.reason, row.authority) for row in calendar.closures.values()]
    shut += [DayOff(row.first, row.last, "outage", outage_words(row.what), row.authority) for row in calendar.outages]
    closures = tuple(sorted(shut, key=lambda row: row.first, reverse=True))
    return LawPage(rules, sum(1 for row in rules if row.overdue > 0), tuple(ahead), closures, calendar.confirmed_through)


def _place(rule: str) -> tuple[int, str]:
    """The rules in the order of the work: before the hearing, the application, detention, after the decision."""
    area = rule.split(".")[0]
    return (_AREAS.index(area) if area in _AREAS else len(_AREAS), rule)


def outage_words(what: str) -> str:
    """What happened, in words."""
    return labels_at("calendar", ("outages", 0, "what"))[what]


def summary_words(rule: Rule, as_of: date) -> str:
    """The rule in a few sentences, with the count in force in place of `{count}`."""
    value = value_on(rule, as_of, as_of)
    count = str(value["count"]) if value and "count" in value else "so many"
    return str(rule["summary"]).replace("{count}", count)


def count_words(rule: Rule, value: dict[str, Any]) -> str:
    """`30 calendar days before`, or what the answer is where no date can be computed."""
    if "count" not in value:
        return inside(labels_at("rule", ("otherwise",))[rule["otherwise"]])
    if value["count"] == 0:
        return "the day itself"
    unit = labels_at("rule", ("values", 0, "unit"))[value["unit"]]
    shift = f", {value['shift_days']:+d} day" if value.get("shift_days") else ""
    return f"{value['count']} {unit if value['count'] != 1 else unit.rstrip('s')} {rule['direction']}{shift}"


def _rule(rule: Rule, as_of: date) -> RuleRow:
    value, forums = value_on(rule, as_of, as_of), labels_at("rule", ("applies", "forum"))
    return RuleRow(
        id=rule["id"],
        title=rule["title"],
        summary=" ".join([summary_words(rule, as_of), rule.get("remember", "")]),
        trigger=labels_at("rule", ("trigger",))[rule["trigger"]],
        forum=listing([forums[name] for name in (rule["applies"]["forum"], *rule["applies"].get("also_before", ()))], "or"),
        nature=labels_at("rule", ("nature",))[rule.get("nature", "filing")],
        detained=rule["applies"].get("detained") is not False,
        in_force=count_words(rule, dict(value)) if value else inside(labels_at("rule", ("otherwise",))[rule["otherwise"]]),
        critical=rule["severity"] == "critical",
        overdue=overdue(rule, as_of),
        values=tuple(_value(rule, value) for value in reversed(rule["values"])),
        examples=tuple(_example(row) for row in rule["examples"]),
    )


def _example(row: dict[str, Any]) -> ExampleRow:
    gives = as_day(row.get("due") or row.get("raw"))
    return ExampleRow(
        title=row["title"],
        day=date.fromisoformat(row["date"]),
        detained=row.get("detained", False),
        court=row.get("court", ""),
        gives=gives,
        file_by=as_day(row.get("file_by")),
        source=row["source"],
    )


def _value(rule: Rule, value: dict[str, Any]) -> ValueRow:
    seen = value["verified"]
    argued = ", still argued in court" if value.get("still_argued") else ""
    return ValueRow(
        since=date.fromisoformat(value["from"]),
        certain=value.get("from_certain", True),
        count=count_words(rule, value),
        status=labels_at("rule", ("values", 0, "status"))[value["status"]] + argued,
        status_code=value["status"],
        basis=labels_at("rule", ("values", 0, "basis"))[value.get("basis", "practice")],
        authority=value["authority"],
        url=value["url"],
        verified=date.fromisoformat(seen["day"]),
        how=seen["by"],
        certainty=seen["certainty"],
        note=value.get("note", ""),
    )
