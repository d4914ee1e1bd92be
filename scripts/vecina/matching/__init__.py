"""Matching: hard limits, points with reasons, and the exact best assignment."""

from .assign import Assignment, assign
from .limits import LIMITS, Pair, against, free_places
from .propose import Match, Proposal, Unplaced, propose
from .score import Point, points

__all__ = [
    "LIMITS",
    "Assignment",
    "Match",
    "Pair",
    "Point",
    "Proposal",
    "Unplaced",
    "against",
    "assign",
    "free_places",
    "points",
    "propose",
]
