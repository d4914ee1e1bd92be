"""Hearings and decisions in the cases that the program mentors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ...book import OPEN
from ...facts import Data, is_withholding_only
from ...schema import labels_at
from ..figures.outcomes import ALWAYS, PROTECTION, is_over, since_match
from ..figures.way import had_mentor, mentored, status_on
from ..linked import Relation, Within, whole
from .draft import Count, DraftCell, Part
from .people import helped
from .shape import Cell, Frame, Mark

HEARINGS = (
    "Hearings whose day lies in the period, of cases that had a mentor that day, by what became of them. Adjourned and vacated "
    "hearings did not take place. Not recorded: the day has gone by and nobody has written what became of it."
)
DECISIONS = (
    "Decisions of the period, on or after the day of the case’s first match; of several on one form of relief the last. One case "
    "can have several forms of relief, so the rows do not add up to cases. Results that never came in the period have no column."
)
PENDING = (
    "Pending: cases with a mentor at the end of the period and without a decision on it. Left undecided: the mentoring ended "
    "before a decision. The I-589 asks for asylum, withholding and protection under the Convention Against Torture, so a case "
    "stands in all three rows; in withholding-only proceedings in the last two; in none once asylum is granted or the "
    "proceedings have ended. Other forms of relief are known when they are decided."
)
RESULTS = (
    "Granted: this form of relief was granted, as the record says; it may not be final. In absentia: ordered removed in "
    "absentia. Terminated, dismissed: the proceedings, which is not granted even where that is what the client wanted. "
    "Withdrawn: the application. CAT: the Convention Against Torture."
)
RELIEFS = {"withholding": "Withholding", "cat": "CAT protection"}
HEADS = {"in-absentia": "In absentia", "terminated": "Terminated", "dismissed": "Dismissed", "withdrawn": "Withdrawn"}
NO_MERIT = (
    "An outcome is not the program’s merit or fault: judges, courts, countries and facts differ, and these are few cases. So no "
    "rate is shown."
)
ABSENTIA = (
    "Counted are cases, each once, by the decisions of the period since the first match. CAT: the Convention Against Torture. In "
    "absentia: cases with such a result in the period, or with such an order while they had a mentor."
)


def hearings(frame: Frame) -> Part:
    """Hearings by type and by what became of them."""
    types, statuses = (labels_at("case", ("hearings", 0, field)) for field in ("type", "status"))
    found = Counter((row["type"], row["status"]) for case in frame.book.cases.values() for row in _hearings(case.data, frame))
    shown = [code for code in types if any(found[code, result] for result in statuses)]
    results = ("held", "adjourned", "vacated", "scheduled")
    rows: list[tuple[DraftCell, ...]] = []
    for code in (*shown, "all"):
        own = [sum(found[one, result] for one in (shown if code == "all" else [code])) for result in results]
        cells = [Count(f"hearing.{code}.{result}", count) for result, count in zip(results, own, strict=True)]
        rows.append((types.get(code, "All"), *cells, Count(f"hearing.{code}.all", sum(own))))
    across = [whole(f"hearing.{code}.all", [f"hearing.{code}.{result}" for result in results]) for code in (*shown, "all")]
    down = [whole(f"hearing.all.{result}", [f"hearing.{code}.{result}" for code in shown]) for result in (*results, "all")]
    heads = ("Hearing", *(statuses[code] if code != "scheduled" else "Not recorded" for code in results), "All")
    return Part("Hearings", heads, tuple(rows), (HEARINGS,), (), tuple(across + (down if shown else [])))


def _hearings(case: Data, frame: Frame) -> Iterator[Data]:
    stretches = list(mentored(case))
    for row in case.get("hearings", ()):
        to_come = row["status"] == "scheduled" and row["date"] >= frame.day.isoformat()
        if frame.span.holds(row["date"]) and not to_come and any(began <= row["date"] <= ended for began, ended in stretches):
            yield row


def outcomes(frame: Frame) -> Part:
    """What was decided, per form of relief, and what is pending."""
    cases, known = [case.data for case in frame.book.cases.values()], {case["id"] for case in helped(frame)}
    reliefs, results = (labels_at("case", ("outcome", 0, field)) for field in ("relief", "result"))
    stand = {(case["id"], relief): found for case in cases for relief, found in _stand(case, frame)}
    columns = [code for code in results if code in ALWAYS or code in stand.values()]
    rows: list[tuple[DraftCell, ...]] = []
    implied, relations, bounds = [], [], list[Within]()
    for code in reliefs:
        own = {name: found for (name, relief), found in stand.items() if relief == code}
        if not own and code not in PROTECTION:
            continue
        count = Counter(own.values())
        every = (*columns, "pending", "undecided") if code in PROTECTION else tuple(columns)
        cells: list[Cell | Count] = [Count(f"{code}.{result}", count[result]) for result in every]
        rows.append((RELIEFS.get(code, reliefs[code]), *cells, *[Mark.NONE] * (len(columns) + 2 - len(every))))
        implied += [Count(f"{code}.not", len(known - set(own))), Count(f"{code}.else", len(set(own) - known))]
        parts = [f"{code}.{result}" for result in every]
        relations.append(Relation((*parts, f"{code}.not"), ("helped", f"{code}.else")))
        bounds += _within(code, columns)
    implied += [Count(name, number) for name, number in _totals(frame).items()]
    heads = ("Form of relief", *(HEADS.get(code, results[code]) for code in columns), "Pending", "Left undecided")
    return Part(
        "Outcomes", heads, tuple(rows), (DECISIONS, RESULTS, PENDING, NO_MERIT), tuple(implied), tuple(relations), tuple(bounds)
    )


def _within(relief: str, results: Sequence[str]) -> Iterator[Within]:
    """The cases of a form of relief that are among those counted elsewhere."""
    yield Within(tuple(f"{relief}.{result}" for result in results), "decided")
    yield Within((f"{relief}.in-absentia",), "absent")
    if relief in PROTECTION:
        for result, other in (("granted", "protected"), ("pending", "end.guided"), ("undecided", "helped before the end")):
            yield Within((f"{relief}.{result}",), other)


def _totals(frame: Frame) -> dict[str, int]:
    """Numbers of cases that stand in other tables too and that hold some of those in this one."""
    every, granted, absent = _decided(frame)
    cases = helped(frame)
    now = sum(1 for case in cases if status_on(case, frame.span.last) in OPEN)
    numbers = (len(every), len(granted), len(absent), now, len(cases) - now)
    return dict(zip(("decided", "protected", "absent", "end.guided", "helped before the end"), numbers, strict=True))


def _stand(case: Data, frame: Frame) -> Iterator[tuple[str, str]]:
    """Each form of relief of a case with the last decision of the period, or that it is pending or was left undecided."""
    ever = {row["relief"]: row for row in sorted(since_match(case, frame.span.last), key=lambda row: str(row["decided_on"]))}
    yield from ((relief, row["result"]) for relief, row in ever.items() if frame.span.holds(row["decided_on"]))
    results = {relief: row["result"] for relief, row in ever.items()}
    if not had_mentor(case, frame.span) or is_over(results):
        return
    now = "pending" if status_on(case, frame.span.last) in OPEN else "undecided"
    asked = (code for code in PROTECTION if not (code == "asylum" and is_withholding_only(case)))
    yield from ((code, now) for code in asked if code not in ever)


def decided(frame: Frame) -> Part:
    """How many cases were decided, in how many protection was granted, and how many orders came in absentia."""
    every, granted, absent = _decided(frame)
    cells = (
        ("Cases with a decision", Count("decided", len(every))),
        ("of these, with asylum, withholding or CAT protection granted", Count("protected", len(granted))),
        ("Cases ordered removed in absentia", Count("absent", len(absent))),
    )
    rest = Count("decided otherwise", len(every - granted))
    return Part("Cases decided", ("", "Cases"), cells, (ABSENTIA,), (rest,), (whole("decided", ("protected", rest.name)),))


def _decided(frame: Frame) -> tuple[set[str], set[str], set[str]]:
    """The cases with a decision, those of them with protection granted, and those ordered removed in absentia."""
    rows = [(case.data, row) for case in frame.book.cases.values() for row in since_match(case.data, frame.span.last)]
    rows = [(case, row) for case, row in rows if frame.span.holds(row["decided_on"])]
    every = {case["id"] for case, _ in rows}
    granted = {case["id"] for case, row in rows if row["result"] == "granted" and row["relief"] in PROTECTION}
    absent = {case["id"] for case, row in rows if row["result"] == "in-absentia"} | _ordered_absent(frame)
    return every, granted, absent


def _ordered_absent(frame: Frame) -> set[str]:
    """Cases with an in absentia order while they had a mentor."""
    return {
        case.id
        for case in frame.book.cases.values()
        for row in case.data.get("orders", ())
        if row["kind"] == "in-absentia-order"
        and frame.span.holds(row["date"])
        and any(began <= row["date"] <= ended for began, ended in mentored(case.data))
    }
