"""Matching: hard limits, points with reasons, and the exact best assignment with its proof."""

from .advice import Advice, advice
from .arrivals import pool_ahead
from .assign import Assignment, assign
from .explain import Chance, chances
from .future import Arrivals, Past, Reserve, reserve_prices
from .limits import Limit, Pair, free_places
from .moves import Move
from .pool import Pool, WhatIf, pool_of
from .propose import Load, Match, Proposal, Unplaced, propose, solved
from .score import Point, points
from .shortage import Shortage, shortages
from .urgency import Urgency, urgency
from .value import Value
from .verify import Proof, verify

__all__ = [
    "Advice",
    "Arrivals",
    "Assignment",
    "Chance",
    "Limit",
    "Load",
    "Match",
    "Move",
    "Pair",
    "Past",
    "Point",
    "Pool",
    "Proof",
    "Proposal",
    "Reserve",
    "Shortage",
    "Unplaced",
    "Urgency",
    "Value",
    "WhatIf",
    "advice",
    "assign",
    "chances",
    "free_places",
    "points",
    "pool_ahead",
    "pool_of",
    "propose",
    "reserve_prices",
    "shortages",
    "solved",
    "urgency",
    "verify",
]  # fmt: skip
