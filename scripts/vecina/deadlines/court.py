"""Court deadlines of a case. A judge's date always wins; a detained case has no default; nothing is ever guessed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from ..calendars import FIRST_YEAR, LAST_YEAR
from ..facts import Data, as_day
from ..finding import Path
from ..schema import labels_at
from ..words import day
from .due import Computed
from .law import JUDGE_SET, Law

FILING_RULE = "ic.ich_filing"
MASTER_RULE = "ic.mch_filing"
_ISSUERS = {"bia-decision": "BIA", "bia-briefing-schedule": "BIA", "circuit-decision": "court of appeals"}


class Court(NamedTuple):
    """A court's date of a case before it is judged against a day: what was computed, its title, its place, whether it is done."""

    computed: Computed
    title: str
    path: Path
    key: str
    done: bool = False


def court_dates(case: Data, law: Law, today: date) -> Iterator[Court]:
    """Every filing date of the hearings to come, and every date that an order sets."""
    claimed: set[int] = set()
    for index, hearing in enumerate(case.get("hearings", ())):
        if hearing["status"] != "scheduled" or hearing["date"] < today.isoformat():
            continue
        what = labels_at("case", ("hearings", 0, "type"))[hearing["type"]]
        key = f"filings.hearing-{index}"
        if hearing["type"] == "individual":
            yield _filing(case, index, law, today, claimed)
        elif "judge_set_filing_date" in hearing:
            path: Path = ("hearings", index, "judge_set_filing_date")
            computed = set_date(hearing["judge_set_filing_date"], "for filings", case, law)
            yield Court(computed, f"Filings: {what}", path, key)
        elif hearing.get("ruling_requested") and MASTER_RULE in law.known:
            asked = law.answer(MASTER_RULE, date.fromisoformat(hearing["date"]), detained=case["detained"], court=case["court"])
            yield Court(asked, f"Filings: {what}", ("hearings", index, "date"), key)
    yield from _ordered(case, law, today, claimed)


def _before(case: Data, hearing: Data) -> str:
    """The day of the individual hearing before this one, whatever became of it; what was due by then was for that one."""
    earlier = [row["date"] for row in case["hearings"] if row["type"] == "individual" and row["date"] < hearing["date"]]
    return max(earlier, default="")


def _filing(case: Data, index: int, law: Law, today: date, claimed: set[int]) -> Court:
    """The filing date for one individual hearing: the judge's, else the rule's, else none."""
    hearing, title, key = case["hearings"][index], "Pre-hearing filings", f"filings.hearing-{index}"
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
        purpose = f"for the filings before the individual hearing of {day(held_on)}"
        return Court(set_date(set_for, purpose, case, law), title, path, key, filed)
    rule = law.usable.get(FILING_RULE)
    right = rule is not None and rule["trigger"] == "individual-hearing" and rule["applies"].get("detained") is False
    if not right or not FIRST_YEAR <= held_on.year <= LAST_YEAR:
        return Court(_without_law(held_on), f"{title}: the law could not be read", path, key, filed)
    return Court(law.answer(FILING_RULE, held_on, detained=case["detained"], court=case["court"]), title, path, key, filed)


def _ordered(case: Data, law: Law, today: date, claimed: set[int]) -> Iterator[Court]:
    """Every date that an order sets and no hearing has claimed."""
    words = labels_at("case", ("orders", 0, "due_for"))
    for index, order in enumerate(case.get("orders", ())):
        if "due" not in order or index in claimed:
            continue
        day_done = as_day(order.get("done") or (case.get("i589_filed") if order["due_for"] == "i589" else None))
        done = day_done is not None and day_done <= today
        purpose = f"in the order of {day(date.fromisoformat(order['date']))}"
        computed = set_date(order["due"], purpose, case, law, _ISSUERS.get(order["kind"], "judge"))
        yield Court(computed, f"{words[order['due_for']]}, by order", ("orders", index, "due"), f"order-{index}", done)


def set_date(set_for: str, purpose: str, case: Data, law: Law, who: str = "judge") -> Computed:
    """A date in an order: on a day off it rolls to the next business day; the safe day is before it."""
    on = date.fromisoformat(set_for)
    intro = f"The {who} set {day(on)} {purpose}. A date in an order overrides every default."
    if JUDGE_SET not in law.usable or not FIRST_YEAR <= on.year < LAST_YEAR:
        text = f"{intro} The rule or the federal holidays could not be read: check by hand whether the court is open that day."
        return Computed(JUDGE_SET, on, on, on, on, "judge-order", "Order of the immigration judge", "", text)
    got = law.answer(JUDGE_SET, on, detained=case["detained"], court=case["court"])
    rest = got.explanation.removeprefix(f"The date set is {day(on)}").removeprefix(", ").removeprefix(".").strip()
    said = f"{intro} That is {rest}" if got.due != got.raw else f"{intro} {rest}".strip()
    authority = got.authority if who == "judge" else f"Order of the {who}"
    return replace(got, status="judge-order", authority=authority, explanation=said)


def _without_law(hearing: date) -> Computed:
    """No rule or no holidays that can be relied on: any date would be a guess."""
    text = "The filing rule or the federal holidays cannot be relied on, so no date is computed. Run `vecina check`."
    return Computed(FILING_RULE, hearing, None, None, None, "unknown", "data/rules and data/calendars", "", text)
