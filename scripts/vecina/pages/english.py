"""The words around a page in English; the schemas have the names of codes."""

from __future__ import annotations

from .tongue import Tongue

ENGLISH = Tongue(
    months=(
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    units={"day": ("day", "days"), "business-day": ("business day", "business days"), "year": ("year", "years")},
    one="one",
    date="{month} {day}, {year}",
    last="and",
    phrases={
        "reviewed": "Reviewed {day} by {who}.",
        "next": "Next review by {day}.",
        "applies": "Applies to: {forum}; {detained}; {circuit}.",
        "all": "all circuits",
        "circuits": "{circuit} circuit only",
        "stale": "This page is past its review, which was due by {day}. The law may have changed since: read each "
        "authority before you rely on it.",
        "sources": "Sources",
        "show": "Show all {count}: where it is written, how sure we are, and when it was read",
        "contents": "On this page",
        "sheet": "Case no. ______________ Date ______________ Text of {day}",
        "read": "Last read {day}: {how}.",
        "unread": "Noted {day}: {how}.",
        "verified": "Last checked against its source on {day}.",
        "overdue": "Check overdue",
        "compute": "Compute your date",
        "language": "This page in English",
        "stages": "Stages of a case",
        "no-default": "In a detained case there is no default: the court sets the date.",
        "on-order": "On the date in the order",
        "none-known": "No count that we know to be in force",
    },
    labels={},
)  # fmt: skip
