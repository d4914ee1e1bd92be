"""What people were written to about, as a case's page shows it."""

from __future__ import annotations

from datetime import date
from typing import Any

from cases import case
from outside import ROOT
from vecina.book import open_book
from vecina.views.mails import MailRow, mails

RULES = open_book(ROOT).rules


def told(day: str, to: str, about: str, stage: str, due: str | None = None) -> dict[str, Any]:
    return {"date": day, "to": to, "about": about, "stage": stage} | ({"due": due} if due else {})


def test_rows_of_one_day_to_one_person_are_one_mail() -> None:
    rows = [
        told("2026-11-17", "attorney", "milestone.translations", "ahead", "2026-11-18"),
        told("2026-11-17", "attorney", "requirement.eoir_28", "late", "2026-11-16"),
        told("2026-11-19", "mentor", "silence", "silence", "2026-11-05"),
    ]
    assert mails(case(reminders=rows), RULES) == (
        MailRow(date(2026, 11, 19), "Mentor", "no contact: nobody was in touch since Thu 5 Nov 2026"),
        MailRow(
            date(2026, 11, 17), "Attorney",
            "due soon: translations and certificates (Wed 18 Nov 2026) and late: EOIR-28 filed (Mon 16 Nov 2026)",
        ),
    )  # fmt: skip


def test_each_kind_of_key_has_words() -> None:
    hearing = {"type": "individual", "date": "2026-12-28", "mode": "in-person", "status": "scheduled"}
    keys = ("message-0", "hearing-0", "hearing-7", "filings.hearing-0", "check-in", "plan.moved", "bia.appeal-orders-0", "gone")
    rows = [told(f"2026-11-{10 + number}", "attorney", key, "late") for number, key in enumerate(keys)]
    said = [row.about.removeprefix("late: ") for row in reversed(mails(case(hearings=[hearing], reminders=rows), RULES))]
    assert said == [
        "an answer", "individual hearing", "a hearing", "pre-hearing filings", "check-in", "the plan is to be made anew",
        "appeal to the BIA (EOIR-26)", "gone",
    ]  # fmt: skip
