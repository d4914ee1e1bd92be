"""The program in numbers: one block each, with the sentences that say what is counted."""

from .counts import Counts, counts
from .ends import Ends, ends
from .hours import Hours, hours
from .kept import Kept, kept
from .money import Budget, budget
from .outcomes import Outcomes, outcomes
from .served import Served, served
from .span import Span
from .waits import Waits, waits

__all__ = [
    "Budget",
    "Counts",
    "Ends",
    "Hours",
    "Kept",
    "Outcomes",
    "Served",
    "Span",
    "Waits",
    "budget",
    "counts",
    "ends",
    "hours",
    "kept",
    "outcomes",
    "served",
    "waits",
]
