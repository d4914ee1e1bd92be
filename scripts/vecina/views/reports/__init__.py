"""Reports as plain data: for the office, for funders, for an organization, on a mentor, and on how long records are kept."""

from .mentor import mentor
from .organization import organization
from .program import funder, program
from .retention import retention
from .shape import Cell, Frame, Mark, Percent, Report, Section

__all__ = [
    "Cell",
    "Frame",
    "Mark",
    "Percent",
    "Report",
    "Section",
    "funder",
    "mentor",
    "organization",
    "program",
    "retention",
]
