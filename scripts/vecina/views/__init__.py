"""Plain data for renderers, made once from the book and a day."""

from .cases import CaseRow, Cases, cases
from .clocks import ClockRow, clocks
from .fields import Field, Guide, guides
from .law import LawPage, RuleRow, count_words, law_page, summary_words
from .mentors import MentorRow, mentors
from .rows import Row
from .today import Group, Today, Waiting, today

__all__ = [
    "CaseRow",
    "Cases",
    "ClockRow",
    "Field",
    "Group",
    "Guide",
    "LawPage",
    "MentorRow",
    "Row",
    "RuleRow",
    "Today",
    "Waiting",
    "cases",
    "clocks",
    "count_words",
    "guides",
    "law_page",
    "mentors",
    "summary_words",
    "today",
]
