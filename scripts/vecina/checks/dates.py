"""Dates in an order that can be true."""

from __future__ import annotations

from collections.abc import Iterator

from ..book import Book
from ..facts import TRAININGS, Data, first_day, first_meeting, had_another_mentor, mentor_since, requirement_met, waiver_of
from ..finding import Path
from ..schema import labels
from ..words import inside
from .base import Spot, check


def _milestones_of_life(case: Data) -> Iterator[tuple[str, str, Path]]:
    """The days a case passes in order, each as (what, day, path), where they are recorded."""
    reached = first_day(case, "matched")
    yield ("the match", reached, ("history",)) if reached else ("the request", case["requested_on"], ("requested_on",))
    signed = case.get("requirements", {}).get("agreement_signed")
    if signed:
        yield "the signing of the mentoring agreement", signed, ("requirements", "agreement_signed")
    anew = bool(signed) and had_another_mentor(case) and signed >= mentor_since(case)  # then with the mentor of now
    met = first_meeting(case, mentor_since(case) if anew else "")
    if met:
        yield "the first meeting with the mentor", met[1], ("meetings", met[0], "date")


@check("V401")
def life_in_order(book: Book) -> Iterator[Spot]:
    """The case's days are out of order.

    A case is requested, vetted and matched, in the order of its history; then the mentoring agreement is signed; then
    attorney and mentor meet for the first time. Each day is on or after the one before.

    Mend: correct the date that is wrong. Often a year or a month was mistyped.
    """
    for case in book.cases.values():
        before: tuple[str, str] | None = None
        for what, day, path in _milestones_of_life(case.data):
            if before and day < before[1]:
                yield Spot(case, path, f"{what} cannot be before {before[0]}")
            else:
                before = what, day


@check("V402")
def history_in_order(book: Book) -> Iterator[Spot]:
    """The history is out of order.

    The history names each status with its day, oldest first. It begins with the request.

    Mend: put the steps in order, or correct the day that is wrong.
    """
    for case in book.cases.values():
        steps = case.data["history"]
        for index in range(1, len(steps)):
            if steps[index]["date"] < steps[index - 1]["date"]:
                yield Spot(case, ("history", index, "date"), "this step is dated before the one above it")
        if steps[0]["status"] == "requested" and steps[0]["date"] != case.data["requested_on"]:
            yield Spot(case, ("history", 0, "date"), 'the first step and "requested_on" must be the same day')


@check("V403")
def training_before_meeting(book: Book) -> Iterator[Spot]:
    """A first meeting without the trainings.

    The introductory video and the Center of Excellence course come before the first meeting of attorney and mentor:
    the mentor's time is for the case, not for the basics. The same day counts as before. The day of a training may
    stand in the case or in the attorney's record. Where a hearing is near, an admin named in data/program.yml can waive a
    training for a case, or put it off until a day; the waiver is dated on or before the meeting.

    Mend: record the training with its day, correct the date, or move the meeting. Or an admin waives it:
    `vecina log c-7k3q9 waive center_of_excellence --by s-alvarez --reason hearing-near --until 2026-12-11`.
    """
    words = labels("requirement")
    for case in book.cases.values():
        met = first_meeting(case.data)
        attorney = book.attorneys.get(case.data["attorney"])
        if not met or attorney is None:
            continue
        for training in TRAININGS:
            done, waiver = requirement_met(case.data, attorney.data, training), waiver_of(case.data, training)
            if waiver and waiver["date"] <= met[1]:
                continue
            silent = case.data["status"] in ("active", "closed") and not (waiver and "until" not in waiver)
            message = f"the {inside(words[training])} must be done before the first meeting with the mentor"
            if done is None and not silent:  # else V453 says it
                waive = (
                    f"record its day, or an admin waives it first: `vecina log {case.id} waive {training} --by s-… --reason …`"
                )
                hint = "its waiver is dated after this meeting; correct the one that is wrong" if waiver else waive
                yield Spot(case, ("meetings", met[0], "date"), message, hint)
            elif done and done > met[1]:
                own = training in case.data.get("requirements", {})
                path: Path = ("requirements", training) if own else ("meetings", met[0], "date")
                yield Spot(case, path, message)


@check("V404")
def hearing_in_the_case(book: Book) -> Iterator[Spot]:
    """A hearing before the case.

    No hearing can be before the client's last arrival, and a hearing still to come cannot be before the request, nor ten
    years after it: then the year was mistyped. And the same hearing stands once.

    Mend: correct the date, or say what became of the hearing: held, adjourned or vacated.
    """
    for case in book.cases.values():
        arrival = case.data.get("last_arrival", "")
        for index, hearing in enumerate(case.data.get("hearings", ())):
            path = ("hearings", index, "date")
            if hearing["date"] < arrival:
                yield Spot(case, path, "a hearing cannot be before the last arrival")
            elif hearing["status"] == "scheduled" and hearing["date"] < case.data["requested_on"]:
                yield Spot(case, path, "a scheduled hearing cannot be before the request", "what became of it?")
            elif int(hearing["date"][:4]) > int(case.data["requested_on"][:4]) + 10:
                yield Spot(case, path, "this is more than ten years after the request", "look at the year")
            seen = (hearing["type"], hearing["date"], hearing.get("time"), hearing["status"])
            if seen in [(row["type"], row["date"], row.get("time"), row["status"]) for row in case.data["hearings"][:index]]:
                yield Spot(case, path, "this hearing stands twice", "delete one of the two")


@check("V405")
def end_after_begin(book: Book) -> Iterator[Spot]:
    """Something ends before it begins.

    An answer is not before its question, service not before the order, the filing of the I-589 not before the last
    arrival, the filing date not after its hearing, an event not answered before it happened, no step taken before its
    order, no departure before the decision, the end of an absence not before its first day, a milestone not done before
    the plan was agreed on.

    Mend: correct one of the two dates.
    """
    for case in book.cases.values():
        data = case.data
        if data.get("i589_filed", "9") < data.get("last_arrival", ""):
            yield Spot(case, ("i589_filed",), "the I-589 cannot be filed before the last arrival")
        for index, message in enumerate(data.get("messages", ())):
            if message.get("answered", "9") < message["asked"]:
                yield Spot(case, ("messages", index, "answered"), "an answer cannot be before the question")
        for index, order in enumerate(data.get("orders", ())):
            if order.get("served_on", "9") < order["date"]:
                yield Spot(case, ("orders", index, "served_on"), "an order cannot be served before its date")
            if order.get("due", "9") < order["date"]:
                yield Spot(case, ("orders", index, "due"), "the date an order sets cannot be before the order")
            if order.get("done", "9") < order["date"]:
                yield Spot(case, ("orders", index, "done"), "what an order asks for cannot be done before its date")
        for field in ("orders", "events"):
            for index, row in enumerate(data.get(field, ())):
                for number, step in enumerate(row.get("steps", ())):
                    if step["date"] < row["date"]:
                        yield Spot(case, (field, index, "steps", number, "date"), "a step cannot be taken before what it answers")
        for index, row in enumerate(data.get("outcome", ())):
            if row.get("departed_on", "9") < row["decided_on"]:
                yield Spot(case, ("outcome", index, "departed_on"), "the client cannot have left before the decision")
        for index, event in enumerate(data.get("events", ())):
            if event.get("done", "9") < event["date"]:
                yield Spot(case, ("events", index, "done"), "an event cannot be answered before it happened")
        for index, hearing in enumerate(data.get("hearings", ())):
            if hearing.get("judge_set_filing_date", "") > hearing["date"]:
                yield Spot(case, ("hearings", index, "judge_set_filing_date"), "the filing date cannot be after the hearing")
        for index, milestone in enumerate(data.get("plan", {}).get("milestones", ())):
            if milestone.get("done", "9") < data["plan"]["agreed_on"]:
                yield Spot(
                    case, ("plan", "milestones", index, "done"), "a milestone cannot be done before the plan was agreed on"
                )
    for mentor in book.mentors.values():
        for index, away in enumerate(mentor.data.get("away", ())):
            if away["to"] < away["from"]:
                yield Spot(mentor, ("away", index, "to"), "the last day away cannot be before the first")


@check("V406")
def training_days_agree(book: Book) -> Iterator[Spot]:
    """A training has two days.

    The attorney's record and the case's both name the day of a training, and they differ.

    Mend: correct the one that is wrong; one of them is enough.
    """
    for case in book.cases.values():
        attorney = book.attorneys.get(case.data["attorney"])
        done = {row["kind"]: row["completed"] for row in attorney.data.get("trainings", ())} if attorney else {}
        for training in TRAININGS:
            day = case.data.get("requirements", {}).get(training)
            other = done.get(training.replace("_", "-"))
            if day and other and day != other:
                yield Spot(case, ("requirements", training), "the attorney's record names another day for this training")
