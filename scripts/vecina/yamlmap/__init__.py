"""One reader for every YAML file: plain data and the place of every key and value, or findings."""

from .codes import CODES
from .reader import MAX_BYTES, Reading, decode, read
from .spans import Span, scan

__all__ = ["CODES", "MAX_BYTES", "Reading", "Span", "decode", "read", "scan"]
