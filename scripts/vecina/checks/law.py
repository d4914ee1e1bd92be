"""Rules, calendars and settings that can be relied on."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from ..book import ENDED, Book
from ..calendars import calendar_in
from ..deadlines import LASTS, events, example_difference
from .base import Spot, check


@check("V601")
def examples_hold(book: Book) -> Iterator[Spot]:
    """A worked example does not come out.

    Every deadline rule carries dates computed by hand or taken from decisions. The engine must give each of them;
    a rule or a calendar that was changed by mistake shows here.

    Mend: hold the rule against its source. If the law has changed, add a new value from its first day; do not change
    the old one.
    """
    calendar = calendar_in(book)
    if not calendar.closed:
        return  # without the holidays no example can come out; their own finding says so
    for rule in book.rules.values():
        for index, example in enumerate(rule.data["examples"]):
            wrong = example_difference(rule.data, example, calendar)
            if wrong:
                yield Spot(rule, ("examples", index, wrong[0]), f"for this example the rule gives {wrong[1]}")


@check("V602")
def values_in_order(book: Book) -> Iterator[Spot]:
    """A rule's values are out of order.

    Values stand in the order of their first days, so that a reader sees the history of the law at a glance.

    Mend: move the value to its place.
    """
    for rule in book.rules.values():
        values = rule.data["values"]
        for index in range(1, len(values)):
            if values[index]["from"] < values[index - 1]["from"]:
                yield Spot(rule, ("values", index, "from"), "this value begins before the one above it")


@check("V603")
def holidays_have_a_day(book: Book) -> Iterator[Spot]:
    """A holiday without a day.

    A holiday has either a fixed day of its month, or a weekday and which one of the month it is.

    Mend: write `day:`, or `weekday:` and `nth:`.
    """
    for calendar in book.kinds["calendar"].values():
        for index, row in enumerate(calendar.data.get("holidays", ())):
            fixed, movable = "day" in row, "weekday" in row and "nth" in row
            if fixed == movable:
                yield Spot(calendar, ("holidays", index), "a holiday has either a day, or a weekday and which one it is")
            elif fixed and row["day"] > monthrange(2000, row["month"])[1]:
                yield Spot(calendar, ("holidays", index, "day"), "this month has no such day")


@check("V604")
def settings_once(book: Book) -> Iterator[Spot]:
    """A setting stands twice.

    In the program's settings each requirement and each milestone offset stands once, and the check-in cadence goes
    from the most days left to the fewest.

    Mend: delete the row that is wrong, or put the rows in order.
    """
    for program in book.kinds["program"].values():
        for field, key in (("requirements", "requirement"), ("milestones", "kind")):
            seen: set[str] = set()
            for index, row in enumerate(program.data[field]):
                if row[key] in seen:
                    yield Spot(program, (field, index, key), "this stands twice in the list")
                seen.add(row[key])
        rows = program.data["check_ins"]
        for index in range(1, len(rows)):
            if rows[index]["days_to_hearing_over"] >= rows[index - 1]["days_to_hearing_over"]:
                yield Spot(program, ("check_ins", index, "days_to_hearing_over"), "the rows go from most days left to fewest")


@check("V605")
def closures_in_order(book: Book) -> Iterator[Spot]:
    """An outage ends before it begins, or a closure stands twice.

    Mend: correct the date.
    """
    for calendar in book.kinds["calendar"].values():
        for index, row in enumerate(calendar.data.get("outages", ())):
            if row["to"] < row["from"]:
                yield Spot(calendar, ("outages", index, "to"), "the last day cannot be before the first")
        seen: set[str] = set()
        for index, row in enumerate(calendar.data.get("closures", ())):
            if row["date"] in seen:
                yield Spot(calendar, ("closures", index, "date"), "this day stands twice")
            seen.add(row["date"])


@check("V608")
def sources_once(book: Book) -> Iterator[Spot]:
    """A source stands twice.

    A page names a source by its id, so each id stands for one source.

    Mend: delete one of them, or give it another id.
    """
    seen: set[str] = set()
    for record in book.kinds["source"].values():
        for index, row in enumerate(record.data["sources"]):
            if row["id"] in seen:
                yield Spot(record, ("sources", index, "id"), "this id stands twice among the sources")
            seen.add(row["id"])


@check("V607")
def rules_of_the_cases(book: Book) -> Iterator[Spot]:
    """A rule that a case needs is missing.

    What follows from an arrival, a decision or an event is computed by a rule in data/rules. Without it `vecina due` gives
    no date there.

    Mend: take the file back from Git: `git checkout origin/main -- data/rules`.
    """
    seen: set[str] = set()
    for case in book.cases.values():
        ended = case.data["status"] in ENDED
        for event in events(case.data, date.max) if case.data["status"] != "declined" else ():
            if ended and (event.done or event.rule not in LASTS):
                continue
            if event.rule not in seen and not book.knows("rule", event.rule):
                seen.add(event.rule)
                yield Spot(case, event.path, f"the rule {event.rule} is missing in data/rules", "take it back from Git")


@check("V606")
def program_is_there(book: Book) -> Iterator[Spot]:
    """The rules the program needs are missing.

    Deadlines need the federal holidays in data/calendars, and the filing rule and the rule for a judge's date in
    data/rules; without them every date would be a guess.

    Mend: take the file back from Git: `git checkout origin/main -- data/rules data/calendars`.
    """
    for program in book.kinds["program"].values():
        for rule in ("ic.ich_filing", "ic.judge_set"):
            if not book.knows("rule", rule):
                yield Spot(program, (), f"the rule {rule} is missing in data/rules", "take it back from Git")
        if not book.knows("calendar", "federal-holidays"):
            yield Spot(program, (), "the calendar federal-holidays is missing in data/calendars", "take it back from Git")
