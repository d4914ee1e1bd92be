"""Court deadlines of a case. A judge's date always wins; a detained case has no default; nothing is ever guessed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ..calendars import FIRST_YEAR, LAST_YEAR, Calendar
from ..facts import Data, as_day
from ..finding import Path
from ..rules import Rule
from ..schema import labels_at
from ..words import day, short_day
from .compute import compute, examples_hold
from .due import Computed

FILING_RULE = "ic.ich_filing"


class Court(NamedTuple):
    """A court's date of a case before it is judged against a day: what was computed, its title, its place, whether it is done."""

    computed: Computed
    title: str
    path: Path
    done: bool = False


def usable(rules: dict[str, Rule], calendar: Calendar) -> dict[str, Rule]:
    """The rules that can be relied on: their worked examples come out. None without the holidays."""
    if not calendar.closed:
        return {}
    return {name: rule for name, rule in rules.items() if examples_hold(rule, calendar)}


def court_dates(case: Data, rules: dict[str, Rule], calendar: Calendar, today: date, law_as_of: date) -> Iterator[Court]:
    """Every filing date of the hearings to come, and every date that an order sets. `rules` are the usable ones."""
    claimed: set[int] = set()
    for index, hearing in enumerate(case.get("hearings", ())):
        if hearing["status"] != "scheduled" or hearing["date"] < today.isoformat():
            continue
        if hearing["type"] == "individual":
            yield _filing(case, index, rules, calendar, today, law_as_of, claimed)
        elif "judge_set_filing_date" in hearing:
            what = labels_at("case", ("hearings", 0, "type"))[hearing["type"]]
            text = f"The judge set {day(date.fromisoformat(hearing['judge_set_filing_date']))} for filings."
            path: Path = ("hearings", index, "judge_set_filing_date")
            yield Court(_fixed(hearing["judge_set_filing_date"], hearing["date"], text, calendar), f"Filings: {what}", path)
    yield from _ordered(case, calendar, today, claimed)


def _before(case: Data, hearing: Data) -> str:
    """The day of the individual hearing before this one, whatever became of it; what was due by then was for that one."""
    earlier = [row["date"] for row in case["hearings"] if row["type"] == "individual" and row["date"] < hearing["date"]]
    return max(earlier, default="")


def _filing(
    case: Data, index: int, rules: dict[str, Rule], calendar: Calendar, today: date, law_as_of: date, claimed: set[int]
) -> Court:
    """The filing date for one individual hearing: the judge's, else the rule's, else none."""
    hearing, title = case["hearings"][index], "Pre-hearing filings"
    held_on, before = date.fromisoformat(hearing["date"]), _before(case, hearing)
    packages = [row for row in case.get("plan", {}).get("milestones", ()) if row["kind"] == "filing-package"]
    own = [row for row in packages if before < row["due"] <= hearing["date"]]
    filed = bool(own) and all(row.get("done", "9") <= today.isoformat() for row in own)
    path: Path = ("hearings", index, "date")
    orders = [
        (order["date"], number)
        for number, order in enumerate(case.get("orders", ()))
        if order.get("due_for") == "filing-package" and before < order["due"] <= hearing["date"]
    ]
    claimed.update(number for _, number in orders)
    sources: list[tuple[str, Path]] = []
    if "judge_set_filing_date" in hearing:
        sources.append((hearing["judge_set_filing_date"], ("hearings", index, "judge_set_filing_date")))
    if orders:  # the latest order counts; of several of one day the earliest date
        latest = [number for on, number in orders if on == max(orders)[0]]
        number = min(latest, key=lambda number: str(case["orders"][number]["due"]))
        sources.append((case["orders"][number]["due"], ("orders", number, "due")))
        filed = filed or case["orders"][number].get("done", "9") <= today.isoformat()
    if sources:
        set_for, path = min(sources)
        text = (
            f"The judge set {day(date.fromisoformat(set_for))} for the filings before the individual hearing of {day(held_on)}."
        )
        text += " A date set by the judge overrides every default."
        return Court(_fixed(set_for, hearing["date"], text, calendar), title, path, filed)
    rule = rules.get(FILING_RULE)
    right = rule is not None and rule["trigger"] == "individual-hearing" and rule["applies"].get("detained") is False
    if rule is None or not right or not FIRST_YEAR <= held_on.year <= LAST_YEAR:
        return Court(_without_law(held_on), f"{title}: the law could not be read", path, filed)
    return Court(compute(rule, held_on, calendar, law_as_of, detained=case["detained"]), title, path, filed)


def _ordered(case: Data, calendar: Calendar, today: date, claimed: set[int]) -> Iterator[Court]:
    """Every date that an order sets and no hearing has claimed."""
    words = labels_at("case", ("orders", 0, "due_for"))
    for index, order in enumerate(case.get("orders", ())):
        if "due" not in order or index in claimed:
            continue
        day_done = as_day(order.get("done") or (case.get("i589_filed") if order["due_for"] == "i589" else None))
        done = day_done is not None and day_done <= today
        text = f"The order of {day(date.fromisoformat(order['date']))} set {day(date.fromisoformat(order['due']))}."
        computed = _fixed(order["due"], order["date"], text, calendar)
        yield Court(computed, f"{words[order['due_for']]}, by order", ("orders", index, "due"), done)


def _fixed(set_for: str, trigger: str, text: str, calendar: Calendar) -> Computed:
    """A date in an order: on a day off it rolls to the next business day; the safe day is before it."""
    raw, on = date.fromisoformat(set_for), date.fromisoformat(trigger)
    if not calendar.closed:
        text = f"{text} The federal holidays could not be read: check by hand whether the court is open. Run `vecina check`."
    due, file_by = calendar.next_business(raw), calendar.last_business(raw)
    if due != raw:
        text += f" That is {calendar.why_closed(raw)}; the next business day is {short_day(due)}. File by {short_day(file_by)}."
    rolled = tuple(date.fromordinal(number) for number in range(raw.toordinal(), due.toordinal()))
    return Computed("ic.judge_set", on, raw, due, file_by, "judge-order", "Order of the immigration judge", "", text, rolled)


def _without_law(hearing: date) -> Computed:
    """No rule or no holidays that can be relied on: any date would be a guess."""
    text = "The filing rule or the federal holidays cannot be relied on, so no date is computed. Run `vecina check`."
    return Computed(FILING_RULE, hearing, None, None, None, "unknown", "data/rules and data/calendars", "", text)
