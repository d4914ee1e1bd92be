"""All that the templates of a case's documents are filled with: plain data and ready sentences, worked out once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..book import Book
from ..deadlines import Due, law_of
from ..facts import TRAININGS, Data, as_day, first_meeting, keep_until, met_client, on_hold
from ..onboarding import Point, Roles, channel_advice, requirements_of, roles_of
from ..onboarding.roles import tasks
from ..schema import labels_at
from ..store import Record
from ..views.names import person, status
from ..words import inside, listing
from .coming import Coming, coming
from .dates import Decided, Step, agenda_of, court_dates, decided, departure, first_steps, hearing_words, steps, still_open
from .people import Person, admins_of, apart, attorney_of, contacts_of, mentor_of


@dataclass(frozen=True, slots=True)
class Paper:
    """One case as its documents see it, on one day."""

    case: str
    today: date
    program: Data
    court: str
    status: str
    attorney: Person
    mentor: Person
    backup: Person | None
    organization: str
    contacts: tuple[Person, ...]
    admins: tuple[Person, ...]
    clocks: str
    volunteer: bool
    roles: Roles
    helps: tuple[str, ...]
    may_help: tuple[str, ...]
    place: str
    ways: str
    channels: tuple[str, ...]
    asked: tuple[Point, ...]
    trainings: tuple[Point, ...]
    hearing: str
    courts: tuple[Due, ...]
    steps: tuple[Step, ...]
    first: tuple[Step, ...]
    agreed_on: date | None
    plan_moved: bool
    meet_by: date | None
    coming: tuple[Coming, ...]
    decided: tuple[Decided, ...]
    still_open: tuple[Due, ...]
    departure: str
    has_met: bool
    cleared: bool
    entered: bool
    in_person: date | None
    ended: str
    ended_on: date | None
    reason: str
    returned: bool
    keep_until: date | None
    hold: bool


def paper_of(book: Book, case: Record, today: date) -> Paper:
    """The case with its people, whose records must be there (`fits.refusal` says when they are not)."""
    data, law = case.data, law_of(book, today)
    attorney, mentor = book.attorneys[data["attorney"]], book.mentors[data["mentor"]]
    backup, organization = (book.kinds[kind].get(data.get(field, "")) for kind, field in _OTHERS)
    dues = agenda_of(book, case, today)
    every, agreed = steps(book, case, law, today)
    questions = tuple(requirements_of(book, case, law.calendar, today))
    first = tuple(first_steps(every, data, {point.name for point in questions}))
    met = met_client(data, today)
    last = data["history"][-1]
    ended = last["status"] in ("closed", "withdrawn")
    return Paper(
        case=case.id,
        today=today,
        program=book.program,
        court=book.courts.get(data["court"], {}).get("name", f"immigration court {data['court']}"),
        status=status(data["status"]),
        attorney=attorney_of(attorney),
        mentor=mentor_of(mentor, today),
        backup=mentor_of(backup, today) if backup else None,
        organization=organization.data["name"] if organization else "",
        contacts=contacts_of(organization),
        admins=admins_of(book),
        clocks=apart(attorney.data, mentor.data, today),
        volunteer=mentor.data["pay"]["basis"] == "volunteer",
        roles=roles_of(book, data, today, lambda name: person(book, name)),
        helps=tasks(data),
        may_help=tuple(labels_at("case", ("agreed_role", "helps_with", 0)).values()),
        place=data["client"]["place"],
        ways=listing([inside_way(way) for way in data["client"]["reached_by"]]),
        channels=channel_advice(data),
        asked=questions,
        trainings=tuple(row for row in questions if row.name in TRAININGS),
        hearing=hearing_words(book, data, today),
        courts=tuple(court_dates(case, law, today)),
        steps=tuple(every),
        first=first,
        agreed_on=as_day(data["plan"]["agreed_on"]) if agreed else None,
        plan_moved=any(due.key == "plan.moved" for due in dues),
        meet_by=None if met else next((step.due for step in every if step.kind == "client-meeting" and not step.done), None),
        coming=coming(questions, first, next((due.due for due in dues if due.kind == "check-in"), None)),
        decided=tuple(decided(data)),
        still_open=tuple(still_open(dues)),
        departure=departure(data, law, today),
        has_met=first_meeting(data) is not None,
        cleared=all(data.get("requirements", {}).get(name, "9") <= today.isoformat() for name in _FIRST),
        entered=data.get("requirements", {}).get("eoir_28", "9") <= today.isoformat(),
        in_person=as_day(met),
        ended=last["status"] if ended else "",
        ended_on=as_day(last["date"]) if ended else None,
        reason=_reason(last) if ended else "",
        returned=ended and last.get("reason") in ("returned", "attorney-left", "no-mentor", "conflict"),
        keep_until=keep_until(data, book.program),
        hold=on_hold(data),
    )


def _reason(last: Data) -> str:
    """Why the case ended, as it stands inside a sentence; nothing where the record has only `other`."""
    reason = last.get("reason", "other")
    return "" if reason == "other" else inside(labels_at("case", ("history", 0, "reason"))[reason])


_FIRST = ("conflict_check", "consent_to_mentoring")  # before a word about the case is said
_OTHERS = (("mentor", "backup_mentor"), ("organization", "organization"))
_NOT_LOWERED = ("whatsapp",)


def inside_way(way: str) -> str:
    """A way to reach the client as it stands inside a sentence: `visits at the facility`, `WhatsApp`."""
    word = labels_at("case", ("client", "reached_by", 0))[way]
    return word if way in _NOT_LOWERED else inside(word)
