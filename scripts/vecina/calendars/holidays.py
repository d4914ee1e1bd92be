"""Federal holidays by rule: which days they fall on and are observed on."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

FIRST_YEAR, LAST_YEAR = 1990, 2050
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday")
_DAY = timedelta(days=1)


def falls_on(rule: Mapping[str, Any], year: int) -> date | None:
    """The day of the holiday in a year, before any move off the weekend.

    None when it is not held that year, or when the rule names no day of the month.
    """
    if year < rule["from"] or (year - rule["from"]) % rule.get("every_years", 1):
        return None
    month = rule["month"]
    if "day" in rule:
        last_day = calendar.monthrange(year, month)[1]
        return date(year, month, rule["day"]) if rule["day"] <= last_day else None
    if "weekday" not in rule or "nth" not in rule:
        return None
    weekday, nth = _WEEKDAYS.index(rule["weekday"]), rule["nth"]
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    last = date(year + month // 12, month % 12 + 1, 1) - _DAY
    return last - timedelta(days=(last.weekday() - weekday) % 7 - 7 * (nth + 1))


def observed(rule: Mapping[str, Any], day: date) -> date:
    """The day on which offices are closed for it (5 U.S.C. 6103(b) for staff who work Monday to Friday)."""
    how = rule.get("observed", "none")
    if day.weekday() == 6 and how != "none":
        return day + _DAY
    if day.weekday() == 5 and how == "nearest-weekday":
        return day - _DAY
    return day


def holidays(rules: Sequence[Mapping[str, Any]], years: range, scope: str = "nationwide") -> Iterator[tuple[date, str]]:
    """Each holiday of the scope in those years as (day it falls on or is observed, name)."""
    for year in years:
        for rule in rules:
            day = falls_on(rule, year) if rule.get("scope", "nationwide") in ("nationwide", scope) else None
            if day is not None:
                yield day, rule["name"]
                moved = observed(rule, day)
                if moved != day:
                    yield moved, f"{rule['name']}, observed"
