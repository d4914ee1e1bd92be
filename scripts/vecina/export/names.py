"""The names of tables where the path of a list would be clumsy, and which columns tell who somebody is."""

from __future__ import annotations

from typing import Any

ROOTS = {
    "program": "programs", "case": "cases", "mentor": "mentors", "attorney": "attorneys", "organization": "organizations",
    "court": "courts", "rule": "rules", "calendar": "calendars", "source": "source_groups",
}  # fmt: skip
HOLDERS = ("court",)  # kinds whose record is nothing but the list in it
ABOVE = {"program": "program", "source": "source_group_id"}  # how lists call the record they stand in; else `case_id`
RENAMED = {
    "case_orders_steps": "case_order_steps",
    "case_events_steps": "case_event_steps",
    "case_asylum_clock_stops": "case_clock_stops",
    "case_plan_milestones": "case_milestones",
    "case_client_reached_by": "case_reached_by",
    "case_agreed_role_helps_with": "case_helps_with",
    "case_outcome": "case_outcomes",
    "mentor_pay_statements": "mentor_statements",
    "mentor_conflicts_organizations": "mentor_conflict_organizations",
    "mentor_conflicts_attorneys": "mentor_conflict_attorneys",
    "mentor_conflicts_firms": "mentor_conflict_firms",
    "program_pay_rates": "program_rates",
    "program_pay_budget": "program_budget",
    "court_courts": "courts",
    "source_sources": "sources",
    "rule_applies_also_before": "rule_also_before",
    "rule_examples_also_before": "rule_example_also_before",
    "calendar_offices_forums": "calendar_office_forums",
    "calendar_offices_courts": "calendar_office_courts",
    "calendar_outages_forums": "calendar_outage_forums",
    "calendar_outages_courts": "calendar_outage_courts",
}
KEYED = {"courts": "code", "program_staff": "id"}  # lists whose rows have an id that other records name
REFERS = {
    "case_id": ("cases", "id"),
    "mentor_id": ("mentors", "id"),
    "attorney_id": ("attorneys", "id"),
    "organization_id": ("organizations", "id"),
    "court_code": ("courts", "code"),
    "rule_id": ("rules", "id"),
    "calendar_id": ("calendars", "id"),
    "staff_id": ("program_staff", "id"),
}
_PEOPLE = ("case", "mentor", "attorney", "organization", "program")  # kinds whose free text may tell who somebody is
_OF_NOBODY = {
    "organization name", "program name", "program short_name", "program requirements[].tell_attorney",
    "program pro_bono_hour.source", "program milestones[].evidence",
}  # fmt: skip
_ALSO_PERSONAL = {"program staff[].github", "program pay.rates[].amount"}


def is_personal(kind: str, field: str, wanted: dict[str, Any], form: str) -> bool:
    """Whether a field is left empty in an export without people: free text, addresses, accounts, rates of pay.

    A new field for free text is, until it is named here as one that is about nobody.
    """
    free = bool(wanted.get("x-free-text")) or form == "email"
    told = f"{kind} {field}"
    return kind in _PEOPLE and told not in _OF_NOBODY and (free or told in _ALSO_PERSONAL)


def table_name(kind: str, steps: tuple[str, ...]) -> str:
    """`case_hearings`: the kind and the way to the list, or the plainer name for it."""
    whole = "_".join((kind, *steps))
    return RENAMED.get(whole, whole)


def one_of(many: str) -> str:
    """`hearing` for `hearings`, `country` for `countries`."""
    if many.endswith("ies"):
        return f"{many[:-3]}y"
    return many.removesuffix("s")
