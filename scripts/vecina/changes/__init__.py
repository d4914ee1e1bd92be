"""What changed in a case's record from one version to another, and who changed it when, as Git knows it."""

from .case import Change, DateChange, FieldChange, date_changes, sentence
from .dated import Dated, Key, dates_of
from .history import Entry, History, histories

__all__ = [
    "Change", "DateChange", "Dated", "Entry", "FieldChange", "History", "Key", "date_changes", "dates_of", "histories",
    "sentence",
]  # fmt: skip
