"""The people that the program helped, and those who helped them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from ...facts import Data, whose_hours
from ...schema import labels, labels_at
from ..figures.flow import GUIDED, OUT, WAITS, flow
from ..figures.way import had_mentor
from ..linked import Relation, Within, whole
from .draft import Count, Part
from .shape import Frame

HELPED = (
    "People helped: clients of cases that had a mentor on at least one of these days. A case is one client; family members are "
    "not recorded, so more people may depend on these cases."
)
ACTIVE = (
    "Mentors: those of these cases, and whoever else gave hours as a mentor in the period. Attorneys: the attorneys of record of "
    "these cases. Each counts once."
)
PLACE = "Where the client is, by what the record says now. A client in a detention facility is detained; no other is."
LANGUAGE = "Each client once, by the language that stands first in the record."
COUNTRY = "The country that the claim is about; it is left out of a record where it could point to somebody."


def helped(frame: Frame) -> list[Data]:
    """The cases that had a mentor in the period."""
    return [case.data for case in frame.book.cases.values() if had_mentor(case.data, frame.span)]


def people(frame: Frame) -> Part:
    """How many were helped, and by how many."""
    cases = helped(frame)
    found = flow(cases, frame.span)
    came = found.start[GUIDED] + found.moves[WAITS, GUIDED] + found.moves[OUT, GUIDED]
    attorneys = {case["attorney"] for case in cases}
    rows = (
        ("People helped", Count("helped", len(cases))),
        ("Mentors", Count("mentors", len(mentors_of(frame, cases)))),
        ("Attorneys of record", Count("attorneys", len(attorneys))),
    )
    twice = Count("helped twice", came - len(cases))
    ended = Count("helped before the end", len(cases) - found.end[GUIDED])
    relations = (
        Relation(("helped", "helped twice"), ("start.guided", "matched", "again")),
        whole("helped", ("end.guided", ended.name)),
    )
    return Part(
        "People",
        ("", "People"),
        rows,
        (HELPED, ACTIVE),
        (twice, ended),
        relations,
        (Within(("attorneys",), "helped", plain=True),),
    )


def mentors_of(frame: Frame, cases: list[Data]) -> set[str]:
    """The mentors of cases, and those who gave hours to any case in the period."""
    own = {case["mentor"] for case in cases if "mentor" in case}
    for case in frame.book.cases.values():
        rows = (row for row in case.data.get("hours", ()) if row["who"] == "mentor" and frame.span.holds(row["date"]))
        own |= {whose_hours(case.data, row) for row in rows}
    return own - {""}


def by_place(frame: Frame) -> Part:
    """Where the people helped are."""
    names = {"detention-facility": "Detained", **{code: name for code, name in _places().items() if code != "detention-facility"}}
    found = Counter("detention-facility" if case["detained"] else case["client"]["place"] for case in helped(frame))
    return _parts("Where clients are", "Place", "place", {code: found[code] for code in names}, names, PLACE)


def by_language(frame: Frame) -> Part:
    """The languages of the people helped; those of few as one."""
    found = Counter(case["languages"][0] for case in helped(frame))
    return _parts("Languages", "Language", "language", found, labels("language"), LANGUAGE, fold="language")


def by_country(frame: Frame) -> Part:
    """The countries of the people helped; those of few as one."""
    found = Counter(case.get("country", "") for case in helped(frame))
    names = {**labels("country"), "": "Not recorded"}
    return _parts("Countries", "Country", "country", found, names, COUNTRY, fold="country")


def _places() -> Mapping[str, str]:
    return labels_at("case", ("client", "place"))


def _parts(
    title: str, column: str, what: str, found: Mapping[str, int], names: Mapping[str, str], note: str, fold: str = ""
) -> Part:
    """The people helped in parts: largest first where small parts become one."""
    order = sorted(found, key=lambda code: (-found[code], names[code])) if fold else list(found)
    rows = tuple((names[code], Count(f"{what}.{code}", found[code])) for code in order)
    relation = whole("helped", [f"{what}.{code}" for code in order])
    return Part(title, (column, "People"), rows, (note,), (), (relation,), fold=fold)
