"""Court deadlines of a case. A judge's date always wins; a detained case has no default."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..calendars import Calendar
from ..facts import Data, as_day, next_hearing
from ..rules import Rule
from ..schema import labels_at
from ..words import day, short_day
from .compute import compute
from .due import Computed

FILING_RULE = "ic.ich_filing"


def filing(
    case: Data, rules: dict[str, Rule], calendar: Calendar, today: date, law_as_of: date
) -> Iterator[tuple[Computed, tuple[str | int, ...]]]:
    """The filing date for the next individual hearing, with the path of what it was computed from."""
    hearing = next_hearing(case, today, "individual")
    if hearing is None:
        return
    held_on = date.fromisoformat(hearing["date"])
    index = case["hearings"].index(hearing)
    path: tuple[str | int, ...] = ("hearings", index, "date")
    ordered = judge_set(case, hearing)
    if not calendar.closed or (ordered is None and FILING_RULE not in rules):
        yield _without_law(held_on), path
    elif ordered is not None:
        set_for, path = ordered
        yield _by_order(set_for, held_on, calendar), path if path[0] == "orders" else ("hearings", index, "judge_set_filing_date")
    else:
        yield compute(rules[FILING_RULE], held_on, calendar, law_as_of, detained=case["detained"]), path


def ordered(case: Data, calendar: Calendar) -> Iterator[tuple[Computed, str, tuple[str | int, ...], bool]]:
    """Every other date an order sets, with its title, its path, and whether it is done."""
    for index, order in enumerate(case.get("orders", ())):
        if "due" in order and order["due_for"] != "filing-package":
            what = labels_at("case", ("orders", 0, "due_for"))[order["due_for"]]
            done = "done" in order or (order["due_for"] == "i589" and "i589_filed" in case)
            set_for, on = date.fromisoformat(order["due"]), date.fromisoformat(order["date"])
            yield (
                _fixed(set_for, on, f"The order of {day(on)} set {day(set_for)}.", calendar),
                f"{what}, by order",
                ("orders", index, "due"),
                done,
            )


def _without_law(hearing: date) -> Computed:
    """No rule or no holidays: any date would be a guess."""
    text = "The filing rule or the federal holidays could not be read, so no date is computed. Run `vecina check`."
    return Computed(FILING_RULE, hearing, None, None, None, "unknown", "data/rules and data/calendars", "", text)


def judge_set(case: Data, hearing: Data) -> tuple[date, tuple[str | int, ...]] | None:
    """The filing date a judge ordered for this hearing, and where the record says so; the latest order counts."""
    own = as_day(hearing.get("judge_set_filing_date"))
    if own:
        return own, ("hearings",)
    orders = [
        (order["date"], order["due"], index)
        for index, order in enumerate(case.get("orders", ()))
        if order.get("due_for") == "filing-package" and order["due"] <= hearing["date"]
    ]
    if not orders:
        return None
    _, due, index = max(orders)
    return date.fromisoformat(due), ("orders", index, "due")


def _by_order(set_for: date, hearing: date, calendar: Calendar) -> Computed:
    """A fixed date in an order: on a day off it rolls to the next business day; the safe day is before it."""
    text = f"The judge set {day(set_for)} for the filings before the individual hearing of {day(hearing)}."
    return _fixed(set_for, hearing, f"{text} A date set by the judge overrides every default.", calendar)


def _fixed(set_for: date, trigger: date, text: str, calendar: Calendar) -> Computed:
    """A date in an order, whatever it is for."""
    due, file_by = calendar.next_business(set_for), calendar.last_business(set_for)
    if due != set_for:
        text += (
            f" That is {calendar.why_closed(set_for)}; the next business day is {short_day(due)}. File by {short_day(file_by)}."
        )
    rolled = tuple(date.fromordinal(number) for number in range(set_for.toordinal(), due.toordinal()))
    return Computed(
        "ic.judge_set", trigger, set_for, due, file_by, "judge-order", "Order of the immigration judge", "", text, rolled
    )
