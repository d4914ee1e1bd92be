"""Due dates: computed, explained, and judged against a day."""

from .agenda import agenda, judged, of_case, owner_of
from .compute import anniversary, compute, counted, example_difference, examples_hold
from .due import Computed, Due, State

__all__ = [
    "Computed",
    "Due",
    "State",
    "agenda",
    "anniversary",
    "compute",
    "counted",
    "example_difference",
    "examples_hold",
    "judged",
    "of_case",
    "owner_of",
]
