"""Which days count: federal holidays by rule, business days by them, and the closings that are only noted."""

from .business import Calendar
from .closings import Closure, Outage
from .holidays import FIRST_YEAR, LAST_YEAR, falls_on, holidays, observed
from .making import calendar_in, calendar_of

__all__ = [
    "FIRST_YEAR",
    "LAST_YEAR",
    "Calendar",
    "Closure",
    "Outage",
    "calendar_in",
    "calendar_of",
    "falls_on",
    "holidays",
    "observed",
]
