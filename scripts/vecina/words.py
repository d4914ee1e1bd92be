"""Words for people: near names, plurals, dates with weekdays, lists that read as English."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache


def near(name: str, options: Iterable[str], least: float = 0.7) -> str | None:
    """The one option that `name` was probably meant to be, or None when none is at least so alike (0 to 1)."""
    return _near(name, tuple(options), least)


def meant(name: str, options: Iterable[str]) -> str:
    """` Did you mean …?` with the nearest of the options; nothing where none is near."""
    guess = near(name, options)
    return f" Did you mean {guess}?" if guess else ""


@lru_cache(maxsize=512)
def _near(name: str, options: tuple[str, ...], least: float) -> str | None:
    from difflib import SequenceMatcher  # slow to import, rarely needed

    folded = name.casefold().replace("-", "_").replace(" ", "_")
    best: tuple[float, str] | None = None
    for option in sorted(options):
        target = option.casefold().replace("-", "_")
        if folded == target:
            return option
        ratio = SequenceMatcher(None, folded, target).ratio()
        if ratio >= least and (best is None or ratio > best[0]):
            best = (ratio, option)
    return best[1] if best else None


def one_slip(typed: str, meant: str) -> bool:
    """Whether one slip of the finger lies between the two: capitals, or a sign too many, missing, wrong or swapped."""
    a, b = (word.casefold().replace("-", "_").replace(" ", "_") for word in (typed, meant))
    if a == b:
        return True
    if len(a) == len(b):
        wrong = [place for place in range(len(a)) if a[place] != b[place]]
        swapped = len(wrong) == 2 and wrong[1] == wrong[0] + 1 and a[wrong[0]] == b[wrong[1]] and a[wrong[1]] == b[wrong[0]]
        return len(wrong) == 1 or swapped
    short, long = sorted((a, b), key=len)
    return len(long) - len(short) == 1 and any(long[:place] + long[place + 1 :] == short for place in range(len(long)))


def plural(count: int, one: str, many: str | None = None) -> str:
    """`1 case`, `2 cases`, `no cases`."""
    noun = one if count == 1 else (many or one + "s")
    return f"{count or 'no'} {noun}"


def listing(items: Sequence[str], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def sentence(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def unaccented(text: str) -> str:
    """The text without capitals and accents: `Muñoz` as `munoz`."""
    flat = unicodedata.normalize("NFKD", text).casefold()
    return "".join(sign for sign in flat if not unicodedata.combining(sign))


def inside(label: str) -> str:
    """A label as it stands inside a sentence: `Conflict check` as `conflict check`, `EOIR-28 filed` as it is."""
    if label.startswith(_NAMES):
        return label
    return label[:1].lower() + label[1:] if label[1:2].islower() or label[1:2] == " " else label


_NAMES = ("Center of Excellence", "WhatsApp")  # labels that begin with a name keep it


def as_written_day(text: object, first_year: int = 1990) -> date | None:
    """The day of a text written YYYY-MM-DD, from the first year to 2099; None for anything else, odd forms of ISO too."""
    if not isinstance(text, str) or not _WRITTEN.fullmatch(text):
        return None
    try:
        when = date.fromisoformat(text)
    except ValueError:
        return None
    return when if first_year <= when.year <= 2099 else None


_WRITTEN = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_LONG_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@lru_cache(maxsize=8192)
def day(when: date) -> str:
    """`Mon 30 Nov 2026`: never a number alone, so that nobody mistakes month for day."""
    return f"{_DAYS[when.weekday()]} {when.day} {MONTHS[when.month - 1]} {when.year}"


@lru_cache(maxsize=8192)
def short_day(when: date) -> str:
    """`Mon 30 Nov`, where the year is plain from the line."""
    return f"{_DAYS[when.weekday()]} {when.day} {MONTHS[when.month - 1]}"


def month(written: str) -> str:
    """`Oct 2026`, of a month or day as records write it."""
    return f"{MONTHS[int(written[5:7]) - 1]} {written[:4]}"


def long_month(written: str) -> str:
    """`October 2026`, of a month or day as records write it."""
    return f"{_LONG_MONTHS[int(written[5:7]) - 1]} {written[:4]}"


def number(value: float) -> str:
    """`3`, `1.25`: two decimals at most and no empty ones, the same on every computer."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def hours(value: float) -> str:
    """`1 hour`, `2.25 hours`."""
    return f"{number(value)} hour{'' if value == 1 else 's'}"


def amount(money: Decimal) -> str:
    """`1,200`, `82.50`: cents only where there are any."""
    return f"{money:,.0f}" if money == money.to_integral_value() else f"{money:,.2f}"


def distance(days: int) -> str:
    """Days from today in words: `today`, `tomorrow`, `in 5 days`, `3 days late`."""
    if days == 0:
        return "today"
    if days == 1:
        return "tomorrow"
    if days > 0:
        return f"in {days} days"
    return f"{plural(-days, 'day')} late"
