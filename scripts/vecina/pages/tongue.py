"""What a language of the public site needs: months, units, how a date is written, the phrases around a page, names of codes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Tongue:
    """One language. `labels` has the words for the codes that the schemas name in English."""

    months: tuple[str, ...]
    units: Mapping[str, tuple[str, str]]
    one: str
    date: str
    last: str  # the word before the last of a list
    phrases: Mapping[str, str]
    labels: Mapping[str, str]
