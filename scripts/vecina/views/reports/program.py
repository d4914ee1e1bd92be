"""The reports on the whole program: for the office, and for funders."""

from __future__ import annotations

from collections.abc import Sequence

from . import cases, court, people, promises, time, voices
from .draft import Part
from .head import report
from .shape import Frame, Report


def program(frame: Frame, revision: str, *, over: bool) -> Report:
    """Everything that the office asks of a period."""
    return report(frame, "program", "The program in numbers", program_parts(frame), revision, over=over, ids=frame.full)


def funder(frame: Frame, revision: str, *, over: bool) -> Report:
    """What a funder is told: no case, no name, no number that points to somebody."""
    every = program_parts(frame)
    return report(frame, "funder", "Report to funders", funder_parts(frame, every), revision, over=over, beside=every)


def program_parts(frame: Frame) -> list[Part]:
    """The tables for the office."""
    months = [cases.by_month(frame)] if frame.span.first.isoformat()[:7] != frame.span.last.isoformat()[:7] else []
    return [
        people.people(frame),
        people.by_place(frame),
        people.by_language(frame),
        people.by_country(frame),
        cases.moved(frame),
        *months,
        time.hours(frame, by_basis=True),
        time.value(frame),
        time.cost(frame),
        court.hearings(frame),
        court.decided(frame),
        court.outcomes(frame),
        promises.in_time(frame),
        promises.to_match(frame),
        cases.ends(frame),
        cases.returned(frame),
        voices.feedback(frame),
        voices.trainings(frame),
    ]


FOR_FUNDERS = (
    "People", "Where clients are", "Languages", "Countries", "Cases", "Hours", "Value of pro bono time", "Hearings",
    "Cases decided", "Outcomes", "Done in time", "Time to match",
)  # fmt: skip


def funder_parts(frame: Frame, every: Sequence[Part]) -> list[Part]:
    """The tables for funders out of those for the office: how mentors are paid is not told."""
    hours = time.hours(frame, by_basis=False)
    return [hours if part.title == hours.title else part for part in every if part.title in FOR_FUNDERS]
