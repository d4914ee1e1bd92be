"""The law of one day: the rules that can be relied on and the calendar, asked for many cases."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ..book import Book
from ..calendars import Calendar, calendar_in
from ..rules import Rule
from .ask import ask
from .compute import examples_hold
from .due import Computed

JUDGE_SET, BIA_SET = "ic.judge_set", "bia.date_set"


def usable(rules: Mapping[str, Rule], calendar: Calendar) -> dict[str, Rule]:
    """The rules that can be relied on: their worked examples come out. None without the holidays."""
    if not calendar.closed:
        return {}
    return {name: rule for name, rule in rules.items() if examples_hold(rule, calendar)}


class Law:
    """Every rule by id, those that can be relied on, and the calendar, as of one day. The same question is worked out once."""

    def __init__(self, rules: Mapping[str, Rule], calendar: Calendar, as_of: date) -> None:
        self.known = rules
        self.calendar = calendar
        self.as_of = as_of
        self.usable = usable(rules, calendar)
        self._own_days = calendar.courts
        self._answers: dict[tuple[str, date, bool, str | None, str | None], Computed] = {}

    def answer(
        self, name: str, trigger: date, *, detained: bool = False, court: str | None = None, forum: str | None = None
    ) -> Computed:
        """The known rule's answer for the day of an event, or no date and why."""
        if court not in self._own_days:
            court = None  # nothing sets this court apart: one answer serves all such
        key = (name, trigger, detained, court, forum)
        got = self._answers.get(key)
        if got is None:
            rule, reliable = self.known[name], name in self.usable
            got = ask(rule, trigger, self.calendar, self.as_of, reliable=reliable, detained=detained, court=court, forum=forum)
            self._answers[key] = got
        return got


def law_of(book: Book, as_of: date) -> Law:
    """The law of the book's rules and calendars on a day."""
    calendar = calendar_in(book)
    return Law({name: record.data for name, record in book.rules.items()}, calendar, as_of)
