"""Court deadlines of a case. A judge's date always wins; a detained case has no default; nothing is ever guessed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from ..calendars import FIRST_YEAR, LAST_YEAR
from ..facts import Data, i589_on_file, next_hearing
from ..finding import Path
from ..schema import labels_at
from ..words import day
from .due import Computed
from .law import Law
from .set_dates import ISSUERS, set_date

FILING_RULE = "ic.ich_filing"
MASTER_RULE = "ic.mch_filing"
SAME_HEARING = 7  # days within which an individual hearing goes on and is not another one


class Court(NamedTuple):
    """A court's date of a case before it is judged against a day: what was computed, its title, its place, whether it is done."""

    computed: Computed
    title: str
    path: Path
    key: str
    done: bool = False
    plain: bool = False  # the raw day alone counts: what binds an agency, and the day on which a client must have left


def court_dates(case: Data, law: Law, today: date) -> Iterator[Court]:
    """Every filing date of the hearings to come, and every date that an order sets."""
    claimed: set[int] = set()
    rows = sorted(
        enumerate(case.get("hearings", ())), key=lambda row: row[1]["type"] != "individual"
    )  # those on the merits first
    for index, hearing in rows:
        if hearing["status"] in ("adjourned", "held"):
            yield from _left_over(case, index, law, today)
        if hearing["status"] != "scheduled" or hearing["date"] < today.isoformat():
            continue
        if hearing["type"] == "individual":
            if not _goes_on(case, hearing):
                yield _filing(case, index, law, today, claimed)
        else:
            yield from _other_hearing(case, index, law, today, claimed)
    yield from _ordered(case, law, today, claimed)


def filing_day(case: Data, courts: Iterable[Court], today: date) -> date | None:
    """The safe filing day of the next individual hearing among a case's court dates; None where a court order is needed."""
    hearing = next_hearing(case, today, "individual")
    if hearing is None:
        return None
    key = f"filings.hearing-{case['hearings'].index(hearing)}"
    return next((court.computed.file_by for court in courts if court.key == key), None)


def _before(case: Data, hearing: Data) -> str:
    """The day of the hearing of this kind before this one, whatever became of it; what was due by then was for that one."""
    earlier = [row["date"] for row in case["hearings"] if row["type"] == hearing["type"] and row["date"] < hearing["date"]]
    return max(earlier, default="")


def _goes_on(case: Data, hearing: Data) -> bool:
    """Whether it is a later day of a hearing that began a few days before: what was to be filed was due before the first."""
    on = date.fromisoformat(hearing["date"])
    return "judge_set_filing_date" not in hearing and any(
        row["type"] == "individual"
        and row["status"] in ("scheduled", "held")
        and 0 < (on - date.fromisoformat(row["date"])).days <= SAME_HEARING
        for row in case["hearings"]
    )


def _filing(case: Data, index: int, law: Law, today: date, claimed: set[int]) -> Court:
    """The filing date for one individual hearing: the judge's, else the rule's, else none."""
    hearing, title, key = case["hearings"][index], "Pre-hearing filings", f"filings.hearing-{index}"
    held_on, before = date.fromisoformat(hearing["date"]), _before(case, hearing)
    packages = [row for row in case.get("plan", {}).get("milestones", ()) if row["kind"] == "filing-package"]
    own = [row for row in packages if before < row["due"] <= hearing["date"]]
    filed = hearing.get("filed", "9") <= today.isoformat()
    filed = filed or (bool(own) and all(row.get("done", "9") <= today.isoformat() for row in own))
    found = _set_for(case, index, before, today, claimed)
    if found:
        set_for, path, done = found
        purpose = f"for the filings before the individual hearing of {day(held_on)}"
        return Court(set_date(set_for, purpose, case, law), title, path, key, filed or done)
    rule, path = law.usable.get(FILING_RULE), ("hearings", index, "date")
    right = rule is not None and rule["trigger"] == "individual-hearing" and rule["applies"].get("detained") is False
    if not right or not FIRST_YEAR <= held_on.year <= LAST_YEAR:
        return Court(_without_law(held_on), f"{title}: the law could not be read", path, key, filed)
    return Court(law.answer(FILING_RULE, held_on, detained=case["detained"], court=case["court"]), title, path, key, filed)


def _set_for(case: Data, index: int, before: str, today: date, claimed: set[int]) -> tuple[str, Path, bool] | None:
    """The date that the judge set for the filings before a hearing, its place, and whether its order is done.

    The latest order counts, of several of one day the earliest date; beside a date at the hearing the earlier of the two.
    """
    hearing = case["hearings"][index]
    orders = [
        (order["date"], number)
        for number, order in enumerate(case.get("orders", ()))
        if order.get("due_for") == "filing-package" and before < order["due"] <= hearing["date"] and number not in claimed
    ]
    claimed.update(number for _, number in orders)
    sources: list[tuple[str, Path]] = []
    done = False
    if "judge_set_filing_date" in hearing:
        sources.append((hearing["judge_set_filing_date"], ("hearings", index, "judge_set_filing_date")))
    if orders:
        latest = [number for on, number in orders if on == max(orders)[0]]
        number = min(latest, key=lambda number: str(case["orders"][number]["due"]))
        sources.append((case["orders"][number]["due"], ("orders", number, "due")))
        done = case["orders"][number].get("done", "9") <= today.isoformat()
    return (*min(sources), done) if sources else None


def _other_hearing(case: Data, index: int, law: Law, today: date, claimed: set[int]) -> Iterator[Court]:
    """The filing date for a hearing that is not on the merits: the judge's, or by rule when a ruling is wanted there."""
    hearing, key = case["hearings"][index], f"filings.hearing-{index}"
    title = f"Filings: {labels_at('case', ('hearings', 0, 'type'))[hearing['type']]}"
    wanted = bool(hearing.get("ruling_requested")) and MASTER_RULE in law.known
    done = hearing.get("filed", "9") <= today.isoformat()
    found = _set_for(case, index, _before(case, hearing), today, claimed if wanted else set(range(len(case.get("orders", ())))))
    if found:
        yield Court(set_date(found[0], "for filings", case, law), title, found[1], key, found[2] or done)
    elif wanted:
        got = law.answer(MASTER_RULE, date.fromisoformat(hearing["date"]), detained=case["detained"], court=case["court"])
        yield Court(got, title, ("hearings", index, "date"), key, done)


def _left_over(case: Data, index: int, law: Law, today: date) -> Iterator[Court]:
    """A date set for a hearing that did not take place then: nobody but the court can say whether it still stands."""
    hearing = case["hearings"][index]
    set_for = hearing.get("judge_set_filing_date", "")
    newer = any(row.get("judge_set_filing_date") and row["status"] == "scheduled" for row in case["hearings"])
    if hearing["status"] == "adjourned" and set_for >= today.isoformat() and not newer:
        held_on = date.fromisoformat(hearing["date"])
        got = set_date(set_for, f"for the hearing of {day(held_on)}, which was adjourned", case, law)
        path: Path = ("hearings", index, "judge_set_filing_date")
        yield Court(got, "Filings: ask whether this date still stands", path, f"filings.hearing-{index}")


def _ordered(case: Data, law: Law, today: date, claimed: set[int]) -> Iterator[Court]:
    """Every date that an order sets and no hearing has claimed."""
    words = labels_at("case", ("orders", 0, "due_for"))
    for index, order in enumerate(case.get("orders", ())):
        if "due" not in order or index in claimed:
            continue
        days = [order.get("done")]
        filed = i589_on_file(case)
        if order["due_for"] == "i589" and filed and filed >= order["date"]:
            days.append(filed)  # one filed before the order cannot be what it asks for
        days += [step["date"] for step in order.get("steps", ()) if step["step"] == order["due_for"]]
        if order["due_for"] == "departure":
            days += [row["departed_on"] for row in case.get("outcome", ()) if "departed_on" in row]
        done = min((text for text in days if text), default="9") <= today.isoformat()
        purpose = f"in the order of {day(date.fromisoformat(order['date']))}"
        computed = set_date(order["due"], purpose, case, law, ISSUERS.get(order["kind"], "judge"), order["due_for"])
        title, plain = f"{words[order['due_for']]}, by order", order["due_for"] == "departure"
        yield Court(computed, title, ("orders", index, "due"), f"order-{index}", done, plain)


def _without_law(hearing: date) -> Computed:
    """No rule or no holidays that can be relied on: any date would be a guess."""
    text = "The filing rule or the federal holidays cannot be relied on, so no date is computed. Run `vecina check`."
    return Computed(FILING_RULE, hearing, None, None, None, "unknown", "data/rules and data/calendars", "", text)
