"""What a mail says of each thing: its title, when, why, and why it comes to this person. No name, and nothing of a client."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..contact import Item, Role
from ..contact.dates import ANEW
from ..deadlines import Due
from ..schema import labels
from ..words import day, distance, inside, listing, plural

NO_DATE = "no date is known"  # how the title ends of what no order of a court would date


@dataclass(frozen=True, slots=True)
class Said:
    """One thing of a mail in words. `because` says why it comes to this person; empty where that is plain."""

    title: str
    when: str
    why: str = ""
    authority: str = ""
    url: str = ""
    because: str = ""
    late: bool = False


def said(item: Item, owners: frozenset[Role], away: date | None, today: date) -> Said:
    """An item in words for the one who gets it. `owners` do it; `away` is the last day of the mentor's absence."""
    if item.due is None:
        return _silence(item, away, today)
    due = item.due
    law = due.of_a_court
    return Said(
        title_of(due),
        _when(item, due, today),
        _why(due, item.to),
        due.authority if law else "",
        due.url if law else "",
        _because(item, owners, away),
        item.stage == "late" or due.safe_day_is_past,
    )


def title_of(due: Due) -> str:
    """`Pre-hearing filings`, or `Still needed: EOIR-28 filed`."""
    return f"Still needed: {_needed(due)}" if due.kind == "requirement" else due.title


def _needed(due: Due) -> str:
    return labels("requirement")[due.key.partition(".")[2]]


def _when(item: Item, due: Due, today: date) -> str:
    if due.safe_day_is_past and due.due and due.file_by:
        left = distance((due.due - today).days)
        return f"File at once: the safe day was {day(due.file_by)}. The last day by the rule is {day(due.due)}, {left}."
    if item.day is None:
        if due.title.endswith(NO_DATE):
            return "No date is known. Ask the program before you rely on any day."
        return "No date yet: a court order is needed." if due.state == "needs-order" else "It is to be done now."
    if due.key == ANEW:
        return "The plan is to be made anew."
    if item.stage == "late":
        ago = f"{plural((today - item.day).days, 'day')} ago"
        if due.kind == "hearing":
            return f"It was on {day(item.day)}, {ago}."
        return f"Was due on {day(item.day)}, {ago}.{_AT_ONCE[item.to == 'attorney'] if due.kind == 'court' else ''}"
    if due.kind == "hearing":
        return f"On {day(item.day)}, {distance((item.day - today).days)}."
    if due.kind == "court":
        rule = f" The last day by the rule is {day(due.due)}; keep to the safe day." if due.due and due.due != due.file_by else ""
        return f"File by {day(item.day)}, {distance((item.day - today).days)}.{rule}"
    return f"Due on {day(item.day)}, {distance((item.day - today).days)}."


def _why(due: Due, to: Role) -> str:
    """The derivation. What it says of this tool's own commands is for the program alone."""
    if to == "program":
        return due.explanation
    said = ". ".join(part for part in due.explanation.split(". ") if "`" not in part)
    return said if said.endswith(".") or not said else f"{said}."


def _because(item: Item, owners: frozenset[Role], away: date | None) -> str:
    due = item.due
    if due is None or item.to in owners:
        together = {"attorney": "For you and the mentor together.", "mentor": "For you and the attorney together."}
        return together.get(item.to, "") if {"attorney", "mentor"} <= owners else ""
    whose = " and ".join(f"the {role}" for role in ("attorney", "mentor", "program") if role in owners)
    if item.to == "backup-mentor" and away:
        return f"It is for {whose} to do. You hear of it because the mentor is away until {day(away)}."
    passed = "the safe day has passed" if due.safe_day_is_past else "a day set by law or by a court has passed"
    if not due.of_a_court:
        passed = f"the mentor is away until {day(away)}" if away else "the case has no mentor"
    return f"It is for {whose} to do. You hear of it because {passed}."


def _silence(item: Item, away: date | None, today: date) -> Said:
    since = item.day or today
    when = f"{plural((today - since).days, 'day')} without a meeting, a check-in or an answer to a message."
    why = "Please get in touch with the attorney, if only to ask how it goes, and tell us the day."
    if item.to == "program":
        why = "Please call the attorney of record and the mentor, and write the day into the record."
    told = [f"{_WHO[role]} on {day(on)}" for role, on in item.told if role in _WHO and role != item.to]
    because = ""
    if item.stage == "escalated":
        parts = [f"the mentor is away until {day(away)}"] if away else []
        parts += [f"we wrote to {listing(told)} and have heard of no contact since"] if told else []
        because = f"You hear of it because {listing(parts or ['nobody else can be asked'])}."
    return Said(f"No contact since {day(since)}", when, why, because=because, late=True)


_WHO: dict[str, str] = {"mentor": "the mentor", "backup-mentor": "the backup mentor"}
_AT_ONCE = (
    " Please call the attorney today about what can still be done.",
    " File at once, and ask us or your mentor today what can still be done.",
)


def subject(case: str, items: tuple[Item, ...]) -> str:
    """`c-7k3q9: pre-hearing filings, file by Fri 27 Nov 2026; and 2 more`: the case's id and what counts most."""
    more = f"; and {len(items) - 1} more" if len(items) > 1 else ""
    return f"{case}: {_headline(items[0])}{more}"


def _headline(item: Item) -> str:
    due = item.due
    if due is None:
        passed_on = ", passed on to you" if item.stage == "escalated" else ""
        return f"no contact since {day(item.day)}{passed_on}" if item.day else "no contact"
    if due.kind == "requirement" and item.day:
        return f"{'still needed since' if item.stage == 'late' else 'needed by'} {day(item.day)}: {inside(_needed(due))}"
    title = inside(due.title)
    if due.key == ANEW:
        return title
    if due.safe_day_is_past and due.due:
        return f"FILE AT ONCE: {title}, last day {day(due.due)}"
    if item.day is None:
        if due.title.endswith(NO_DATE):
            return title
        return f"{title}: a court order is needed" if due.state == "needs-order" else f"{title}, to be done now"
    if item.stage == "late":
        return f"LATE since {day(item.day)}: {title}" if due.kind != "hearing" else f"{title} ({day(item.day)})"
    return f"{title} {'on' if due.kind == 'hearing' else 'due'} {day(item.day)}"
