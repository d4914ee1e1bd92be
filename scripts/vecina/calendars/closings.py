"""Days on which offices were shut or e-filing was down: cited data that never moves a safe day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Closure:
    """A whole day on which the President closed the executive agencies. Whether it counts as a holiday is unsettled."""

    day: date
    reason: str
    authority: str


@dataclass(frozen=True, slots=True)
class Outage:
    """Days on which a court took no filings, or only those of detained cases."""

    first: date
    last: date
    what: str
    courts: tuple[str, ...]
    forums: tuple[str, ...]
    authority: str
    timely_through: date | None = None  # where a notice gave more time than the reopening

    def touches(self, day: date, forum: str, court: str | None, *, detained: bool) -> bool:
        """Whether a filing of this kind could not be made on the day. Without a court only what touched all of them counts."""
        if not self.first <= day <= self.last or forum not in self.forums or (detained and self.what == "detained-only"):
            return False
        return not self.courts or court in self.courts


def closures_of(calendars: Iterable[Mapping[str, Any]]) -> Iterator[Closure]:
    """The whole-day closures; half days never count as closed."""
    for record in calendars:
        for row in record.get("closures", ()):
            if row["part"] == "full" and row["scope"] == "federal-agencies":
                yield Closure(date.fromisoformat(row["date"]), row["reason"], row["authority"])


def outages_of(calendars: Iterable[Mapping[str, Any]]) -> Iterator[Outage]:
    """The outages, an unnamed forum being the immigration courts."""
    for record in calendars:
        for row in record.get("outages", ()):
            first, last = date.fromisoformat(row["from"]), date.fromisoformat(row["to"])
            forums = tuple(row.get("forums", ("immigration-court",)))
            through = date.fromisoformat(row["timely_through"]) if "timely_through" in row else None
            yield Outage(first, last, row["what"], tuple(row.get("courts", ())), forums, row["authority"], through)


def confirmed_through(calendars: Iterable[Mapping[str, Any]]) -> date | None:
    """The last day up to which closures are known."""
    days = [record["confirmed_through"] for record in calendars if "confirmed_through" in record]
    return date.fromisoformat(max(days)) if days else None
