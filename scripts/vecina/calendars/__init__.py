"""Which days count: federal holidays by rule, business days by them."""

from .business import Calendar, calendar_of
from .holidays import FIRST_YEAR, LAST_YEAR, falls_on, holidays, observed

__all__ = ["FIRST_YEAR", "LAST_YEAR", "Calendar", "calendar_of", "falls_on", "holidays", "observed"]
