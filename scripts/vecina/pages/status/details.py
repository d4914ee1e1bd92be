"""The page of each case, mentor, attorney and organization, as a part of a page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from ...changes import History
from ...facts import as_day
from ...onboarding import STATES
from ...schema import labels, labels_at
from ...store import Record
from ...views.case import CasePage, case_page, step_words
from ...views.contacts import contacts
from ...views.happened import LANES
from ...views.mails import mails
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
    history: Callable[[str], History | None]

    def of(self, name: str) -> str:
        """The page of a record by its id."""
        kinds = {"c": self._case, "m": self._mentor, "a": self._attorney, "o": self._organization}
        return kinds[name[0]](name)

    def title(self, name: str) -> str:
        """What stands in the browser's tab: the id of a case, the name of a person."""
        return name if name.startswith("c-") else str(self.office.person_rows[name].name)

    def _case(self, name: str) -> str:
        office = self.office
        case, dues, clock = office.book.cases[name], office.dues_of.get(name, []), office.clocks.get(name)
        view = case_page(office.book, case, office.case_rows[name], dues, clock, office.calendar, office.day)
        ways, claims = labels_at("case", ("client", "reached_by", 0)), labels("claim")
        return self._rendered(
            "case.html", name, view, lanes=LANES,
            timeline=Markup(timeline(name, view.happened, office.day)),  # noqa: S704 (our own drawing; its texts are escaped)
            reached=listing([ways[way] for way in view.data["client"]["reached_by"]]),
            claims=listing([claims[claim] for claim in view.data.get("claims", ())]),
            mails=mails(view.data, self.office.book.rules),
            contacts=sorted(contacts(view.data), key=lambda row: (row.day, row.what), reverse=True),
            steps=step_words(view.data), states=STATES, history=self.history(name),
        )  # fmt: skip

    def _mentor(self, name: str) -> str:
        office = self.office
        view, months = self._person(office.book.mentors[name], "mentor"), office.mentor_months.get(name, [])[:12]
        return self._rendered("mentor.html", name, view, row=office.person_rows[name], months=months)

    def _attorney(self, name: str) -> str:
        record = self.office.book.attorneys[name]
        standing = labels_at("attorney", ("bar", 0, "status"))
        bar = listing([f"{row['state']} ({standing[row['status']].lower()})" for row in record.data.get("bar", ())])
        own = record.data.get("malpractice", {})
        cover = labels_at("attorney", ("malpractice", "source"))[own["source"]] if own else "not known"
        return self._rendered(
            "person.html", name, self._person(record, "attorney"), row=self.office.person_rows[name], folder="attorneys",
            bar=bar, cover=_until(cover, own), trainings=training_words(record.data),
        )  # fmt: skip

    def _organization(self, name: str) -> str:
        record = self.office.book.organizations[name]
        own = record.data.get("malpractice_cover", {})
        cover = ("covers the attorneys it places cases with" if own["provides"] else "covers no attorney") if own else "not known"
        return self._rendered(
            "person.html", name, self._person(record, "organization"), row=self.office.person_rows[name], folder="organizations",
            cover=_until(cover, own), placed=record.data.get("cases_placed", {}).get("expected", ""),
        )  # fmt: skip

    def _rendered(self, template: str, name: str, view: CasePage | PersonPage, **values: Any) -> str:
        """A page from its view; where all pages stand on one, its anchors begin with the record's id."""
        links: Any = self.env.globals["links"]
        mark = f"{name}-" if links.single else ""
        return render(self.env, template, view=view, as_of=self.office.day, broken=self.office.book.unread, id=mark, **values)

    def _person(self, record: Record, field: str) -> PersonPage:
        office = self.office
        own = office.by_person[field].get(record.id, ())
        backup = office.by_person["backup_mentor"].get(record.id, ())
        return person_page(office.book, record, own, backup, office.case_rows, office.dues_of, office.day)


def _until(words: str, data: dict[str, Any]) -> str:
    """Words with the last day they hold for."""
    last = as_day(data.get("until"))
    return f"{words}, until {day(last)}" if last else words
