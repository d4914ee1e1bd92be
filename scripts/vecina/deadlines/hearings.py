"""The hearings themselves: still to come, or gone by without a word of what became of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..facts import Data
from ..schema import labels_at
from ..words import day
from .due import Dated


def hearings(case: Data, today: date) -> Iterator[Dated]:
    """Each hearing that is to come or whose outcome is not recorded; moved and vacated ones have had theirs."""
    types = labels_at("case", ("hearings", 0, "type"))
    modes = labels_at("case", ("hearings", 0, "mode"))
    for index, row in enumerate(case.get("hearings", ())):
        on, kind = date.fromisoformat(row["date"]), types[row["type"]]
        path, key = ("hearings", index, "date"), f"hearing-{index}"
        where = f"{modes[row['mode']]}{', at ' + row['time'] if 'time' in row else ''}, court {case['court']}."
        if row["status"] == "scheduled" and on < today:
            why = f"It was set for {day(on)}. Write held, adjourned or vacated, and add the next hearing."
            yield Dated("hearing", f"{kind}: what became of it?", on, False, "attorney", path, why, key)
        elif row["status"] == "scheduled":
            yield Dated("hearing", kind, on, False, "attorney", path, where, key)
        elif row["status"] == "held" and on > today:
            why = f"It is marked held, but {day(on)} is still to come. {where}"
            yield Dated("hearing", f"{kind}: marked held, still to come", on, False, "attorney", path, why, key)
