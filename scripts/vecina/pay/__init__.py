"""Mentors' hours and their pay: what was worked, the statement of a month, and closing it. Pure: no file, no clock."""

from .closing import close_puts, paid_puts, why_not
from .hours import Flat, Ledger, Worked
from .months import first_of, following, last_of, month_of, next_month
from .rates import Rate, rates_here, rates_in, wrong_rates
from .settled import is_settled, late_in, settled_month, settled_through
from .statement import PayLine, Statement, statement

__all__ = [
    "Flat", "Ledger", "PayLine", "Rate", "Statement", "Worked", "close_puts", "first_of", "following", "is_settled", "last_of",
    "late_in", "month_of", "next_month", "paid_puts", "rates_here", "rates_in", "settled_month", "settled_through", "statement",
    "why_not", "wrong_rates",
]  # fmt: skip
