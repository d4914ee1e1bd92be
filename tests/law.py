"""The law as the tests ask it: this repository's rules and calendar, on one day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from outside import ROOT
from vecina.calendars import Calendar, calendar_of
from vecina.deadlines import Law
from vecina.yamlmap import read


def record(name: str) -> dict[str, Any]:
    data: dict[str, Any] = read((ROOT / "data" / name).read_bytes(), name).data
    return data


CALENDARS = [record(f"calendars/{path.name}") for path in sorted((ROOT / "data/calendars").glob("*.yml"))]
CALENDAR: Calendar = calendar_of(CALENDARS)
QUIET = replace(CALENDAR, outages=())  # as if no court had ever been down
LAW = date(2026, 11, 24)


def rules(*names: str) -> dict[str, Any]:
    """These deadline rules by id; all of them if none is named."""
    paths = sorted((ROOT / "data/rules").glob("*.yml"))
    return {path.stem: record(f"rules/{path.name}") for path in paths if not names or path.stem in names}


def law(*names: str, as_of: date = LAW) -> Law:
    """The law of a day with these rules."""
    return Law(rules(*names), CALENDAR, as_of)
