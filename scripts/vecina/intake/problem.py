"""What is wrong with something that people sent in: where, and what is right. Never what they wrote."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend. `row` is the sheet's own, 0 for the whole; `label` is our name of the column."""

    message: str
    label: str = ""
    row: int = 0
    private: bool = False  # it looked like who a client is

    @property
    def where(self) -> str:
        """`row 4, Immigration court`: as a person finds it."""
        parts = ([f"row {self.row}"] if self.row else []) + ([self.label] if self.label else [])
        return ", ".join(parts)


class NotReadable(Exception):
    """The file or the text as a whole cannot be read; the message says why and holds nothing of it."""


class Private(ValueError):
    """An answer looks like who a client is. The message says what it looks like, and nothing of it."""

    def __init__(self, what: str) -> None:
        super().__init__(f"This looks like {what}. Nothing here may say who a client is: take it out.")
