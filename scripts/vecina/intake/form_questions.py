"""The questions of the forms that are no column of the list: a mentor's, and those about a day that somebody reports."""

from __future__ import annotations

from .question import Question

MENTOR = (
    Question("name", "Your name", "line", "mentor", ("name",), "As used at work.", need=True),
    Question("email", "Work e-mail", "line", "mentor", ("email",), "Where we write to you.", need=True),
    Question("time_zone", "Time zone", "word", "mentor", ("time_zone",), "Where you work.", need=True),
    Question(
        "languages",
        "Languages",
        "words",
        "mentor",
        ("languages",),
        "In which you can work, with commas.",
        "English, Spanish",
        need=True,
    ),
    Question(
        "detained_experience",
        "Experience with detained cases",
        "yes",
        "mentor",
        ("detained_experience",),
        "Can you guide a detained case? yes or no.",
        need=True,
    ),
    Question("pay_basis", "How you would be paid", "word", "mentor", ("pay", "basis"), "Or unpaid, as a volunteer.", need=True),
    Question(
        "known_courts",
        "Courts you know",
        "courts",
        "mentor",
        ("known_courts",),
        "Cities or three-letter codes, with commas.",
        "Houston, El Paso",
    ),
    Question("claims", "Claims you know well", "words", "mentor", ("claims",), "Kinds of claim."),
    Question(
        "countries", "Countries whose claims you know well", "words", "mentor", ("countries",), "With commas.", "Honduras, Haiti"
    ),
)

_HEARINGS, _ORDERS = ("hearings", 0), ("orders", 0)
CASE_ID = Question(
    "case", "Case number", "case", "case", ("id",), "The number we gave the case. It begins with c-.", "c-7k3q9", need=True
)
REPORTED_HEARING = (
    Question("type", "Type of the hearing", "word", "case", (*_HEARINGS, "type"), "For a hearing, new or old."),
    Question("date", "Day of the hearing", "day", "case", (*_HEARINGS, "date"), "On the notice, year-month-day.", "2027-03-02"),
    Question("time", "Time of the hearing", "time", "case", (*_HEARINGS, "time"), "In the court's own time zone.", "09:00"),
    Question("mode", "How the hearing is held", "word", "case", (*_HEARINGS, "mode"), "As on the notice."),
    Question(
        "judge_set_filing_date",
        "Filing date set by the judge",
        "day",
        "case",
        (*_HEARINGS, "judge_set_filing_date"),
        "Only if the judge ordered a day for the filings before this hearing.",
        "2027-02-01",
    ),
    Question(
        "status",
        "What became of the hearing",
        "word",
        "case",
        (*_HEARINGS, "status"),
        "Scheduled: it is still to come. Anything else: for a hearing that we already have.",
    ),
)
REPORTED_ORDER = (
    Question("kind", "Order or decision", "word", "case", (*_ORDERS, "kind"), "What was issued, if anything."),
    Question(
        "order_date",
        "Day of the order",
        "day",
        "case",
        (*_ORDERS, "date"),
        "On its face, or on which the judge stated it.",
        "2026-11-24",
    ),
    Question("served", "How it was served", "word", "case", (*_ORDERS, "served"), "An appeal runs from there."),
    Question(
        "served_on",
        "Day of service",
        "day",
        "case",
        (*_ORDERS, "served_on"),
        "Stated, mailed or served electronically.",
        "2026-11-24",
    ),
    Question("due_for", "What it sets a date for", "word", "case", (*_ORDERS, "due_for"), "Only if it sets a date."),
    Question("due", "Date it sets", "day", "case", (*_ORDERS, "due"), "The date in the order.", "2027-02-01"),
)
