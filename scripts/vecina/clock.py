"""The only place that reads the wall clock. Everything else is told what day it is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo


def time_of_day() -> str:
    """The hour on the wall, for a person who waits for a rebuild."""
    return datetime.now().astimezone().strftime("%H:%M:%S")


def moment(program: Mapping[str, Any]) -> datetime:
    """This very moment in the program's time zone, for the date of a mail that goes out now."""
    return datetime.now(ZoneInfo(program.get("time_zone", "America/Chicago"))).replace(microsecond=0)


def today(program: Mapping[str, Any]) -> date:
    """The day the program lives in: the sample's frozen day if there is one, else today in its time zone."""
    frozen = program.get("sample_today")
    if frozen:
        return date.fromisoformat(frozen)
    return datetime.now(ZoneInfo(program.get("time_zone", "America/Chicago"))).date()
