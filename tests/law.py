"""The law as the tests ask it: this repository's rules and calendar, on one day."""

from __future__ import annotations

from datetime import date
from typing import Any

from outside import ROOT
from vecina.calendars import Calendar, calendar_of
from vecina.yamlmap import read


def record(name: str) -> dict[str, Any]:
    data: dict[str, Any] = read((ROOT / "data" / name).read_bytes(), name).data
    return data


CALENDAR: Calendar = calendar_of([record("calendars/federal-holidays.yml")])
LAW = date(2026, 11, 24)
