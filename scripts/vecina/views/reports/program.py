"""The reports on the whole program: for the office, and for funders."""

from __future__ import annotations

from . import cases, court, people, promises, time, voices
from .draft import Part
from .head import report
from .shape import Frame, Report


def program(frame: Frame, revision: str, *, over: bool) -> Report:
    """Everything that the office asks of a period."""
    return report(frame, "program", "The program in numbers", program_parts(frame), revision, over=over, ids=frame.full)


def funder(frame: Frame, revision: str, *, over: bool) -> Report:
    """What a funder is told: no case, no name, no number that points to somebody."""
    return report(frame, "funder", "Report to funders", funder_parts(frame), revision, over=over, beside=program_parts(frame))


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


def funder_parts(frame: Frame) -> list[Part]:
    """The tables for funders, all of which stand in the report for the office too."""
    return [
        people.people(frame),
        people.by_place(frame),
        people.by_language(frame),
        people.by_country(frame),
        cases.moved(frame),
        time.hours(frame, by_basis=False),
        time.value(frame),
        court.hearings(frame),
        court.decided(frame),
        court.outcomes(frame),
        promises.in_time(frame),
        promises.to_match(frame),
    ]
