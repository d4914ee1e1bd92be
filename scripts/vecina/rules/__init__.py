"""Deadline rules: law as dated, cited data."""

from .values import Rule, Value, cited, disputed_on, value_on

__all__ = ["Rule", "Value", "cited", "disputed_on", "value_on"]
