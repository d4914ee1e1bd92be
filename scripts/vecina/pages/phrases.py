"""Counts, dates and fixed phrases in the words of each language of the public site."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ..rules import Value
from ..words import listing, sentence
from .english import ENGLISH
from .spanish import SPANISH

TONGUES = {"en": ENGLISH, "es": SPANISH}


def count(value: Value, language: str = "en") -> str:
    """`30 days`, `5 business days`, `one year`, in the language; in English a reading that ends earlier says so."""
    tongue, number = TONGUES[language], int(value["count"])
    one, many = tongue.units[value["unit"]]
    text = f"{tongue.one} {one}" if number == 1 else f"{number} {many}"
    shift = value.get("shift_days", 0)
    if shift and language == "en":
        text += f" {'less' if shift < 0 else 'and'} {'one day' if abs(shift) == 1 else f'{abs(shift)} days'}"
    return text


def long_day(when: date, language: str = "en") -> str:
    """`November 25, 2026`, `25 de noviembre de 2026`."""
    tongue = TONGUES[language]
    return tongue.date.format(month=tongue.months[when.month - 1], day=when.day, year=when.year)


def said(language: str, name: str, **values: str) -> str:
    """One of the fixed phrases with its values filled in."""
    return TONGUES[language].phrases[name].format(**values)


def named(language: str, code: str, english: str) -> str:
    """A code in the words of the language; `english` is what the schemas call it."""
    return TONGUES[language].labels.get(code, english)


def badge_words(language: str, code: str, english: str) -> str:
    """The same as it stands alone, with a capital letter."""
    return sentence(named(language, code, english))


def listed(language: str, items: Sequence[str]) -> str:
    """`a, b and c` in the language."""
    return listing(items, TONGUES[language].last)
