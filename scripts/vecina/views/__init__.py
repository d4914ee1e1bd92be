"""Plain data for renderers, made once from the book and a day."""

from .cases import CaseRow, Cases, cases
from .fields import Field, Guide, guides
from .mentors import MentorRow, mentors
from .today import Group, Row, Today, Waiting, today

__all__ = [
    "CaseRow",
    "Cases",
    "Field",
    "Group",
    "Guide",
    "MentorRow",
    "Row",
    "Today",
    "Waiting",
    "cases",
    "guides",
    "mentors",
    "today",
]
