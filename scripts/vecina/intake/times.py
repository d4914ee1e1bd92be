"""Times of day as people write them; an hour at night is a slip, for no court sits then."""

from __future__ import annotations

import re

_TIME = re.compile(r"([0-9]{1,2})(?::([0-9]{2}))?(?::00)?\s*([ap])?\.?\s*(m)?\.?", re.IGNORECASE)


def time_of(text: str) -> str:
    """The time on the 24-hour clock. Raises ValueError with what would be right."""
    match = _TIME.fullmatch(text.strip())
    if match and bool(match[3]) == bool(match[4]) and (match[2] or match[3]):
        hour, minute = int(match[1]), int(match[2] or 0)
        if match[3]:
            fits = 1 <= hour <= 12
            hour = hour % 12 + (12 if match[3].casefold() == "p" else 0)
        else:
            fits = hour < 24
        if fits and minute < 60:
            if hour < 6:
                raise ValueError("This would be at night. Write a.m. or p.m. after it, or use the 24-hour clock, like 13:30.")
            return f"{hour:02}:{minute:02}"
    raise ValueError("Write a time like 09:30 or 1:30 p.m.")
