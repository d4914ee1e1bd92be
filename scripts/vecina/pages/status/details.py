"""The page of each case, mentor, attorney and organization, as a part of a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from ...changes import History
from ...facts import as_day
from ...schema import labels, labels_at
from ...store import Record
from ...views.case import CasePage, case_page, step_words
from ...views.happened import LANES
from ...views.people import PersonPage, person_page, training_words
from ...words import day, listing
from .office import Office
from .render import render
from .timeline import timeline


@dataclass(frozen=True)
class Details:
    """Renders the pages of single records. `history` gives what Git knows of a case."""

    office: Office
    env: Environment
    rows: dict[str, Any]  # the row of each mentor, attorney and organization in its table
    history: Callable[[str], History | None]

    def of(self, name: str) -> str:
        """The page of a record by its id."""
        kinds = {"c": self._case, "m": self._mentor, "a": self._attorney, "o": self._organization}
        return kinds[name[0]](name)

    def title(self, name: str) -> str:
        """What stands in the browser's tab: the id of a case, the name of a person."""
        return name if name.startswith("c-") else str(self.rows[name].name)

    @cached_property
    def _single(self) -> bool:
        links: Any = self.env.globals["links"]
        return bool(links.single)

    def _mark(self, name: str) -> str:
        """What sets the anchors of a page apart where all stand on one."""
        return f"{name}-" if self._single else ""

    def _case(self, name: str) -> str:
        office = self.office
        view = case_page(office.book, office.book.cases[name], office.dues_of.get(name, []), office.clocks.get(name), office.day)
        return render(
            self.env, "case.html", view=view, as_of=office.day, id=self._mark(name), lanes=LANES,
            timeline=Markup(timeline(name, view.happened, office.day)),  # noqa: S704 (our own drawing; its texts are escaped)
            reached=listing([labels_at("case", ("client", "reached_by", 0))[way] for way in view.data["client"]["reached_by"]]),
            claims=listing([labels("claim")[claim] for claim in view.data.get("claims", ())]),
            contacts=contacts(view), steps=step_words(view.data), history=self.history(name),
        )  # fmt: skip

    def _mentor(self, name: str) -> str:
        months = sorted((month, hours) for (who, month), hours in self._hours if who == name)[-12:]
        shown = [(date.fromisoformat(f"{month}-01"), hours) for month, hours in reversed(months)]
        view = self._person(self.office.book.mentors[name], "mentor")
        return render(
            self.env, "mentor.html", view=view, row=self.rows[name], as_of=self.office.day, id=self._mark(name), months=shown
        )

    @cached_property
    def _hours(self) -> Sequence[tuple[tuple[str, str], float]]:
        return list(self.office.book.mentor_hours.items())

    def _attorney(self, name: str) -> str:
        record = self.office.book.attorneys[name]
        standing = labels_at("attorney", ("bar", 0, "status"))
        bar = listing([f"{row['state']} ({standing[row['status']].lower()})" for row in record.data.get("bar", ())])
        own = record.data.get("malpractice", {})
        cover = labels_at("attorney", ("malpractice", "source"))[own["source"]] if own else "not known"
        return render(
            self.env, "person.html", view=self._person(record, "attorney"), row=self.rows[name], as_of=self.office.day,
            id=self._mark(name), folder="attorneys", bar=bar, cover=_until(cover, own), trainings=training_words(record.data),
        )  # fmt: skip

    def _organization(self, name: str) -> str:
        record = self.office.book.organizations[name]
        own = record.data.get("malpractice_cover", {})
        cover = ("covers the attorneys it places cases with" if own["provides"] else "covers no attorney") if own else "not known"
        placed = record.data.get("cases_placed", {}).get("expected", "")
        return render(
            self.env, "person.html", view=self._person(record, "organization"), row=self.rows[name], as_of=self.office.day,
            id=self._mark(name), folder="organizations", cover=_until(cover, own), placed=placed,
        )  # fmt: skip

    def _person(self, record: Record, field: str) -> PersonPage:
        office = self.office
        own = office.by_person[field].get(record.id, ())
        backup = office.by_person["backup_mentor"].get(record.id, ())
        return person_page(office.book, record, own, backup, office.dues_of, office.day)


def _until(words: str, data: dict[str, Any]) -> str:
    """Words with the last day they hold for."""
    last = as_day(data.get("until"))
    return f"{words}, until {day(last)}" if last else words


def contacts(view: CasePage) -> list[tuple[date, str, str]]:
    """Meetings, check-ins and messages, the newest first: day, what, remark."""
    return sorted(_contacts(view), key=lambda row: (row[0], row[1]), reverse=True)


def _contacts(view: CasePage) -> Iterator[tuple[date, str, str]]:
    owners = labels("owner")
    who, modes = labels_at("case", ("meetings", 0, "with")), labels_at("case", ("meetings", 0, "mode"))
    for row in view.data.get("meetings", ()):
        yield date.fromisoformat(row["date"]), f"{who[row['with']]} met", modes[row["mode"]]
    ways = labels_at("case", ("check_ins", 0, "how"))
    for row in view.data.get("check_ins", ()):
        late = {True: ", replies in time", False: ", replies not in time"}.get(row.get("replies_in_time"), "")
        yield date.fromisoformat(row["date"]), f"Check-in of the {owners[row['by']].lower()}", f"{ways[row['how']]}{late}"
    for row in view.data.get("messages", ()):
        answered = as_day(row.get("answered"))
        said = f"answered {day(answered)}" if answered else "not answered"
        yield date.fromisoformat(row["asked"]), f"{owners[row['by']]} asked the {owners[row['to']].lower()}", said
