"""Queries with names: what most questions begin with. They run on SQLite and on DuckDB alike."""

from __future__ import annotations

import re
from typing import Literal

from ..book import OPEN
from .shape import PROGRAM, Column, Type, View

Engine = Literal["sqlite", "duckdb"]
_DAYS = {"sqlite": r"CAST(julianday(\2) - julianday(\1) AS INTEGER)", "duckdb": r"date_diff('day', \1, \2)"}
_OPEN = ", ".join(f"'{status}'" for status in OPEN)

_CASE = """
WITH reached AS (
  SELECT h.case_id, MAX(h.position) AS position FROM case_history h CROSS JOIN meta WHERE h.date <= meta.day GROUP BY h.case_id
), met AS (
  SELECT case_id, MIN(position) AS position FROM case_history WHERE status = 'matched' GROUP BY case_id
), asked AS (
  SELECT h.case_id, MAX(h.position) AS position FROM case_history h LEFT JOIN met ON met.case_id = h.case_id
  WHERE h.status = 'requested' AND (met.position IS NULL OR h.position < met.position) GROUP BY h.case_id
), ahead AS (
  SELECT h.case_id, h.type, h.date, h.time, ROW_NUMBER() OVER (
    PARTITION BY h.case_id ORDER BY h.date, COALESCE(h.time, ''), h.position) AS turn
  FROM case_hearings h CROSS JOIN meta WHERE h.status = 'scheduled' AND h.date >= meta.day
), merits AS (
  SELECT case_id, MIN(date) AS date FROM ahead WHERE type = 'individual' GROUP BY case_id
), first_match AS (
  SELECT h.case_id, h.date FROM met JOIN case_history h ON h.case_id = met.case_id AND h.position = met.position
  CROSS JOIN meta WHERE h.date <= meta.day
), request AS (
  SELECT c.id AS case_id, COALESCE(h.date, c.requested_on) AS date FROM cases c
  LEFT JOIN asked ON asked.case_id = c.id
  LEFT JOIN case_history h ON h.case_id = asked.case_id AND h.position = asked.position
)
SELECT c.id AS case_id, now.status AS status, now.date AS status_since,
  c.attorney AS attorney, a.name AS attorney_name, c.mentor AS mentor, m.name AS mentor_name,
  c.organization AS organization, o.name AS organization_name, c.court AS court, k.name AS court_name, k.circuit AS circuit,
  c.posture AS posture, c.detained AS detained, c.client_place AS client_place,
  request.date AS asked_on, f.date AS matched_on, days(request.date, f.date) AS days_to_match,
  n.type AS next_hearing_type, n.date AS next_hearing_date, n.time AS next_hearing_time,
  merits.date AS individual_hearing, days(meta.day, merits.date) AS days_to_individual_hearing, c.program AS program
FROM cases c CROSS JOIN meta
LEFT JOIN reached ON reached.case_id = c.id
LEFT JOIN case_history now ON now.case_id = c.id AND now.position = reached.position
LEFT JOIN request ON request.case_id = c.id
LEFT JOIN first_match f ON f.case_id = c.id
LEFT JOIN ahead n ON n.case_id = c.id AND n.turn = 1
LEFT JOIN merits ON merits.case_id = c.id
LEFT JOIN attorneys a ON a.id = c.attorney
LEFT JOIN mentors m ON m.id = c.mentor
LEFT JOIN organizations o ON o.id = c.organization
LEFT JOIN courts k ON k.code = c.court
ORDER BY c.id
"""

_SPANS = f"""
WITH steps AS (
  SELECT case_id, position, date, program, CASE WHEN status IN ({_OPEN}) THEN 1 ELSE 0 END AS mentored FROM case_history
), before AS (
  SELECT steps.*, LAG(mentored, 1, 0) OVER (PARTITION BY case_id ORDER BY position) AS was FROM steps
), changes AS (
  SELECT before.*, LEAD(date) OVER (PARTITION BY case_id ORDER BY position) AS until FROM before WHERE mentored <> was
)
SELECT case_id, ROW_NUMBER() OVER (PARTITION BY case_id ORDER BY position) AS number, date AS start_date, until AS end_date,
  program
FROM changes WHERE mentored = 1 ORDER BY case_id, number
"""  # noqa: S608  the statuses are our own

_HOURS = """
WITH given AS (
  SELECT h.case_id, h.position, h.date, COALESCE(h.mentor, c.mentor) AS mentor, h.activity, h.hours, h.program
  FROM case_hours h JOIN cases c ON c.id = h.case_id WHERE h.who = 'mentor'
)
SELECT g.case_id AS case_id, g.position AS position, g.date AS date, strftime('%Y-%m', g.date) AS month,
  g.mentor AS mentor, m.name AS mentor_name, COALESCE(m.pay_basis, p.pay_default_basis, 'hourly') AS basis,
  g.activity AS activity, g.hours AS hours,
  CASE WHEN COALESCE(m.pay_basis, p.pay_default_basis, 'hourly') = 'hourly' THEN g.hours * p.pay_planning_rate ELSE 0.0 END
    AS planned_cost,
  g.program AS program
FROM given g LEFT JOIN mentors m ON m.id = g.mentor LEFT JOIN programs p ON p.program = g.program
ORDER BY g.case_id, g.position
"""


def sql_for(view: View, engine: Engine) -> str:
    """The view's query as the engine writes it."""
    return re.sub(r"\bdays\(([\w.]+), ([\w.]+)\)", _DAYS[engine], view.sql).strip()


def _column(name: str, title: str, description: str = "", type_: Type = "text", **more: str | bool) -> Column:
    return Column(name, type_, title, description or f"{title}.", **more)  # type: ignore[arg-type]


_ID = _column("case_id", "Case", "The case, as in cases.id.")
_SLUG = _column(PROGRAM, "Program", "Whose records these are.")

VIEWS = (
    View(
        "v_case",
        "Cases as they stand",
        "One row a case as of the day in meta.day: status, people, court, the wait for the first match, the next hearing.",
        _CASE,
        (
            _ID,
            _column(
                "status", "Status", "The last step of its history up to the day; empty before the request.", words="case_status"
            ),
            _column("status_since", "Status since", "The day of that step.", "date"),
            _column("attorney", "Attorney of record", "As in attorneys.id."),
            _column("attorney_name", "Attorney's name", personal=True),
            _column("mentor", "Mentor", "As in mentors.id: the mentor the case has now, or had last."),
            _column("mentor_name", "Mentor's name", personal=True),
            _column("organization", "Placing organization", "As in organizations.id."),
            _column("organization_name", "Organization's name"),
            _column("court", "Immigration court", "As in courts.code."),
            _column("court_name", "Court's name"),
            _column("circuit", "Circuit", "The court of appeals whose law applies."),
            _column("posture", "Posture", words="posture"),
            _column("detained", "Detained", "Whether the client is detained.", "boolean"),
            _column("client_place", "Place", "What kind of place the client is in.", words="cases.client_place"),
            _column("asked_on", "Asked on", "The day a mentor was asked for: the last request before the first match.", "date"),
            _column("matched_on", "Matched on", "The day of the first match; empty where there was none up to the day.", "date"),
            _column("days_to_match", "Days to the match", "Calendar days from the one to the other.", "integer"),
            _column(
                "next_hearing_type",
                "Next hearing",
                "Of the next scheduled hearing on or after the day.",
                words="case_hearings.type",
            ),
            _column("next_hearing_date", "Date of the next hearing", "", "date"),
            _column("next_hearing_time", "Time of the next hearing", "In the court's own time zone."),
            _column("individual_hearing", "Individual hearing", "The next one that is scheduled.", "date"),
            _column("days_to_individual_hearing", "Days to the individual hearing", "Calendar days from the day.", "integer"),
            _SLUG,
        ),
    ),
    View(
        "v_case_spans",
        "Stretches with a mentor",
        "One row for each stretch of days on which a case was matched, onboarding or active.",
        _SPANS,
        (
            _ID,
            _column("number", "Number", "1 for the first stretch of the case.", "integer"),
            _column("start_date", "First day", "The day of the match.", "date"),
            _column("end_date", "Ended on", "The first day without a mentor; empty while it lasts.", "date"),
            _SLUG,
        ),
    ),
    View(
        "v_mentor_hours",
        "Hours of mentors",
        "One row for each row of mentor's hours, with whose they are: the mentor named there, else the case's.",
        _HOURS,
        (
            _ID,
            _column("position", "Position", "As in case_hours.position.", "integer"),
            _column("date", "Date", "The day of the work.", "date"),
            _column("month", "Month", "The month of the work, like 2026-10."),
            _column("mentor", "Mentor", "As in mentors.id."),
            _column("mentor_name", "Mentor's name", personal=True),
            _column("basis", "Basis", "How this mentor is paid, as the records say now.", words="mentors.pay_basis"),
            _column("activity", "Activity", "What the time was for.", words="case_hours.activity"),
            _column("hours", "Hours", "In quarter hours.", "number"),
            _column(
                "planned_cost",
                "Planned cost",
                "The hours at the rate the program plans with, where they are paid by the hour, else 0. It is nobody's pay. "
                "Empty where the settings have no such rate.",
                "number",
            ),
            _SLUG,
        ),
    ),
)
