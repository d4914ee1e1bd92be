"""Deadline rules: law as dated, cited data."""

from .values import VERIFY_EVERY, Rule, Value, cited, disputed_on, is_argued, overdue, proposed, value_on

__all__ = ["VERIFY_EVERY", "Rule", "Value", "cited", "disputed_on", "is_argued", "overdue", "proposed", "value_on"]
