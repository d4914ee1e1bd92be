"""Due dates: computed, explained, and judged against a day."""

from ..facts import anniversary
from .agenda import agenda, attorney_of, by_case, judged, of_case, owner_of
from .asylum import Clock, Interval, asylum_clock
from .compute import compute, example_difference, examples_hold
from .counting import counted
from .due import Computed, Due, State
from .events import events
from .follows import LASTS, steps_after
from .law import Law, law_of, usable

__all__ = [
    "LASTS",
    "Clock",
    "Computed",
    "Due",
    "Interval",
    "Law",
    "State",
    "agenda",
    "anniversary",
    "asylum_clock",
    "attorney_of",
    "by_case",
    "compute",
    "counted",
    "events",
    "example_difference",
    "examples_hold",
    "judged",
    "law_of",
    "of_case",
    "owner_of",
    "steps_after",
    "usable",
]
